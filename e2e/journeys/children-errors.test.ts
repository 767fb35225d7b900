import { describe, expect, it } from "vitest";
import { cardOf, childrenHeading, claimAll, claimChild, claimEach, refuseChild } from "../pages/children.ts";
import { emailSentHeading } from "../pages/email.ts";
import { descriptionOf, expectSummary, button, expectScreen, heading } from "../pages/screen.ts";
import { reachChildren } from "../pages/guardian-method.ts";
import { createInspectingPerson } from "../people/inspecting-person.ts";
import type { Person } from "../people/person.ts";
import { hasDates, type GuardianLetter } from "../world/letters.ts";
import { useWorld } from "../world/open-world.ts";
import { loginPath } from "../world/visits.ts";

const world = useWorld();

const hasTwo = (letter: GuardianLetter): boolean => hasDates(letter) && letter.children.length === 2;
const hasOne = (letter: GuardianLetter): boolean => hasDates(letter) && letter.children.length === 1;

async function open(letter: GuardianLetter): Promise<Person> {
  const person = createInspectingPerson(await world().open(loginPath, 320));
  await reachChildren(person, letter);
  return person;
}

const confirm = (person: Person): Promise<void> => person.press(button(person.page, "Confirmer"));

const expectContact = (person: Person): Promise<void> => heading(person.page, "Besoin d'aide ?").waitFor();

describe.concurrent("confirming the link with the children", () => {
  it("asks for each answer and each date, and keeps what was typed", async () => {
    const letter = world().letters.takeGuardian(hasTwo);
    const [first, second] = letter.children;
    if (first === undefined || second === undefined) throw new Error("two children were asked for");
    const person = await open(letter);
    const relation = "Indiquez si vous êtes le représentant légal de cet élève.";
    await confirm(person);
    await expectSummary(person, [`${first.givenName} : ${relation}`, `${second.givenName} : ${relation}`]);
    await claimChild(person, first, null);
    await claimChild(person, second, "2999-12-25");
    await confirm(person);
    const future = "Cette date est dans le futur. Vérifiez l'année.";
    await expectSummary(person, [
      `${first.givenName} : Saisissez la date de naissance.`,
      `${second.givenName} : ${future}`,
    ]);
    const year = cardOf(person.page, second).getByRole("textbox", { name: "Année" });
    expect(await descriptionOf(year)).toBe(`Erreur : ${future}`);
    expect(await year.inputValue()).toBe("2999");
    await claimChild(person, first, "2016-02-30");
    await claimChild(person, second, "16-13-40");
    await confirm(person);
    await expectSummary(person, [
      `${first.givenName} : Cette date n'existe pas. Vérifiez le jour et le mois.`,
      `${second.givenName} : Le jour doit être entre 1 et 31.`,
      `${second.givenName} : Le mois doit être entre 1 et 12.`,
      `${second.givenName} : Saisissez l'année avec ses 4 chiffres.`,
    ]);
  });

  it("closes the step for a day after three wrong dates, without saying which, and names the school", async () => {
    const letter = world().letters.takeGuardian(hasTwo);
    const [first, second] = letter.children;
    if (first === undefined || second === undefined) throw new Error("two children were asked for");
    const person = await open(letter);
    await claimChild(person, first);
    const wrong =
      "Une date au moins n'est pas celle que l'établissement a enregistrée. Vérifiez toutes les dates, puis réessayez.";
    for (const left of ["Il vous reste 2 essais.", "Il vous reste 1 essai."]) {
      await claimChild(person, second, "2001-01-01");
      await confirm(person);
      await expectSummary(person, [`${wrong} ${left}`]);
    }
    await confirm(person);
    await person.page.getByText("Vous pourrez recommencer dans 24 heures.").waitFor();
    await person.look("Cette étape est momentanément fermée");
    await heading(person.page, "Cette étape est momentanément fermée").waitFor();
    await expectContact(person);
    expect(await button(person.page, "Confirmer").isDisabled()).toBe(true);
    await person.page.reload();
    await heading(person.page, childrenHeading).waitFor();
    await heading(person.page, "Cette étape est momentanément fermée").waitFor();
  });

  it("asks before it takes that no child is one's own, and lets the answer be changed", async () => {
    const letter = world().letters.takeGuardian(hasOne);
    const [child] = letter.children;
    if (child === undefined) throw new Error("a child was asked for");
    const person = await open(letter);
    await refuseChild(person, child);
    await confirm(person);
    const question = person.page.getByRole("group", {
      name: "Vous n'êtes le représentant légal d'aucun de ces élèves ?",
    });
    await question.waitFor();
    await person.look("Vous n'êtes le représentant légal d'aucun de ces élèves ?");
    await person.press(button(person.page, "Modifier mes réponses"));
    await confirm(person);
    await person.press(button(person.page, "Confirmer ma réponse"));
    await expectScreen(person, "Votre compte n'est pas activé");
    await expectContact(person);
    await person.press(button(person.page, "Précédent"));
    await claimAll(person, letter.children);
    await expectScreen(person, emailSentHeading);
  });

  it("leaves a child without a recorded date to the school, and goes on with the others", async () => {
    const letter = world().letters.takeGuardian(
      ({ children }) => children.length > 1 && children.some(({ birthDate }) => birthDate === null),
    );
    const undated = letter.children.find(({ birthDate }) => birthDate === null);
    if (undated === undefined) throw new Error("a child without a date was asked for");
    const person = await open(letter);
    await claimChild(person, undated);
    await cardOf(person.page, undated)
      .getByText("L'établissement n'a pas enregistré la date de naissance de cet élève.")
      .waitFor();
    expect(await cardOf(person.page, undated).getByRole("textbox").count()).toBe(0);
    await claimEach(person, letter.children);
    await expectScreen(person, emailSentHeading);
  });

  it("waits for the school when no child has a recorded date", async () => {
    const letter = world().letters.takeGuardian(({ children }) =>
      children.every(({ birthDate }) => birthDate === null),
    );
    const person = await open(letter);
    await claimAll(person, letter.children);
    await expectScreen(person, "L'établissement doit confirmer votre lien");
    await expectContact(person);
  });
});
