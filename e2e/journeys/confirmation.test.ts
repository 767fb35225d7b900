import { describe, expect, it } from "vitest";
import {
  emailHeading,
  typeEmail,
  confirmEmail,
  confirmationLinkHeading,
  emailSentHeading,
} from "../pages/email.ts";
import {
  expectFieldError,
  expectSummary,
  expectSoon,
  button,
  expectScreen,
  expectShown,
  field,
  heading,
} from "../pages/screen.ts";
import { reachEmailSent, successHeading } from "../pages/guardian-method.ts";
import { createInspectingPerson } from "../people/inspecting-person.ts";
import type { Person } from "../people/person.ts";
import { addressOf, type GuardianLetter } from "../world/letters.ts";
import { useWorld } from "../world/open-world.ts";
import { loginPath } from "../world/visits.ts";

const world = useWorld();

const failedHeading = "Ce lien ne peut pas être utilisé";
const codeField = "Code de sécurité reçu par mail";

async function open(): Promise<{ readonly person: Person; readonly letter: GuardianLetter }> {
  const letter = world().letters.takeGuardian();
  const person = createInspectingPerson(await world().open(loginPath, 320));
  await reachEmailSent(person, letter);
  return { person, letter };
}

async function openLink(link: string): Promise<Person> {
  return createInspectingPerson(await world().open(link, 320));
}

describe.concurrent("confirming an address", () => {
  it(
    "sends another mail once the countdown is over, whose link alone works",
    { timeout: 100_000 },
    async () => {
      const { person, letter } = await open();
      const { page } = person;
      const old = await world().mailbox.await(addressOf(letter));
      const resend = button(page, "Renvoyer le mail");
      expect(await resend.isDisabled()).toBe(true);
      await page.getByText(/^Vous pourrez renvoyer le mail dans \d+ secondes\.$/u).waitFor();
      await expectSoon(() => resend.isEnabled(), true, "the mail may be sent again", 20_000);
      await person.press(resend);
      await page.getByText("Un nouveau mail a été envoyé.").waitFor();
      const mail = await world().mailbox.await(addressOf(letter), 2);
      expect(mail.link).not.toBe(old.link);
      const replaced = await openLink(old.link);
      await expectShown(replaced, failedHeading);
      await replaced.page
        .getByText("Un mail plus récent vous a été envoyé. Utilisez le lien du dernier mail reçu.")
        .waitFor();
      await confirmEmail(await openLink("/"), mail.link);
      await expectScreen(person, successHeading);
    },
  );

  it("takes another address for one mistyped, whose mail then confirms nothing", async () => {
    const { person, letter } = await open();
    const old = await world().mailbox.await(addressOf(letter));
    const right = `juste.${addressOf(letter)}`;
    await person.press(button(person.page, "J'ai fait une erreur de saisie dans mon adresse mail"));
    await expectScreen(person, emailHeading);
    await typeEmail(person, right);
    await person.press(button(person.page, "Confirmer"));
    await expectScreen(person, emailSentHeading);
    await person.page.getByText(right).waitFor();
    const mail = await world().mailbox.await(right);
    const replaced = await openLink(old.link);
    await expectShown(replaced, failedHeading);
    await replaced.page.getByText("Un mail plus récent vous a été envoyé.").waitFor();
    await confirmEmail(await openLink("/"), mail.link);
    await expectScreen(person, successHeading);
  });

  it("says of a used link that it has done its work", async () => {
    const { person, letter } = await open();
    const mail = await world().mailbox.await(addressOf(letter));
    await confirmEmail(await openLink("/"), mail.link);
    await expectScreen(person, successHeading);
    const used = await openLink(mail.link);
    await expectShown(used, failedHeading);
    await used.page.getByText("Ce lien a déjà servi : votre adresse est confirmée.").waitFor();
  });

  it("says of a damaged link that it is unknown, and what to do", async () => {
    for (const link of ["/confirmer", "/confirmer#inconnu"]) {
      const person = await openLink(link);
      await expectShown(person, failedHeading);
      await person.page.getByText("Ouvrez-le directement depuis le mail.").waitFor();
    }
  });

  it("lets a stranger refuse the address, and asks its giver for another", async () => {
    const { person, letter } = await open();
    const mail = await world().mailbox.await(addressOf(letter));
    const stranger = await openLink(mail.link);
    await expectShown(stranger, confirmationLinkHeading);
    await stranger.page.getByText(letter.identifier).waitFor();
    await stranger.press(button(stranger.page, "Ce n'est pas moi"));
    await expectScreen(stranger, "Merci de nous avoir prévenus");
    await heading(person.page, emailHeading).waitFor();
    await expectSummary(person, [
      "La personne qui a reçu le mail a répondu que ce n'était pas elle. Vérifiez votre adresse mail.",
    ]);
  });

  it("takes the mail's code instead of its link, and counts wrong ones", async () => {
    const { person, letter } = await open();
    const { page } = person;
    const { code } = await world().mailbox.await(addressOf(letter));
    const cases = [
      ["", "Saisissez le code reçu par mail."],
      ["12", "Le code contient 8 chiffres. Vérifiez-le."],
      ["douze", "Le code ne contient que des chiffres. Vérifiez-le."],
    ] as const;
    for (const [typed, text] of cases) {
      await person.type(field(page, codeField), typed);
      await person.press(button(page, "Valider le code"));
      await expectSummary(person, [text]);
      await expectFieldError(field(page, codeField), text);
    }
    await person.type(field(page, codeField), code === "00000000" ? "00000001" : "00000000");
    await person.press(button(page, "Valider le code"));
    const wrong = "Ce code n'est pas le bon. Vérifiez le dernier mail reçu, puis réessayez.";
    await expectSummary(person, [`${wrong} Il vous reste 4 essais.`]);
    await person.type(field(page, codeField), ` ${code.slice(0, 4)} ${code.slice(4)} `);
    await person.press(button(page, "Valider le code"));
    await expectScreen(person, successHeading);
  });
});
