// Stretches of a journey, as a person walks them.
import { addons } from "storybook/preview-api";
import { portalAct } from "../portal/deliveries.ts";
import type { PortalWorld } from "../portal/portal-world.ts";
import type { JourneyPage } from "./journey-page.ts";

export const headings = {
  signIn: "Je me connecte avec mon compte ÉduConnect",
  identity: "L'activation est réservée aux représentants légaux",
  smsCode: "Un code de sécurité a été envoyé",
  email: "Je renseigne mon adresse mail",
  password: "Je choisis mon nouveau mot de passe",
  children: "Je confirme mon lien avec les élèves",
  birthDate: "Je confirme ma date de naissance",
  emailSent: "Un mail a été envoyé",
  success: "Votre compte a été activé avec succès",
  services: "Mes services",
} as const;

export async function signIn(page: JourneyPage, { letter }: PortalWorld, password?: string): Promise<void> {
  await page.untilHeading(headings.signIn);
  await page.type("Identifiant", letter?.identifier ?? "");
  await page.type("Mot de passe", password ?? letter?.password ?? "");
  await page.press("Se connecter");
}

/** Without a letter: the way that begins with the SMS. */
export async function toIdentity(page: JourneyPage): Promise<void> {
  await page.untilHeading(headings.signIn);
  await page.follow(/Je n'ai pas de compte/);
  await page.untilHeading(headings.identity);
}

export async function giveEmail(page: JourneyPage, email = "claire@example.org"): Promise<void> {
  await page.untilHeading(headings.email);
  await page.type("Adresse mail", email);
  await page.type("Confirmation de l'adresse mail", email);
  await page.press("Confirmer");
}

export async function choosePassword(page: JourneyPage, password = "Brouette-Violette-42"): Promise<void> {
  await page.untilHeading(headings.password);
  await page.type("Mot de passe", password);
  await page.type("Confirmation du nouveau mot de passe", password);
  await page.press("Suivant");
}

/** @param firstDate what is written for the first child instead of its date. */
export async function confirmChildren(
  page: JourneyPage,
  { family }: PortalWorld,
  submit: string,
  firstDate?: string,
): Promise<void> {
  await page.untilHeading(headings.children);
  for (const [index, { birthDate }] of family.children.entries()) {
    await page.choose("Je suis le représentant légal", index);
    if (birthDate !== null) await page.giveDate((index === 0 ? firstDate : undefined) ?? birthDate, index);
  }
  await page.press(submit);
}

/** Lets time go by as the panel does: the page is opened anew afterwards. */
export function letTimeGoBy(seconds: number): void {
  addons.getChannel().emit(portalAct, { type: "advance", seconds });
}

/** Presses the panel's « Follow the link », and waits for the page that it opens. */
export async function followLink(context: { readonly canvasElement: HTMLElement }): Promise<void> {
  addons.getChannel().emit(portalAct, { type: "followLink" });
  await new Promise<void>((resolve) => {
    const look = () => {
      if (context.canvasElement.querySelector("educonnect-confirmation-link") === null)
        requestAnimationFrame(look);
      else resolve();
    };
    look();
  });
}
