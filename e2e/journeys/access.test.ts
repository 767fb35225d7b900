import { describe, expect, it } from "vitest";
import { giveBirthDate, cardOf, claimChild } from "../pages/children.ts";
import { confirmEmail, giveEmail } from "../pages/email.ts";
import {
  reachChildren,
  reachEmailSent,
  choosePassword,
  enterServices,
  successHeading,
} from "../pages/guardian-method.ts";
import { signInWithLetter } from "../pages/login.ts";
import { expectScreen, expectShown } from "../pages/screen.ts";
import { createInspectingPerson, expectAccessible, expectToFit } from "../people/inspecting-person.ts";
import { addressOf } from "../world/letters.ts";
import { useWorld } from "../world/open-world.ts";
import { loginPath, pupilLoginPath } from "../world/visits.ts";

const world = useWorld();

describe.concurrent("every screen at 320 px passes axe and fits the window", () => {
  it("of a guardian", async () => {
    const letter = world().letters.takeGuardian();
    const person = createInspectingPerson(await world().open(loginPath, 320));
    await reachEmailSent(person, letter);
    const mail = await world().mailbox.await(addressOf(letter));
    await confirmEmail(createInspectingPerson(await world().open(loginPath, 320)), mail.link);
    await expectScreen(person, successHeading);
    await enterServices(person);
    await person.page.getByText("Connecté :").waitFor();
    await person.look("Mes services");
  });

  it("of a pupil", async () => {
    const letter = world().letters.takePupil();
    const person = createInspectingPerson(await world().open(pupilLoginPath, 320));
    await signInWithLetter(person, letter);
    await choosePassword(person);
    await giveBirthDate(person, letter.pupil.birthDate ?? "");
    await giveEmail(person, addressOf(letter));
    await expectScreen(person, successHeading);
  });

  it("of a guardian of twelve children with long names", async () => {
    const letter = world().letters.takeGuardian(({ children }) => children.length === 12);
    const person = createInspectingPerson(await world().open(loginPath, 320));
    await reachChildren(person, letter);
    for (const child of letter.children.slice(0, 2)) await claimChild(person, child);
    await person.look("twelve children, two of them with dates");
    const [child] = letter.children;
    if (child === undefined) throw new Error("twelve children were asked for");
    const fields = cardOf(person.page, child).getByRole("textbox");
    const tops = await fields.evaluateAll((inputs) =>
      inputs.map((input) => input.getBoundingClientRect().top),
    );
    expect(new Set(tops).size, "day, month and year stand on one line").toBe(1);
  });

  it("of the letters and of the mails", async () => {
    const person = createInspectingPerson(await world().open("/demo/letters", 320));
    await expectShown(person, "Courriers remis par les écoles");
    await person.page.goto("/demo/mails");
    await expectShown(person, "Mails envoyés");
  });
});

it("names each child's card, in the browser's own tree, by the whole name and the school", async () => {
  const letter = world().letters.takeGuardian();
  const person = createInspectingPerson(await world().open(loginPath, 320));
  await reachChildren(person, letter);
  const session = await person.page.context().newCDPSession(person.page);
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  const groups = nodes.filter(({ role }) => role?.value === "group").map(({ name }) => String(name?.value));
  for (const { givenName, familyName } of letter.children) {
    expect(groups).toContainEqual(
      expect.stringMatching(`^${givenName} ${familyName} ?, (?:E\\.E\\.PU|LP LYC) `),
    );
  }
});

it("notices a control without a name, and a page wider than the window", async () => {
  const page = await world().open(loginPath, 320);
  await page.evaluate(() => document.querySelector("main")?.append(document.createElement("input")));
  await expect(expectAccessible(page, "spoilt")).rejects.toThrow("label: <input>");
  await page.evaluate(() => document.querySelector("main > input")?.remove());
  await expectAccessible(page, "mended");
  await page.evaluate(() => {
    const rule = document.createElement("hr");
    rule.setAttribute("width", "900");
    document.querySelector("main")?.append(rule);
  });
  await expect(expectToFit(page, "wide")).rejects.toThrow("beyond the window's");
});
