import { describe, expect, it } from "vitest";
import { emailHeading } from "../pages/email.ts";
import {
  expectFieldError,
  expectSummary,
  expectSoon,
  expectScreen,
  expectShown,
  field,
} from "../pages/screen.ts";
import { loginHeading, signInWith } from "../pages/login.ts";
import { createInspectingPerson } from "../people/inspecting-person.ts";
import type { Person } from "../people/person.ts";
import { useWorld } from "../world/open-world.ts";
import { loginPath } from "../world/visits.ts";

const world = useWorld();

const refused =
  "L'identifiant ou le mot de passe n'est pas le bon. Recopiez-les du courrier ou, après l'activation, tapez le mot de passe choisi.";

async function open(): Promise<Person> {
  const person = createInspectingPerson(await world().open(loginPath, 320));
  await expectShown(person, loginHeading);
  return person;
}

describe.concurrent("signing in with a letter", () => {
  it("says the same of a wrong password and of an unknown identifier, and keeps what was typed", async () => {
    const letter = world().letters.takeGuardian();
    const person = await open();
    for (const identifier of [letter.identifier, "p.personne99"]) {
      await signInWith(person, identifier, "AAAA2222");
      await expectSummary(person, [refused]);
      expect(await field(person.page, "Identifiant").inputValue()).toBe(identifier);
    }
  });

  it("takes the identifier in capitals and the letter's password in small letters with spaces", async () => {
    const { identifier, provisionalPassword } = world().letters.takeGuardian();
    const typed = ` ${provisionalPassword.toLowerCase().slice(0, 4)} ${provisionalPassword.toLowerCase().slice(4)} `;
    const person = await open();
    await signInWith(person, ` ${identifier.toUpperCase()} `, typed);
    await expectScreen(person, emailHeading);
  });

  it("closes for a while after five wrong passwords, also to the right one, and says for how long", async () => {
    const letter = world().letters.takeGuardian();
    const person = await open();
    for (let attempt = 1; attempt < 5; attempt += 1) {
      await signInWith(person, letter.identifier, `FAUX222${attempt}`);
      await expectSummary(person, [refused]);
      await expectSoon(() => field(person.page, "Identifiant").isEnabled(), true);
    }
    await signInWith(person, letter.identifier, "FAUX2225");
    await signInWith(person, letter.identifier, letter.provisionalPassword);
    await expectSummary(person, ["Il y a eu trop d'essais. Réessayez dans 15 minutes."]);
  });

  it("says that the letter's password has expired, and whom to ask", async () => {
    const { identifier, provisionalPassword } = world().letters.takeExpired();
    const person = await open();
    await signInWith(person, identifier, provisionalPassword);
    await expectSummary(person, [
      "Ce mot de passe provisoire n'est plus valable. Demandez un nouveau courrier à l'établissement.",
    ]);
  });

  it.each([
    ["", "", ["Saisissez votre identifiant.", "Saisissez votre mot de passe."]],
    ["", "7GMPGYF3", ["Saisissez votre identifiant."]],
    ["p.nom12", "", ["Saisissez votre mot de passe."]],
    [
      "parent@exemple.fr",
      "7GMPGYF3",
      ["Saisissez votre identifiant au format p.nomXX, pas votre adresse mail."],
    ],
    ["p".repeat(70), "7GMPGYF3", ["Cet identifiant est trop long. Recopiez celui du courrier."]],
  ] as const)("says what is wrong with « %s » and « %s »", async (identifier, password, texts) => {
    const person = await open();
    await signInWith(person, identifier, password);
    await expectSummary(person, texts);
    const [first = ""] = texts;
    const wrong = field(person.page, first.includes("mot de passe") ? "Mot de passe" : "Identifiant");
    await expectFieldError(wrong, first);
    expect(await field(person.page, "Identifiant").inputValue()).toBe(identifier);
    expect(await field(person.page, "Mot de passe").inputValue()).toBe(password);
    await person.press(person.page.getByRole("link", { name: first, exact: true }));
    await expectSoon(() => wrong.evaluate((element) => element.matches(":focus")), true);
  });
});
