import { describe, expect, it } from "vitest";
import { childrenHeading } from "../pages/children.ts";
import { expectFieldError, expectSummary, button, expectScreen, field } from "../pages/screen.ts";
import { reachPassword, goodPassword, typePassword } from "../pages/guardian-method.ts";
import { createInspectingPerson } from "../people/inspecting-person.ts";
import { hasDates } from "../world/letters.ts";
import { useWorld } from "../world/open-world.ts";
import { loginPath } from "../world/visits.ts";

const world = useWorld();

const own = "Le mot de passe contient votre nom, votre prénom ou votre identifiant. Choisissez-en un autre.";
const mismatch = "Les deux mots de passe sont différents. Saisissez deux fois le même.";

describe.concurrent("choosing a password", () => {
  it("says what is wrong, keeps what was typed, and takes a good one", async () => {
    const letter = world().letters.takeGuardian(
      (each) => hasDates(each) && /^[A-Z][a-z]{5,}$/u.test(each.guardian.familyName),
    );
    const person = createInspectingPerson(await world().open(loginPath, 320));
    const { page } = person;
    await reachPassword(person, letter);
    const cases = [
      ["", "", ["Choisissez un mot de passe.", "Saisissez le mot de passe une deuxième fois."]],
      ["Ab1!", "Ab1!", ["Le mot de passe doit contenir 8 caractères au moins."]],
      ["coquelicot!42", "coquelicot!42", ["Ajoutez une majuscule au mot de passe."]],
      [
        "Azerty123!",
        "Azerty123!",
        ["Ce mot de passe est trop courant. Choisissez-en un que personne ne devinerait."],
      ],
      [`${letter.guardian.familyName}-42!x`, `${letter.guardian.familyName}-42!x`, [own]],
      [goodPassword, `${goodPassword}x`, [mismatch]],
    ] as const;
    for (const [password, again, texts] of cases) {
      await typePassword(person, password, again);
      await person.press(button(page, "Suivant"));
      await expectSummary(person, texts);
      const [text] = texts;
      const isSecond = text === mismatch;
      await expectFieldError(
        field(page, isSecond ? "Confirmation du nouveau mot de passe" : "Mot de passe"),
        text,
      );
      expect(await field(page, "Mot de passe").inputValue()).toBe(password);
    }
    await person.press(page.getByText("Aide à la création de mot de passe sécurisé"));
    await page.getByText("Le plus sûr et le plus simple à retenir est une phrase de passe").waitFor();
    await person.press(button(page, "Afficher le mot de passe").first());
    expect(await field(page, "Mot de passe").getAttribute("type")).toBe("text");
    await typePassword(person, goodPassword);
    await person.press(button(page, "Suivant"));
    await expectScreen(person, childrenHeading);
  });

  it("does not take the letter's own password", async () => {
    const letter = world().letters.takeGuardian();
    const person = createInspectingPerson(await world().open(loginPath));
    await reachPassword(person, letter);
    await typePassword(person, letter.provisionalPassword);
    await person.press(button(person.page, "Suivant"));
    expect(
      await person.page.getByRole("group", { name: "Il y a un problème" }).getByRole("listitem").count(),
    ).toBeGreaterThan(0);
  });
});
