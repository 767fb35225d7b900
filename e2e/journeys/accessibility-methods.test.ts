import { describe, it } from "vitest";
import { choiceHeading, franceConnectHeading, identityProvider } from "../pages/france-connect.ts";
import { civilNameOf, isToldByName } from "../pages/masked-children.ts";
import { childrenHeading, birthDateHeading } from "../pages/children.ts";
import { confirmedHeading, confirmationLinkHeading, emailSentHeading, emailHeading } from "../pages/email.ts";
import { identityHeading, phoneLabel, smsCodeHeading, wrongCodeFor, mobileOf } from "../pages/sms-method.ts";
import { loginHeading } from "../pages/login.ts";
import { goodPassword, passwordHeading, servicesHeading, successHeading } from "../pages/guardian-method.ts";
import {
  createKeyboardReader,
  expectHeadingShown,
  followError,
  expectHeading,
  expectStatus,
  expectSummary,
  type Reader,
  createTreeReader,
} from "../people/reader.ts";
import { addressOf, type Letter, type NamedPerson } from "../world/letters.ts";
import { useWorld } from "../world/open-world.ts";
import { loginPath, pupilLoginPath } from "../world/visits.ts";

const world = useWorld();

const isGuardian = "Je suis le représentant légal de cet élève";
const unanswered = "Indiquez si vous êtes le représentant légal de cet élève.";
const wrongDate =
  "Cette date n'est pas celle que l'établissement a enregistrée. Vérifiez-la, puis réessayez.";
const wrongCode = "Ce code n'est pas le bon. Vérifiez le dernier SMS reçu, puis réessayez.";

/** Presses « Se connecter » too early, then signs in. */
async function signIn(reader: Reader, letter: Letter): Promise<void> {
  await expectHeadingShown(reader, loginHeading);
  await reader.press("button", "Se connecter");
  await expectSummary(reader, ["Saisissez votre identifiant.", "Saisissez votre mot de passe."]);
  await followError(reader, "Saisissez votre identifiant.", "Identifiant");
  await reader.type("Identifiant", letter.identifier);
  await reader.type("Mot de passe", letter.provisionalPassword);
  await reader.press("button", "Se connecter");
}

/** Types two different addresses, then the same twice. */
async function giveEmail(reader: Reader, email: string): Promise<void> {
  await expectHeading(reader, emailHeading);
  await expectStatus(reader, "Étape 1 sur 4");
  await reader.type("Adresse mail", email);
  await reader.type("Confirmation de l'adresse mail", `x${email}`);
  await reader.press("button", "Confirmer");
  const differ = "Les deux adresses mail sont différentes. Saisissez deux fois la même.";
  await expectSummary(reader, [differ]);
  await followError(reader, differ, "Confirmation de l'adresse mail");
  await reader.type("Confirmation de l'adresse mail", email);
  await reader.press("button", "Confirmer");
}

/** Types two different passwords, then the same twice. */
async function choosePassword(reader: Reader): Promise<void> {
  await expectHeading(reader, passwordHeading);
  await reader.type("Mot de passe", goodPassword);
  await reader.type("Confirmation du nouveau mot de passe", `${goodPassword}x`);
  await expectStatus(reader, /^Toutes les règles du mot de passe sont respectées\./u);
  await reader.press("button", "Suivant");
  const differ = "Les deux mots de passe sont différents. Saisissez deux fois le même.";
  await expectSummary(reader, [differ]);
  await followError(reader, differ, "Confirmation du nouveau mot de passe");
  await reader.type("Confirmation du nouveau mot de passe", goodPassword);
  await reader.press("button", "Suivant");
}

async function typeDate(reader: Reader, isoDate: string, group: string, place?: number): Promise<void> {
  const [year = "", month = "", day = ""] = isoDate.split("-");
  await reader.type("Jour", day, group, place);
  await reader.type("Mois", month, group, place);
  await reader.type("Année", year, group, place);
}

/** Goes on without an answer, then answers for each child. */
async function claimChildren(
  reader: Reader,
  children: readonly NamedPerson[],
  submit: "Confirmer" | "Suivant",
): Promise<void> {
  await expectHeading(reader, childrenHeading);
  await reader.press("button", submit);
  const lines = children.map(({ givenName }) => `${givenName} : ${unanswered}`);
  await expectSummary(reader, lines);
  await followError(reader, lines[0] ?? "", isGuardian, unanswered);
  for (const { givenName, familyName, birthDate } of children) {
    const group = `${givenName} ${familyName} ,`;
    await reader.choose(isGuardian, group);
    await typeDate(reader, birthDate ?? "", group);
  }
  await reader.press("button", submit);
}

async function enterServices(reader: Reader, identifier: string): Promise<void> {
  await expectHeading(reader, successHeading);
  await reader.told.find({ role: "group", name: `Votre identifiant ÉduConnect ${identifier}` });
  await reader.press("button", "Accéder à mes services");
  await expectHeading(reader, servicesHeading);
}

describe.concurrent.each([
  { means: "by keyboard alone", createReader: createKeyboardReader },
  { means: "through the accessibility tree alone", createReader: createTreeReader },
])("every method, with a mistake on each screen, $means", ({ createReader }) => {
  const open = async (path: string): Promise<Reader> => createReader(await world().open(path, 320));

  it.concurrent("the letter", async () => {
    const letter = world().letters.takeGuardian(
      ({ children }) => children.length === 2 && children.every(({ birthDate }) => birthDate !== null),
    );
    const reader = await open(loginPath);
    await signIn(reader, letter);
    await giveEmail(reader, addressOf(letter));
    await choosePassword(reader);
    await claimChildren(reader, letter.children, "Confirmer");
    await expectHeading(reader, emailSentHeading);
    await reader.press("button", "Valider le code");
    await expectSummary(reader, ["Saisissez le code reçu par mail."]);
    const { link } = await world().mailbox.await(addressOf(letter));
    const elsewhere = await open(link);
    await expectHeadingShown(elsewhere, confirmationLinkHeading);
    await elsewhere.press("button", "Confirmer");
    await expectHeading(elsewhere, confirmedHeading);
    await enterServices(reader, letter.identifier);
  });

  it.concurrent("a pupil's letter", async () => {
    const letter = world().letters.takePupil();
    const reader = await open(pupilLoginPath);
    await signIn(reader, letter);
    await choosePassword(reader);
    await expectHeading(reader, birthDateHeading);
    await typeDate(reader, "2001-01-01", "Date de naissance");
    await reader.press("button", "Suivant");
    const line = `${wrongDate} Il vous reste 2 essais.`;
    await expectSummary(reader, [line]);
    await followError(reader, line, "Jour");
    await typeDate(reader, letter.pupil.birthDate ?? "", "Date de naissance");
    await reader.press("button", "Suivant");
    await expectHeading(reader, emailHeading);
    await reader.press("button", "Passer cette étape");
    await enterServices(reader, letter.identifier);
  });

  it.concurrent("the SMS", async () => {
    const letter = world().letters.takeTexted();
    const { familyName, givenName } = letter.guardian;
    const reader = await open(loginPath);
    await expectHeadingShown(reader, loginHeading);
    await reader.press("button", "Je n'ai pas de compte");
    await expectHeading(reader, identityHeading);
    await reader.press("button", "Suivant");
    await expectSummary(reader, [
      "Saisissez votre nom.",
      "Saisissez votre prénom.",
      "Saisissez votre numéro de téléphone portable.",
    ]);
    await followError(reader, "Saisissez votre prénom.", "Prénom");
    await reader.type("Nom", familyName);
    await reader.type("Prénom", givenName);
    await reader.type(phoneLabel, mobileOf(letter));
    await reader.press("button", "Suivant");
    await expectHeading(reader, smsCodeHeading);
    const { code } = await world().phones.await(mobileOf(letter));
    await reader.type("Code de sécurité", wrongCodeFor(code));
    await reader.press("button", "Suivant");
    await expectSummary(reader, [`${wrongCode} Il vous reste 4 essais.`]);
    await followError(reader, `${wrongCode} Il vous reste 4 essais.`, "Code de sécurité");
    await reader.type("Code de sécurité", code);
    await reader.press("button", "Suivant");
    await claimChildren(reader, letter.children, "Suivant");
    await choosePassword(reader);
    await enterServices(reader, letter.identifier);
  });

  it.concurrent("FranceConnect", async () => {
    const letter = world().letters.takeGuardian(isToldByName(2));
    const reader = await open(loginPath);
    await expectHeadingShown(reader, loginHeading);
    await reader.press("button", "S'identifier avec FranceConnect");
    await expectHeadingShown(reader, choiceHeading);
    await reader.press("button", "Revenir sur ENT Horizon");
    await expectHeadingShown(reader, franceConnectHeading);
    await reader.told.find({ role: "group", name: "Vous n'avez pas terminé l'identification" });
    await reader.press("button", "S'identifier avec FranceConnect");
    await expectHeadingShown(reader, choiceHeading);
    await reader.press("button", identityProvider);
    const { givenName, familyName } = letter.guardian;
    await reader.type("Nom ou prénom", civilNameOf(letter));
    await reader.press("button", "Chercher");
    await reader.told.page.waitForURL(/[?&]search=/u);
    await reader.press("button", `${givenName} ${familyName.toLocaleUpperCase("fr")}`);
    await reader.press("button", "Continuer sur ENT Horizon");
    await expectHeadingShown(reader, childrenHeading);
    for (const [place, { birthDate }] of letter.children.entries()) {
      const group = "Élève dont le prénom commence par";
      await reader.choose(isGuardian, group, place);
      await typeDate(reader, birthDate ?? "", group, place);
    }
    await reader.press("button", "Suivant");
    await choosePassword(reader);
    await expectHeading(reader, successHeading);
    await reader.press("button", "Accéder à mes services");
    await expectHeading(reader, servicesHeading);
  });
});
