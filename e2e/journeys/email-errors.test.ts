import { describe, expect, it } from "vitest";
import { emailHeading, typeEmail } from "../pages/email.ts";
import { expectFieldError, expectSummary, button, expectScreen, field, heading } from "../pages/screen.ts";
import { reachEmail, passwordHeading } from "../pages/guardian-method.ts";
import { createInspectingPerson } from "../people/inspecting-person.ts";
import type { Person } from "../people/person.ts";
import { useWorld } from "../world/open-world.ts";
import { loginPath } from "../world/visits.ts";

const world = useWorld();

async function open(): Promise<Person> {
  const person = createInspectingPerson(await world().open(loginPath, 320));
  await reachEmail(person, world().letters.takeGuardian());
  return person;
}

const first = "Adresse mail";
const second = "Confirmation de l'adresse mail";
const invalid = "Cette adresse mail n'est pas valable : elle doit ressembler à nom@exemple.fr.";
const mismatch = "Les deux adresses mail sont différentes. Saisissez deux fois la même.";

describe.concurrent("giving an address", () => {
  it("says what is wrong with each field, and keeps what was typed", async () => {
    const person = await open();
    const { page } = person;
    const cases = [
      ["", "", ["Saisissez votre adresse mail.", "Saisissez l'adresse mail une deuxième fois."]],
      ["parent@", "parent@", [invalid]],
      ["parent@exemple.example", "parents@exemple.example", [mismatch]],
      [
        `${"p".repeat(250)}@exemple.example`,
        "",
        ["Cette adresse mail est trop longue. Vérifiez-la.", "Saisissez l'adresse mail une deuxième fois."],
      ],
    ] as const;
    for (const [email, again, texts] of cases) {
      await typeEmail(person, email, again);
      await person.press(button(page, "Confirmer"));
      await expectSummary(person, texts);
      const [text] = texts;
      await expectFieldError(field(page, text === mismatch ? second : first), text);
      expect(await field(page, first).inputValue()).toBe(email);
      expect(await field(page, second).inputValue()).toBe(again);
    }
    expect(await heading(page, emailHeading).isVisible()).toBe(true);
  });

  it("suggests what was probably meant, without forcing it", async () => {
    const person = await open();
    const { page } = person;
    await typeEmail(person, "parent@gmial.com");
    await page.getByText("Vouliez-vous dire parent@gmail.com ?").waitFor();
    await person.look("Vouliez-vous dire parent@gmail.com ?");
    await person.press(button(page, "Utiliser parent@gmail.com"));
    expect(await field(page, first).inputValue()).toBe("parent@gmail.com");
    expect(await field(page, second).inputValue()).toBe("parent@gmail.com");
    await typeEmail(person, "parent@gmial.com");
    await person.press(button(page, "Confirmer"));
    await expectScreen(person, passwordHeading);
  });
});
