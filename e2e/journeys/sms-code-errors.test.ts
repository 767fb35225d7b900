import { defaultActivationPolicy } from "@educonnect-activation/core";
import { describe, expect, it } from "vitest";
import { childrenHeading } from "../pages/children.ts";
import {
  expectFieldError,
  expectSummary,
  expectSoon,
  button,
  expectScreen,
  expectShown,
  field,
  heading,
} from "../pages/screen.ts";
import {
  giveIdentity,
  identityHeading,
  phoneLabel,
  smsCodeField,
  smsCodeHeading,
  tryCode,
  wrongCodeFor,
  reachCode,
  reachIdentity,
} from "../pages/sms-method.ts";
import { loginHeading } from "../pages/login.ts";
import { createInspectingPerson } from "../people/inspecting-person.ts";
import type { Person } from "../people/person.ts";
import { useClockedWorlds, type ClockedWorld } from "../world/open-clocked-world.ts";

const openWorld = useClockedWorlds();

const claire = { familyName: "Martin", givenName: "Claire", mobile: "06 12 34 56 71" };
const paul = { familyName: "Durand", givenName: "Paul", mobile: "06 12 34 56 72" };
const nobody = { familyName: "Personne", givenName: "Aucune", mobile: "06 12 34 56 99" };

const wrong = "Ce code n'est pas le bon. Vérifiez le dernier SMS reçu, puis réessayez.";
const expired = "Ce code n'est plus valable. Renvoyez le SMS pour en recevoir un nouveau.";
const lockedHeading = "Cette étape est momentanément fermée";

const { sends } = defaultActivationPolicy;
const minute = 60;

async function open(world: ClockedWorld): Promise<Person> {
  return createInspectingPerson(await world.open("/", 320));
}

/** Reloads the page, so that it reads the server's clock again. */
async function reload(person: Person, name: string): Promise<void> {
  await person.page.reload();
  await expectShown(person, name);
}

/** Has the SMS sent again, once a minute has passed. */
async function resend(world: ClockedWorld, person: Person, count: number): Promise<string> {
  world.portal.advance(minute + 1);
  await reload(person, smsCodeHeading);
  await person.press(button(person.page, "Renvoyer le SMS"));
  await person.page.getByText("Un nouveau SMS a été demandé.").waitFor();
  return (await world.phones.await(claire.mobile, count)).code;
}

/** Gives five wrong codes, each refused in its words. */
async function spendTries(person: Person, code: string): Promise<void> {
  for (const left of ["4 essais", "3 essais", "2 essais", "1 essai"]) {
    await tryCode(person, wrongCodeFor(code));
    await expectSummary(person, [`${wrong} Il vous reste ${left}.`]);
    await expectFieldError(smsCodeField(person.page), wrong);
  }
  await tryCode(person, wrongCodeFor(code));
  await heading(person.page, lockedHeading).waitFor();
}

describe.concurrent("the code of a text", () => {
  it("is refused with the tries left, then the step closes for a quarter of an hour, to the right one too, and opens again", async () => {
    const world = await openWorld();
    const person = await open(world);
    await reachCode(person, claire);
    const { code } = await world.phones.await(claire.mobile);
    await spendTries(person, code);
    await person.page.getByText("Vous pourrez recommencer dans 15 minutes.").waitFor();
    await person.page.getByText("Vous pourrez renvoyer le SMS dans 15 minutes.").waitFor();
    await person.look(lockedHeading);
    let sent = 0;
    person.page.on("request", (request) => (sent += Number(request.method() === "POST")));
    await smsCodeField(person.page).fill(code);
    await smsCodeField(person.page).press("Enter");
    expect(await button(person.page, "Suivant").isDisabled()).toBe(true);
    await reload(person, smsCodeHeading);
    await heading(person.page, lockedHeading).waitFor();
    expect(sent).toBe(0);
    world.portal.advance(15 * minute + 1);
    await reload(person, smsCodeHeading);
    expect(await heading(person.page, lockedHeading).count()).toBe(0);
    await tryCode(person, code);
    await expectScreen(person, childrenHeading);
  });

  it("is refused in the same words, tries and lock where nobody was found", async () => {
    const world = await openWorld();
    const person = await open(world);
    await reachCode(person, nobody);
    await spendTries(person, "12345678");
    await person.page.getByText("Vous pourrez recommencer dans 15 minutes.").waitFor();
    expect(await world.portal.readTexts()).toEqual([]);
  });

  it("comes too late after half an hour, and a new one is taken", async () => {
    const world = await openWorld();
    const person = await open(world);
    await reachCode(person, claire);
    await person.page.getByText("(valable 30 min)").waitFor();
    const { code } = await world.phones.await(claire.mobile);
    world.portal.advance(30 * minute + 1);
    await tryCode(person, code);
    await expectSummary(person, [expired]);
    expect(await smsCodeField(person.page).inputValue()).toBe(code);
    await person.press(button(person.page, "Renvoyer le SMS"));
    await person.page.getByText("Un nouveau SMS a été demandé.").waitFor();
    const { code: second } = await world.phones.await(claire.mobile, 2);
    await tryCode(person, second);
    await expectScreen(person, childrenHeading);
  });

  it("says that the time is up when it comes later than the activation lasts", async () => {
    const world = await openWorld();
    const person = await open(world);
    await reachCode(person, claire);
    const { code } = await world.phones.await(claire.mobile);
    world.portal.advance(61 * minute);
    await tryCode(person, code);
    await expectScreen(person, "Le temps pour activer votre compte est écoulé");
    await person.press(button(person.page, "Revenir à la connexion"));
    await expectScreen(person, loginHeading);
  });

  it("counts only as long as no other was sent", async () => {
    const world = await openWorld();
    const person = await open(world);
    await reachCode(person, claire);
    const first = (await world.phones.await(claire.mobile)).code;
    const second = await resend(world, person, 2);
    expect(second).not.toBe(first);
    await tryCode(person, first);
    await expectSummary(person, [`${wrong} Il vous reste 4 essais.`]);
    await reload(person, smsCodeHeading);
    await person.page.getByText("Il vous reste 4 essais.", { exact: true }).waitFor();
    expect(await person.page.getByText(wrong).count(), "what was typed before is gone").toBe(0);
    await tryCode(person, second);
    await expectScreen(person, childrenHeading);
  });

  it("is sent five times and no more", async () => {
    const world = await openWorld({ rateLimits: { sms: { perNumberAnHour: 100, perNumberADay: 100 } } });
    const person = await open(world);
    await reachCode(person, claire);
    let code = "";
    for (let count = 2; count <= sends.smsCode.sends; count += 1) {
      code = await resend(world, person, count);
    }
    await person.page.getByText("Le SMS a été envoyé autant de fois que possible.").waitFor();
    expect(await button(person.page, "Renvoyer le SMS").count()).toBe(0);
    await person.look("Le SMS a été envoyé autant de fois que possible.");
    await heading(person.page, "Pas de SMS ?").waitFor();
    await tryCode(person, code);
    await expectScreen(person, childrenHeading);
  });

  it("is sent three times an hour to one number, whoever asks, and what was typed stays", async () => {
    const world = await openWorld();
    const person = await open(world);
    await reachCode(person, claire);
    await resend(world, person, 2);
    await resend(world, person, 3);
    world.portal.advance(minute + 1);
    await reload(person, smsCodeHeading);
    await person.press(button(person.page, "Renvoyer le SMS"));
    await expectSummary(person, [expect.stringMatching(/^Trop de SMS ont été demandés\. Réessayez dans /u)]);
    const other = await open(world);
    await reachIdentity(other);
    await giveIdentity(other, { ...nobody, mobile: claire.mobile });
    await expectSummary(other, [expect.stringMatching(/^Trop de SMS ont été demandés\. Réessayez dans /u)]);
    await expectShown(other, identityHeading);
    expect(await field(other.page, phoneLabel).inputValue()).toBe(claire.mobile);
    await giveIdentity(other, paul);
    await expectScreen(other, smsCodeHeading);
    expect(await world.phones.read(claire.mobile)).toHaveLength(3);
    expect(await world.phones.read(paul.mobile)).toHaveLength(1);
  });

  it("is counted down to in the page, without the server being asked", async () => {
    const world = await openWorld({
      policy: {
        ...defaultActivationPolicy,
        sends: { ...sends, smsCode: { ...sends.smsCode, cooldownSeconds: 3 } },
      },
    });
    const person = await open(world);
    await reachCode(person, claire);
    await person.page.getByText(/^Vous pourrez renvoyer le SMS dans [123] secondes?\.$/u).waitFor();
    const again = button(person.page, "Renvoyer le SMS");
    expect(await again.isDisabled()).toBe(true);
    await expectSoon(() => again.isEnabled(), true, "the SMS may be sent again");
    await person.page.getByText("Vous pouvez renvoyer le SMS.").waitFor();
    world.portal.advance(3);
    await person.press(again);
    await person.page
      .getByText("Un nouveau SMS a été demandé. Seul le dernier code reçu est valable.")
      .waitFor();
  });
});
