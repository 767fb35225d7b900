import { describe, expect, it } from "vitest";
import { childrenHeading, claimAll } from "../pages/children.ts";
import { expectSoon, button, expectScreen, expectShown, field } from "../pages/screen.ts";
import {
  identityHeading,
  phoneLabel,
  typeIdentity,
  smsCodeField,
  smsCodeHeading,
  tryCode,
  reachCode,
  reachIdentity,
} from "../pages/sms-method.ts";
import { loginHeading } from "../pages/login.ts";
import {
  choosePassword,
  passwordHeading,
  enterServices,
  servicesHeading,
  successHeading,
} from "../pages/guardian-method.ts";
import { hasFocus, type Person } from "../people/person.ts";
import { createInspectingPerson } from "../people/inspecting-person.ts";
import { createKeyboardPerson } from "../people/keyboard-person.ts";
import {
  useClockedWorlds,
  type ClockedWorld,
  openWithClock,
  passMinutes,
} from "../world/open-clocked-world.ts";

const openWorld = useClockedWorlds();

const claire = { familyName: "Martin", givenName: "Claire", mobile: "06 12 34 56 71" };
const children = [
  { givenName: "Emma", familyName: "Martin", birthDate: "2015-03-12" },
  { givenName: "Lucas", familyName: "Martin", birthDate: "2009-11-30" },
] as const;

const flowWarning = "Sans action de votre part, cette activation s'arrêtera";
const sessionWarning = "Sans action de votre part, votre session se terminera";

/** Waits for the warning, which says in words how long there is, and asks for more time; what had the focus has it again. */
async function askForMoreTime(person: Person, warning: string): Promise<void> {
  const { page, look } = person;
  const alert = page.getByRole("alert").filter({ hasText: warning });
  await alert.waitFor();
  expect(await alert.innerText()).toMatch(/dans (2 minutes|\d+ secondes)\./u);
  await look(warning);
  const before = await page.evaluateHandle(() => {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    return active;
  });
  await person.press(button(page, "Continuer"));
  await alert.waitFor({ state: "detached" });
  const isBack = () =>
    before.evaluate((element) => {
      const root = element?.getRootNode();
      return (root instanceof Document || root instanceof ShadowRoot) && root.activeElement === element;
    });
  await expectSoon(isBack, true, "the focus is where it was before the warning");
}

/** Whether what has the focus can be seen at its middle, and is not below the warning (WCAG 2.4.11). */
const isFocusInSight = ({ page }: Person): Promise<boolean> =>
  page.evaluate(() => {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    const root = active?.getRootNode();
    if (!active || !(root instanceof ShadowRoot || root instanceof Document)) return false;
    const { left, width, top, height } = active.getBoundingClientRect();
    const seen = root.elementFromPoint(left + width / 2, top + height / 2);
    return seen !== null && (seen === active || active.contains(seen) || active.matches(":disabled"));
  });

async function claireAt(world: ClockedWorld, create = createKeyboardPerson, width?: number): Promise<Person> {
  return create(await openWithClock(world, width));
}

describe.concurrent("who needs more time than there is (WCAG 2.2.1, RGAA 13.1)", () => {
  it("asks for it three times by the keyboard, on the SMS method, and ends well", async () => {
    const world = await openWorld();
    const person = await claireAt(world);
    const { page } = person;
    await reachIdentity(person);
    await person.type(field(page, "Nom"), claire.familyName);
    await passMinutes(world, page, 28.5);
    await askForMoreTime(person, flowWarning);
    expect(await field(page, "Nom").inputValue()).toBe(claire.familyName);
    await passMinutes(world, page, 28.5);
    await askForMoreTime(person, flowWarning);
    await typeIdentity(person, claire);
    await person.press(button(page, "Suivant"));
    await expectScreen(person, smsCodeHeading);
    await world.phones.await(claire.mobile);
    await passMinutes(world, page, 28.5);
    await page
      .getByText(/^Ce code ne sera plus valable dans /u)
      .first()
      .waitFor();
    await passMinutes(world, page, 2);
    await page.getByText("Le code envoyé n'est plus valable.").first().waitFor();
    await passMinutes(world, page, 28);
    await askForMoreTime(person, flowWarning);
    await person.press(button(page, "Renvoyer le SMS"));
    await page.getByText("Un nouveau SMS a été demandé.").waitFor();
    const { code } = await world.phones.await(claire.mobile, 2);
    await tryCode(person, code);
    await expectScreen(person, childrenHeading);
    await claimAll(person, children, "Suivant");
    await expectScreen(person, passwordHeading);
    await choosePassword(person);
    await expectScreen(person, successHeading);
    await enterServices(person);
    await passMinutes(world, page, 58.5);
    await askForMoreTime(person, sessionWarning);
    await passMinutes(world, page, 58.5);
    await askForMoreTime(person, sessionWarning);
    await expectShown(person, servicesHeading);
  });

  it("and lets it pass, begins again with what was typed still there, at 320 px", async () => {
    const world = await openWorld();
    const person = await claireAt(world, createInspectingPerson, 320);
    const { page } = person;
    await reachIdentity(person);
    await typeIdentity(person, claire);
    await passMinutes(world, page, 28.5);
    const alert = page.getByRole("alert").filter({ hasText: flowWarning });
    await alert.waitFor();
    await person.look(flowWarning);
    expect(await hasFocus(field(page, phoneLabel))).toBe(true);
    await passMinutes(world, page, 2);
    await expectShown(person, loginHeading);
    await page.getByText("Rien n'était encore confirmé").waitFor();
    expect(await alert.count()).toBe(0);
    await person.press(button(page, "Je n'ai pas de compte"));
    await expectScreen(person, identityHeading);
    expect(await field(page, "Nom").inputValue()).toBe(claire.familyName);
    expect(await field(page, phoneLabel).inputValue()).toBe(claire.mobile);
    await person.press(button(page, "Suivant"));
    await expectScreen(person, smsCodeHeading);
  });

  it("sees where the focus is on the way back to the warning, at 320 px", async () => {
    const world = await openWorld();
    const person = await claireAt(world, createKeyboardPerson, 320);
    const { page } = person;
    await reachIdentity(person);
    await person.type(field(page, phoneLabel), claire.mobile);
    await passMinutes(world, page, 28.5);
    const toContinue = button(page, "Continuer");
    await toContinue.waitFor();
    for (let stop = 0; stop < 20 && !(await hasFocus(toContinue)); stop += 1) {
      await page.keyboard.press("Shift+Tab");
      expect(await isFocusInSight(person), `stop ${stop}`).toBe(true);
    }
    expect(await hasFocus(toContinue)).toBe(true);
  });

  it("but left the phone aside for hours finds how things stand, and no warning that comes too late", async () => {
    const world = await openWorld();
    const person = await claireAt(world);
    await reachCode(person, claire);
    await person.type(smsCodeField(person.page), "1234");
    await passMinutes(world, person.page, 300);
    await expectShown(person, loginHeading);
    expect(await person.page.getByText(flowWarning).count()).toBe(0);
  });

  it("on « Mes services » is told that the session has ended, where it has", async () => {
    const world = await openWorld();
    const person = await claireAt(world);
    const { page } = person;
    await reachCode(person, claire);
    await tryCode(person, (await world.phones.await(claire.mobile)).code);
    await expectScreen(person, childrenHeading);
    await claimAll(person, children, "Suivant");
    await expectScreen(person, passwordHeading);
    await choosePassword(person);
    await expectScreen(person, successHeading);
    await enterServices(person);
    await passMinutes(world, page, 61);
    await expectShown(person, "Votre session est terminée");
    expect(await page.getByText(sessionWarning).count()).toBe(0);
  });
});
