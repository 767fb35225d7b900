import { describe, expect, it } from "vitest";
import { childrenHeading, claimAll } from "../pages/children.ts";
import {
  giveIdentity,
  phoneLabel,
  startWithoutAccount,
  typeIdentity,
  giveCode,
  smsCodeField,
  smsCodeHeading,
  isLetterOf,
  mobileOf,
  reachCode,
  reachIdentity,
} from "../pages/sms-method.ts";
import { loginHeading, signInWith, goToSignIn } from "../pages/login.ts";
import {
  choosePassword,
  goodPassword,
  enterServices,
  servicesHeading,
  successHeading,
} from "../pages/guardian-method.ts";
import { button, expectScreen, field, heading } from "../pages/screen.ts";
import { createKeyboardPerson } from "../people/keyboard-person.ts";
import { createMousePerson } from "../people/person.ts";
import { useWorld } from "../world/open-world.ts";
import { loginPath, startPath } from "../world/visits.ts";

const world = useWorld();

describe.concurrent.each([
  { means: "by mouse", createPerson: createMousePerson },
  { means: "by keyboard alone", createPerson: createKeyboardPerson },
])("a guardian without an account, $means", ({ createPerson }) => {
  it.concurrent.each([320, 1280])(
    "comes at %i px from the portal to the services, leaves, and comes back",
    async (width) => {
      const letter = world().letters.takeTexted();
      const { guardian, children, identifier } = letter;
      const person = createPerson(await world().open(startPath, width));
      await goToSignIn(person);
      await startWithoutAccount(person);
      await giveIdentity(person, guardian);
      const { code, text } = await world().phones.await(mobileOf(letter));
      expect(text.split("\n").at(-1)).toBe(`@localhost #${code}`);
      await giveCode(person, code);
      await claimAll(person, children, "Suivant");
      await choosePassword(person);
      await expectScreen(person, successHeading);
      // The school had given this person an identifier with the letter: it stays.
      await person.page.getByRole("group", { name: `Votre identifiant ÉduConnect ${identifier}` }).waitFor();
      await enterServices(person);
      const signedIn = person.page.getByText(`Connecté : ${guardian.givenName} ${guardian.familyName}`);
      await signedIn.waitFor();
      await person.press(button(person.page, "Se déconnecter"));
      await expectScreen(person, loginHeading);
      await signInWith(person, identifier, goodPassword);
      await expectScreen(person, servicesHeading);
      await signedIn.waitFor();
      expect(await world().phones.read(mobileOf(letter))).toHaveLength(1);
    },
  );
});

/** People whose names and numbers are rarely typed as the school has them, with what they type. */
const typists = [
  {
    name: "Łucja Żółkiewska",
    typed: ["Zolkiewska", "lucja", "0692701546"],
    shown: "+262 692 70 15 46 (La Réunion)",
  },
  {
    name: "Jean-Hugues Hoarau",
    typed: ["  HOARAU ", "JEAN  HUGUES", "06.92.41.27.83"],
    shown: "+262 692 41 27 83 (La Réunion)",
  },
  {
    name: "Rock Wamytan",
    typed: ["wamytan", "Rock", "+687 75.12.34"],
    shown: "+687 75 12 34 (Nouvelle-Calédonie)",
  },
  { name: "Anne-Sophie de La Tour", typed: ["DE  LA TOUR", "anne sophie", null], shown: null },
  { name: "Laëtitia Lecœur", typed: ["LECOEUR", "Laetitia", null], shown: null },
  { name: "Олена Шевченко", typed: ["ШЕВЧЕНКО", "олена", null], shown: null },
] as const;

describe.concurrent("typed otherwise than the school has it", () => {
  it.each(typists)("$name gets in", async ({ name, typed, shown }) => {
    const letter = world().letters.takeTexted(isLetterOf(name));
    const [familyName, givenName, mobile] = typed;
    const person = createMousePerson(await world().open(loginPath, 320));
    await reachIdentity(person);
    await typeIdentity(person, { familyName, givenName, mobile: mobile ?? mobileOf(letter) });
    await field(person.page, phoneLabel).blur();
    if (shown !== null) {
      const understood = person.page.getByRole("status").filter({ hasText: "Numéro compris" });
      expect((await understood.innerText()).replaceAll(/\s/gu, " ")).toBe(`Numéro compris : ${shown}`);
    }
    await person.press(button(person.page, "Suivant"));
    await giveCode(person, (await world().phones.await(mobileOf(letter))).code);
    await claimAll(person, letter.children, "Suivant");
    await choosePassword(person);
    await expectScreen(person, successHeading);
    await enterServices(person);
    await person.page
      .getByText(`Connecté : ${letter.guardian.givenName} ${letter.guardian.familyName}`)
      .waitFor();
  });

  const halves = (code: string): string =>
    `${code.slice(0, 2)} ${code.slice(2, 4)}-${code.slice(4, 6)} ${code.slice(6)}`;
  const fullWidth = (code: string): string =>
    code.replaceAll(/\d/gu, (digit) => String.fromCodePoint(0xff10 + Number(digit)));

  // One after the other: the browsers of one machine share its clipboard.
  it("a code pasted with signs, spaces, a newline or in full-width digits is taken", async () => {
    const ways = [halves, fullWidth, (code: string) => `${code}\n`, (code: string) => `\u00a0${code}\u202f`];
    for (const write of ways) {
      const letter = world().letters.takeTexted();
      const person = createMousePerson(await world().open(loginPath, 320));
      const { page } = person;
      await reachCode(person, letter.guardian);
      const pasted = write((await world().phones.await(mobileOf(letter))).code);
      await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
      await page.evaluate((text) => navigator.clipboard.writeText(text), pasted);
      await smsCodeField(page).click();
      await page.keyboard.press("ControlOrMeta+V");
      expect(await smsCodeField(page).inputValue()).toBe(pasted.replace("\n", ""));
      await page.keyboard.press("Enter");
      await expectScreen(person, childrenHeading);
    }
  });

  it("takes what was typed back up for whoever goes back to correct it", async () => {
    const letter = world().letters.takeTexted();
    const person = createKeyboardPerson(await world().open(loginPath));
    const { guardian } = letter;
    await reachCode(person, { ...guardian, familyName: `${guardian.familyName}x` });
    await person.press(button(person.page, "Précédent"));
    await heading(person.page, "Je confirme mon identité").waitFor();
    expect(await field(person.page, "Nom").inputValue()).toBe(`${guardian.familyName}x`);
    await giveIdentity(person, guardian);
    await expectScreen(person, smsCodeHeading);
    await giveCode(person, (await world().phones.await(mobileOf(letter))).code);
    await expectScreen(person, childrenHeading);
  });
});
