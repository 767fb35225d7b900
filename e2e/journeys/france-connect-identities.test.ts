import { describe, expect, it } from "vitest";
import { childrenHeading, claimEach } from "../pages/children.ts";
import { enterWithFranceConnect, expectOutcome } from "../pages/france-connect.ts";
import { civilNameOf, claimAllMasked, maskedCards } from "../pages/masked-children.ts";
import { passwordHeading } from "../pages/guardian-method.ts";
import { expectScreen, expectShown, heading } from "../pages/screen.ts";
import { createInspectingPerson } from "../people/inspecting-person.ts";
import { createMousePerson, type Person } from "../people/person.ts";
import { useWorld } from "../world/open-world.ts";
import { loginPath } from "../world/visits.ts";

const world = useWorld();

const unmatched =
  "Votre identité ne correspond pas à un compte que vous pouvez activer ainsi. Si vous avez déjà un compte, connectez-vous avec votre identifiant. Sinon, choisissez une autre méthode ou demandez à l'établissement de vérifier ce qu'il a noté.";

const open = async (): Promise<Person> => createMousePerson(await world().open(loginPath, 320));

describe.concurrent("who FranceConnect says it is", () => {
  it.each([
    { who: "a ligature and a diaeresis", name: "Laëtitia Lecœur" },
    { who: "letters with a stroke", name: "Łukasz Łącki" },
    { who: "no given name", name: "Rakotomalala" },
    { who: "a birth date that is not known in full", name: "Aminata Diallo" },
    { who: "a double family name", name: "Élodie Leroy--Garnier" },
    { who: "a birth name with an apostrophe, and seven children", name: "Bénédicte de Kerguélen" },
    { who: "over fifty characters", name: "Marie-Charlotte Apolline de Montgolfier-Saint-Exupéry" },
    { who: "no mail", name: "Maria de Fátima Ferreira" },
    { who: "a Cyrillic name", name: "Олена Шевченко" },
    { who: "a name that the school has typed in capitals without accents", name: "JEAN PHILIPPE LEGRAND" },
  ])("is the guardian of the school with $who", async ({ name }) => {
    const letter = world().letters.takeGuardian((each) => civilNameOf(each) === name);
    const person = await open();
    await enterWithFranceConnect(person, name);
    await expectShown(person, childrenHeading);
    expect(await maskedCards(person.page).count()).toBe(letter.children.length);
    await claimAllMasked(person, letter.children);
    await expectScreen(person, passwordHeading);
  });

  it("is shown the children in full where the birth date is the one that the school knows", async () => {
    const letter = world().letters.takeGuardian((each) => civilNameOf(each) === "Hélène Carpentier");
    const person = await open();
    // Civil status has other given names too, and the birth name first.
    await enterWithFranceConnect(person, "Hélène Marie Louise Duval");
    await claimEach(person, letter.children, "Suivant");
    await expectScreen(person, passwordHeading);
  });

  it.each([
    { who: "nobody of any school", name: "Angela Dubois" },
    { who: "an unknown of whose birth date only year and month are known", name: "Fatou Ndiaye" },
    { who: "an unknown without mail", name: "Gérard Petit" },
    { who: "an unknown of over fifty characters", name: "Marie-Antoinette de La Rochefoucauld" },
    { who: "one of two people of that name", name: "Nathalie Martin" },
    { who: "somebody whose account is active", name: "Émilie Roussel" },
    { who: "a relative who represents no child", name: "Josiane Tavernier" },
  ])("is told the same as $who, and is shown the other ways", async ({ name }) => {
    const person = createInspectingPerson(await world().open(loginPath, 320));
    await enterWithFranceConnect(person, name);
    await expectOutcome(person, "Nous n'avons pas trouvé de compte à activer", unmatched);
    await heading(person.page, "Les autres façons de continuer").waitFor();
    await heading(person.page, "Besoin d'aide ?").waitFor();
  });
});
