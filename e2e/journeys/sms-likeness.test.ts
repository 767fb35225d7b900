import { describe, expect, it } from "vitest";
import { cardOf, childrenHeading, claimAll, claimEach } from "../pages/children.ts";
import {
  expectFieldError,
  expectSummary,
  expectSoon,
  button,
  expectScreen,
  field,
  heading,
} from "../pages/screen.ts";
import {
  giveIdentity,
  phoneLabel,
  type TypedIdentity,
  giveCode,
  smsCodeHeading,
  tryCode,
  isLetterOf,
  mobileOf,
  reachCode,
  reachIdentity,
} from "../pages/sms-method.ts";
import { loginHeading } from "../pages/login.ts";
import { choosePassword, enterServices, successHeading } from "../pages/guardian-method.ts";
import { createInspectingPerson } from "../people/inspecting-person.ts";
import { createMousePerson, type Person } from "../people/person.ts";
import { useWorld } from "../world/open-world.ts";
import { loginPath } from "../world/visits.ts";

const world = useWorld();

const open = async (): Promise<Person> => createMousePerson(await world().open(loginPath, 320));

/** Somebody whom no school knows, at a number that may be somebody's. */
const stranger = (mobile: string): TypedIdentity => ({ familyName: "Personne", givenName: "Aucune", mobile });

/** Everything the page shows and tells, once the countdown is over: as a picture, and as screen readers have it. */
async function readCodeScreen(typed: TypedIdentity) {
  const person = await open();
  await reachCode(person, typed);
  const again = button(person.page, "Renvoyer le SMS");
  await expectSoon(() => again.isEnabled(), true, "the countdown is over", 20_000);
  const text = await person.page.locator("main").ariaSnapshot();
  const picture = await person.page.screenshot({ fullPage: true, animations: "disabled" });
  return { person, text, picture };
}

/** The same without the two digits of the number that are shown. */
const withoutDigits = (text: string): string => text.replaceAll(/•• \d\d/gu, "•• --");

describe.concurrent("who is known shows nowhere on the page", () => {
  it("shows a stranger the same picture and tells the same as the person whose number it is", async () => {
    const letter = world().letters.takeTexted();
    const mobile = mobileOf(letter);
    const known = await readCodeScreen(letter.guardian);
    const unknown = await readCodeScreen(stranger(mobile));
    expect(unknown.text).toBe(known.text);
    expect(unknown.text).toContain(smsCodeHeading);
    expect(unknown.picture.equals(known.picture), "the two pictures are the same").toBe(true);
    const { code } = await world().phones.await(mobile);
    // In the other's browser the code of the one is as wrong as any.
    await tryCode(unknown.person, code);
    const wrong =
      "Ce code n'est pas le bon. Vérifiez le dernier SMS reçu, puis réessayez. Il vous reste 4 essais.";
    await expectSummary(unknown.person, [wrong]);
    const unknownText = await unknown.person.page.locator("main").ariaSnapshot();
    await tryCode(known.person, code === "00000000" ? "11111111" : "00000000");
    await expectSummary(known.person, [wrong]);
    expect(await known.person.page.locator("main").ariaSnapshot()).toBe(
      unknownText.replace(code, code === "00000000" ? "11111111" : "00000000"),
    );
    await tryCode(known.person, code);
    await expectScreen(known.person, childrenHeading);
    expect(await world().phones.read(mobile), "the stranger caused no text").toHaveLength(1);
  });

  it.each([
    ["Jean Lambert", "issued", /ce nom et ce numéro sont ceux de plusieurs personnes/u],
    ["Aminata Diallo", "issued", /ce numéro est aussi celui d'un élève/u],
    ["Émilie Roussel", "active", /votre compte est déjà actif\. Connectez-vous avec votre identifiant/u],
  ] as const)("tells %s by text alone what a code would not help", async (name, status, said) => {
    const letter = world().letters.takeGuardian(isLetterOf(name), status);
    const mobile = mobileOf(letter);
    const shown = await readCodeScreen(letter.guardian);
    const unknown = await readCodeScreen(stranger("07 50 00 00 13"));
    expect(withoutDigits(shown.text)).toBe(withoutDigits(unknown.text));
    const received = await world().phones.await(mobile);
    expect(received.code).toBe("");
    expect(received.text).toMatch(said);
    expect(await world().phones.read("07 50 00 00 13")).toEqual([]);
  });

  it("leads whom no text reaches to the other ways and to the school", async () => {
    const person = createInspectingPerson(await world().open(loginPath, 320));
    const { page } = person;
    await reachCode(person, stranger("0690 00 00 14"));
    await heading(page, "Pas de SMS ?").waitFor();
    await page.getByText("Contactez l'école ou l'établissement de votre enfant.").waitFor();
    await page.getByText("Si le SMS ne contient pas de code, suivez ce qu'il indique.").waitFor();
    await page.getByRole("button", { name: "S'identifier avec FranceConnect" }).waitFor();
    await person.press(button(page, "Voir les autres méthodes"));
    await expectScreen(person, "Quelles méthodes pour activer un compte ?");
    for (const way of ["Avec FranceConnect", "Par SMS", "Avec la lettre de l'établissement"]) {
      await page.getByRole("heading", { name: way }).first().waitFor();
    }
    await person.press(button(page, "Précédent"));
    await expectScreen(person, smsCodeHeading);
    await person.press(button(page, "Me connecter avec un identifiant"));
    await expectScreen(person, loginHeading);
  });
});

describe.concurrent("one number of several people", () => {
  it("lets each in under the own name, with the code of the last text", async () => {
    const letters = ["Mélanie Perrin", "Sébastien Perrin"].map((name) =>
      world().letters.takeGuardian(isLetterOf(name)),
    );
    for (const [index, letter] of letters.entries()) {
      const person = await open();
      await reachCode(person, letter.guardian);
      const { code } = await world().phones.await(mobileOf(letter), index + 1);
      await tryCode(person, code);
      await claimAll(person, letter.children, "Suivant");
      await choosePassword(person);
      await expectScreen(person, successHeading);
      await enterServices(person);
      const { givenName, familyName } = letter.guardian;
      await person.page.getByText(`Connecté : ${givenName} ${familyName}`).waitFor();
    }
  });

  it("lets somebody with a file at each school in, with one of them", async () => {
    const letter = world().letters.takeGuardian(isLetterOf("Nadia Bensaïd"));
    const other = world().letters.takeGuardian(isLetterOf("Nadia Bensaïd"));
    const person = await open();
    await reachIdentity(person);
    await giveIdentity(person, letter.guardian);
    await giveCode(person, (await world().phones.await(mobileOf(letter))).code);
    await expectScreen(person, childrenHeading);
    const { page } = person;
    const children = [...letter.children, ...other.children];
    const counts = await Promise.all(children.map((child) => cardOf(page, child).count()));
    expect(counts.toSorted()).toEqual([0, 1]);
    await claimEach(
      person,
      children.filter((_, index) => counts[index] === 1),
      "Suivant",
    );
    await choosePassword(person);
    await expectScreen(person, successHeading);
  });
});

describe.concurrent("a number that takes no text", () => {
  it.each([
    [
      "03 53 01 44 17",
      "Ce numéro n'est pas celui d'un téléphone portable : il ne pourrait pas recevoir de SMS.",
    ],
    ["0000000000", "Ce numéro n'existe pas. Saisissez celui que vous avez communiqué à l'établissement."],
    [
      "06 12 34",
      "Il manque des chiffres à ce numéro. Hors France métropolitaine, commencez par l'indicatif, par exemple +687.",
    ],
    [
      "75 12 34",
      "Il manque des chiffres à ce numéro. Hors France métropolitaine, commencez par l'indicatif, par exemple +687.",
    ],
    ["06 12 34 56 78 90", "Ce numéro a trop de chiffres. Vérifiez-le."],
    [
      "06 12 34 56 7O",
      "Ce numéro contient autre chose que des chiffres. Saisissez par exemple 06 12 34 56 78 ou +687 75 12 34.",
    ],
    ["07 00 11 22 33", "Ce numéro ne semble pas exister. Vérifiez-le, indicatif compris."],
  ] as const)("is told apart while it can be mended: %s", async (mobile, text) => {
    const person = createInspectingPerson(await world().open(loginPath, 320));
    await reachIdentity(person);
    await giveIdentity(person, { familyName: "Deneux", givenName: "Karine", mobile });
    await expectSummary(person, [text]);
    await expectFieldError(field(person.page, phoneLabel), text);
    expect(await field(person.page, phoneLabel).inputValue()).toBe(mobile);
    expect(await field(person.page, "Nom").inputValue()).toBe("Deneux");
  });

  it("asks for what is missing, and a given name again before it takes that there is none", async () => {
    const letter = world().letters.takeGuardian(isLetterOf(" Rakotomalala"));
    const person = createInspectingPerson(await world().open(loginPath, 320));
    await reachIdentity(person);
    await giveIdentity(person, { familyName: "", givenName: "", mobile: "" });
    await expectSummary(person, [
      "Saisissez votre nom.",
      "Saisissez votre prénom.",
      "Saisissez votre numéro de téléphone portable.",
    ]);
    await person.choose(person.page.getByRole("checkbox", { name: "Je n'ai pas de prénom" }));
    await giveIdentity(person, letter.guardian);
    await giveCode(person, (await world().phones.await(mobileOf(letter))).code);
    await expectScreen(person, childrenHeading);
  });
});
