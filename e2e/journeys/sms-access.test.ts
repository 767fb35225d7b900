import { describe, expect, it } from "vitest";
import { childrenHeading, claimAll } from "../pages/children.ts";
import { expectSummary, button, expectScreen, expectShown } from "../pages/screen.ts";
import {
  giveIdentity,
  identityHeading,
  phoneLabel,
  startWithoutAccount,
  typeIdentity,
  smsCodeHeading,
  tryCode,
  mobileOf,
  reachCode,
  reachIdentity,
  reachSmsChildren,
} from "../pages/sms-method.ts";
import {
  passwordHeading,
  typePassword,
  goodPassword,
  enterServices,
  successHeading,
} from "../pages/guardian-method.ts";
import { goToSignIn } from "../pages/login.ts";
import { createInspectingPerson, readTree, type TreeNode } from "../people/inspecting-person.ts";
import { createMousePerson } from "../people/person.ts";
import { useWorld } from "../world/open-world.ts";
import { loginPath, reportsPath, startPath } from "../world/visits.ts";

const world = useWorld();

const namesOf = (nodes: readonly TreeNode[], role: string): string[] =>
  nodes.filter((node) => node.role === role).map(({ name }) => name);

describe.concurrent("every screen of the SMS method at 320 px passes axe and fits the window", () => {
  it("from the portal to the services", async () => {
    const letter = world().letters.takeTexted();
    const person = createInspectingPerson(await world().open(startPath, 320));
    const { page } = person;
    await goToSignIn(person);
    await startWithoutAccount(person);
    await typeIdentity(person, { ...letter.guardian, mobile: "0692 12 34 56" });
    await person.look("a number of Réunion as it was understood");
    await giveIdentity(person, letter.guardian);
    await expectScreen(person, smsCodeHeading);
    await tryCode(person, (await world().phones.await(mobileOf(letter))).code);
    await claimAll(person, letter.children, "Suivant");
    await expectScreen(person, passwordHeading);
    await typePassword(person, goodPassword);
    await person.press(button(page, "Suivant"));
    await expectScreen(person, successHeading);
    await enterServices(person);
    await page.getByText("Connecté :").waitFor();
    await person.look("Mes services");
  });

  it.each([
    ["/demo/phones", "Téléphones"],
    [reportsPath, "Signalements"],
    ["/methodes", "Quelles méthodes pour activer un compte ?"],
  ])("of the demo's page %s", async (path, name) => {
    const letter = world().letters.takeTexted();
    await reachCode(createMousePerson(await world().open(loginPath)), letter.guardian);
    await world().phones.await(mobileOf(letter));
    await expectShown(createInspectingPerson(await world().open(path, 320)), name);
  });
});

describe.concurrent("what the browser tells a screen reader", () => {
  it("names the identity's headings and fields, and each error at its field", async () => {
    const person = createMousePerson(await world().open(loginPath, 320));
    const { page } = person;
    await reachIdentity(person);
    const nodes = await readTree(page);
    expect(namesOf(nodes, "heading")).toEqual(
      expect.arrayContaining([
        "Activation du compte",
        identityHeading,
        "Je confirme mon identité",
        "Je renseigne mon n° de téléphone portable",
      ]),
    );
    expect(namesOf(nodes, "textbox")).toEqual(["Nom", "Prénom", phoneLabel]);
    const phone = nodes.find(({ name, role }) => role === "textbox" && name === phoneLabel);
    expect(phone?.description).toContain(
      "merci d'indiquer l'indicatif régional, par exemple +262 692 12 34 56.",
    );
    expect(phone?.description).toContain("communiqué à l'école ou à l'établissement scolaire.");
    await giveIdentity(person, { familyName: "", givenName: "Ada", mobile: "03 22 00 11 22" });
    const landline =
      "Ce numéro n'est pas celui d'un téléphone portable : il ne pourrait pas recevoir de SMS.";
    await expectSummary(person, ["Saisissez votre nom.", landline]);
    const wrong = (await readTree(page)).filter(({ isInvalid }) => isInvalid);
    expect(wrong.map(({ name }) => name)).toEqual(["Nom", phoneLabel]);
    expect(wrong[0]?.description).toBe("Erreur : Saisissez votre nom.");
    expect(wrong[1]?.description).toContain(`Erreur : ${landline}`);
  });

  it("names the code's field and what it asks, and the countdown only once it is over", async () => {
    const letter = world().letters.takeTexted();
    const person = createMousePerson(await world().open(loginPath, 320));
    const { page } = person;
    await reachCode(person, letter.guardian);
    const nodes = await readTree(page);
    expect(namesOf(nodes, "heading")).toEqual(
      expect.arrayContaining([
        smsCodeHeading,
        "Je saisis le code de sécurité reçu par SMS",
        "Pas de SMS ?",
        "Besoin d'aide ?",
      ]),
    );
    expect(nodes.filter(({ role }) => role === "textbox")).toMatchObject([
      { name: "Code de sécurité", description: "8 chiffres" },
    ]);
    const again = nodes.find(({ name }) => name === "Renvoyer le SMS");
    expect(again?.description).toBe("Vous pourrez bientôt renvoyer le SMS.");
    expect(nodes.some(({ name }) => /dans \d+ secondes?/u.test(name))).toBe(false);
    await page.getByRole("status").filter({ hasText: "Vous pouvez renvoyer le SMS." }).waitFor();
    await tryCode(person, "1234");
    await expectSummary(person, ["Le code contient 8 chiffres. Vérifiez-le."]);
    const wrong = (await readTree(page)).find(({ isInvalid }) => isInvalid);
    expect(wrong).toMatchObject({ role: "textbox", name: "Code de sécurité" });
    expect(wrong?.description).toContain("Erreur : Le code contient 8 chiffres. Vérifiez-le.");
  });

  it("names each child's card by the whole name and the school", async () => {
    const letter = world().letters.takeTexted();
    const person = createMousePerson(await world().open(loginPath, 320));
    await reachSmsChildren(person, letter, world().phones);
    const nodes = await readTree(person.page);
    expect(namesOf(nodes, "heading")).toContain(childrenHeading);
    const groups = namesOf(nodes, "group");
    for (const { givenName, familyName } of letter.children) {
      expect(groups).toContainEqual(
        expect.stringMatching(`^${givenName} ${familyName} ?, (?:E\\.E\\.PU|LP LYC) `),
      );
    }
  });
});
