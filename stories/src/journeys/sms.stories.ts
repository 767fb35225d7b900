import { journeyMeta, worldOf, type JourneyStory } from "../portal/journey-story.ts";
import { JourneyPage } from "./journey-page.ts";
import * as walk from "./walks.ts";

// Each has the page's only portal: shown together on one page, they would share it.
export default {
  ...journeyMeta,
  tags: ["!autodocs"],
  title: "Journeys/SMS",
  args: { ...journeyMeta.args, method: "sms" },
};

const identify = async (
  page: JourneyPage,
  person: { givenName: string; familyName: string },
  phone: string,
) => {
  await walk.toIdentity(page);
  await fillIdentity(page, person, phone);
};

const fillIdentity = async (
  page: JourneyPage,
  person: { givenName: string; familyName: string },
  phone: string,
) => {
  await page.type("Nom", person.familyName);
  await page.type("Prénom", person.givenName);
  await page.type("N° de téléphone portable", phone);
  await page.press("Suivant");
};

export const ToWalk: JourneyStory = {};

/** From « Je n'ai pas de compte » to the active account. */
export const EndToEnd: JourneyStory = {
  async play(context) {
    const world = worldOf(context);
    const page = new JourneyPage(context);
    await identify(page, world.person, world.person.mobile ?? "");
    await page.untilHeading(walk.headings.smsCode);
    await page.type("Code de sécurité", await world.portal.lastSmsCode());
    await page.press("Suivant");
    await walk.confirmChildren(page, world, "Suivant");
    await walk.choosePassword(page);
    await page.untilHeading(walk.headings.success);
  },
};

/** The school does not know the number: the screen is the same, and no code comes. */
export const UnknownNumber: JourneyStory = {
  async play(context) {
    const page = new JourneyPage(context);
    await identify(page, worldOf(context).person, "06 98 76 54 32");
    await page.untilHeading(walk.headings.smsCode);
  },
};

export const WrongCode: JourneyStory = {
  async play(context) {
    const { person } = worldOf(context);
    const page = new JourneyPage(context);
    await identify(page, person, person.mobile ?? "");
    await page.untilHeading(walk.headings.smsCode);
    await page.type("Code de sécurité", "00000000");
    await page.press("Suivant");
    await page.untilText(/n'est pas le bon/);
  },
};

export const Landline: JourneyStory = {
  async play(context) {
    const page = new JourneyPage(context);
    await identify(page, worldOf(context).person, "03 22 00 11 22");
    await page.untilText(/portable/);
  },
};

/** The code is about to be too old, and can be sent again. */
export const CodeNearlyExpired: JourneyStory = {
  async play(context) {
    const { person } = worldOf(context);
    const page = new JourneyPage(context);
    await identify(page, person, person.mobile ?? "");
    await page.untilHeading(walk.headings.smsCode);
    walk.letTimeGoBy(28 * 60 + 30);
    await page.untilText(/ne sera plus valable/);
  },
};
