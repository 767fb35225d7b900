import { describe, expect, it } from "vitest";
import {
  cardOf,
  childrenHeading,
  claimAll,
  claimChild,
  claimEach,
  claimIn,
  refuseChild,
} from "../pages/children.ts";
import { confirmEmail } from "../pages/email.ts";
import { expectSummary, button, expectScreen, heading } from "../pages/screen.ts";
import {
  reachEmailSent,
  choosePassword,
  passwordHeading,
  enterServices,
  successHeading,
} from "../pages/guardian-method.ts";
import { expectReported } from "../pages/reports.ts";
import { isLetterOf, mobileOf, reachSmsChildren, reachSmsSuccess } from "../pages/sms-method.ts";
import { createInspectingPerson } from "../people/inspecting-person.ts";
import { createMousePerson, type Person } from "../people/person.ts";
import { addressOf, type GuardianLetter, type NamedPerson } from "../world/letters.ts";
import { useWorld } from "../world/open-world.ts";
import { loginPath, reportsPath } from "../world/visits.ts";

const world = useWorld();

const wrongDate =
  "Une date au moins n'est pas celle que l'établissement a enregistrée. Vérifiez toutes les dates, puis réessayez.";

const fullName = ({ givenName, familyName }: Pick<NamedPerson, "givenName" | "familyName">): string =>
  `${givenName} ${familyName}`;

/** A name as the school's list writes it. */
const listed = ({ givenName, familyName }: Pick<NamedPerson, "givenName" | "familyName">): string =>
  `${givenName} ${familyName.toLocaleUpperCase("fr")}`;

async function open(letter: GuardianLetter): Promise<Person> {
  const person = createInspectingPerson(await world().open(loginPath, 320));
  await reachSmsChildren(person, letter, world().phones);
  return person;
}

const goOn = (person: Person): Promise<void> => person.press(button(person.page, "Suivant"));

/** Takes the letter of the guardian of this name, who has so many children. */
function take(name: string, count: number) {
  const letter = world().letters.takeGuardian(
    (each) => isLetterOf(name)(each) && each.children.length === count,
  );
  return { letter, children: letter.children };
}

/** The first and the second of somebody's children. */
function pairOf({ children }: GuardianLetter): readonly [NamedPerson, NamedPerson] {
  const [first, second] = children;
  if (first === undefined || second === undefined) throw new Error("two children were asked for");
  return [first, second];
}

describe.concurrent("the children of somebody who came by SMS", () => {
  it("takes a wrong date back, and goes on with the right one", async () => {
    const { letter } = take("Aurélie Quennesson", 2);
    const [first, second] = pairOf(letter);
    const person = await open(letter);
    await claimChild(person, first);
    await claimChild(person, second, "2018-09-05");
    await goOn(person);
    await expectSummary(person, [`${wrongDate} Il vous reste 2 essais.`]);
    await claimChild(person, second);
    await goOn(person);
    await expectScreen(person, passwordHeading);
  });

  it("closes after three wrong answers for a day, and names the school", async () => {
    const { letter } = take("Fabrice Delannoy", 1);
    const person = await open(letter);
    for (const left of ["2 essais", "1 essai"]) {
      await claimEach(
        person,
        letter.children.map((child) => ({ ...child, birthDate: "2001-01-01" })),
        "Suivant",
      );
      await expectSummary(person, [`${wrongDate} Il vous reste ${left}.`]);
    }
    await goOn(person);
    await person.page.getByText("Vous pourrez recommencer dans 24 heures.").waitFor();
    await person.page.getByText("Contactez l'établissement : E.E.PU Les Peupliers").waitFor();
  });

  it("goes on without a child that is refused, of whom the school is told", async () => {
    const { letter } = take("Hélène Carpentier", 2);
    const [first, second] = pairOf(letter);
    const person = await open(letter);
    await claimChild(person, first);
    await refuseChild(person, second);
    await goOn(person);
    await choosePassword(person);
    await expectScreen(person, successHeading);
    await enterServices(person);
    const report = `${listed(letter.guardian)} a répondu « Je ne suis pas le représentant légal » pour ${listed(second)}.`;
    await expectReported(await world().open(reportsPath), "LP LYC Marguerite-Yourcenar", report, true);
  });

  it("ends, with the school's name, where every child is refused; a changed answer is taken back from the school with the activation", async () => {
    const { letter } = take("Samira Haddad", 2);
    const [first, second] = pairOf(letter);
    const person = await open(letter);
    await refuseChild(person, first);
    await refuseChild(person, second);
    await goOn(person);
    await person.page
      .getByRole("group", { name: "Vous n'êtes le représentant légal d'aucun de ces élèves ?" })
      .waitFor();
    await person.press(button(person.page, "Confirmer ma réponse"));
    await expectScreen(person, "Votre compte n'est pas activé");
    await person.page.getByText("Contactez l'établissement : E.E.PU Les Peupliers").waitFor();
    const reports = await world().open(reportsPath);
    const report = `${listed(letter.guardian)} a répondu « Je ne suis pas le représentant légal » pour ${listed(first)}.`;
    await expectReported(reports, "E.E.PU Les Peupliers", report, true);
    await person.press(button(person.page, "Précédent"));
    await claimAll(person, letter.children, "Suivant");
    await choosePassword(person);
    await expectScreen(person, successHeading);
    await expectReported(reports, "E.E.PU Les Peupliers", report, false);
  });

  it("tells two children of one name apart by their places, and takes only each one's own date", async () => {
    const { letter } = take("Virginie Lemaire", 2);
    const [first, second] = pairOf(letter);
    const person = await open(letter);
    const { page } = person;
    const places = ["Élève 1 sur 2", "Élève 2 sur 2"].map((place) =>
      page.getByRole("group", { name: new RegExp(`^Louis Lemaire ?, ${place}`, "u") }),
    );
    for (const place of places) expect(await place.count()).toBe(1);
    expect(await cardOf(page, first).count(), "the name alone fits both").toBe(2);
    const claim = async (dates: readonly (string | null)[]): Promise<void> => {
      for (const [index, place] of places.entries()) {
        await claimIn(person, place, dates[index] ?? "");
      }
      await goOn(person);
    };
    await claim([second.birthDate, first.birthDate]);
    await expectSummary(person, [`${wrongDate} Il vous reste 2 essais.`]);
    await claim([first.birthDate, second.birthDate]);
    await expectScreen(person, passwordHeading);
  });

  it("takes twelve children at 320 px", async () => {
    const { letter } = take("Dominique Delattre", 12);
    const person = await open(letter);
    await person.page.getByText("0 élève sur 12 renseigné").waitFor();
    await claimEach(person, letter.children, "Suivant");
    await expectScreen(person, passwordHeading);
  });

  it("leaves a child without a recorded date to the school, which is told", async () => {
    const { letter } = take("Sandrine Meunier", 2);
    const person = await open(letter);
    await claimEach(person, letter.children, "Suivant");
    await choosePassword(person);
    await expectScreen(person, successHeading);
    const report = `${listed(letter.guardian)} ne peut pas confirmer son lien.`;
    await expectReported(await world().open(reportsPath), "E.E.PU Les Peupliers", report, true);
  });

  it("waits for the school where no child has a recorded date", async () => {
    const { letter } = take("Ludovic Wattiez", 1);
    const person = await open(letter);
    await claimAll(person, letter.children, "Suivant");
    await expectScreen(person, "L'établissement doit confirmer votre lien");
    await person.page.getByText("Contactez l'établissement : LP LYC Marguerite-Yourcenar").waitFor();
  });

  it("shows no child whom the person does not represent", async () => {
    const { letter } = take("Karim Benali", 2);
    const person = await open(letter);
    await heading(person.page, childrenHeading).waitFor();
    const cards = person.page.getByRole("radio", { name: "Je suis le représentant légal de cet élève" });
    expect(await cards.count()).toBe(2);
    expect(await person.page.getByText("Loïs").count()).toBe(0);
  });
});

describe.concurrent("the other guardian of a child", () => {
  const notice = ({ guardian, children }: GuardianLetter): string =>
    `ÉduConnect : ${fullName(guardian)} vient d'activer un compte de responsable pour ${children.map(({ givenName }) => givenName).join(" et ")}.`;

  it("is told by text, who has no mail address", async () => {
    const first = take("Grégory d'Haëne", 2).letter;
    const second = take("Céline Vasseur", 2).letter;
    await reachSmsSuccess(createMousePerson(await world().open(loginPath)), first, world().phones);
    await reachSmsSuccess(createMousePerson(await world().open(loginPath)), second, world().phones);
    const { text, code } = await world().phones.await(mobileOf(first), 2);
    expect(text).toContain(notice(second));
    expect(code).toBe("");
    expect(await world().phones.read(mobileOf(second)), "nobody is told of the own activation").toHaveLength(
      1,
    );
  });

  it("is told by mail, who has confirmed an address", async () => {
    const first = take("Marie-Laure Boulanger", 1).letter;
    const second = take("Pierre-Yves Boulanger", 1).letter;
    await reachEmailSent(createMousePerson(await world().open(loginPath)), first);
    const { link } = await world().mailbox.await(addressOf(first));
    await confirmEmail(createMousePerson(await world().open(loginPath)), link);
    await reachSmsSuccess(createMousePerson(await world().open(loginPath)), second, world().phones);
    const mail = await world().mailbox.await(addressOf(first), 2);
    expect(mail.text).toContain(fullName(second.guardian));
    for (const { givenName } of second.children) expect(mail.text).toContain(givenName);
    expect(await world().phones.read(mobileOf(first)), "not by text as well").toEqual([]);
  });
});
