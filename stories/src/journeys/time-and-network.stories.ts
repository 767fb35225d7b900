import { journeyMeta, worldOf, type JourneyStory } from "../portal/journey-story.ts";
import { JourneyPage } from "./journey-page.ts";
import * as walk from "./walks.ts";

// Each has the page's only portal: shown together on one page, they would share it.
export default { ...journeyMeta, tags: ["!autodocs"], title: "Journeys/Time and network" };

const mayFail = { runner: { mayFail: true } };
const halfAnHour = 30 * 60;
const hour = 60 * 60;

const toServices = async (context: Parameters<NonNullable<JourneyStory["play"]>>[0]) => {
  const page = new JourneyPage(context);
  await walk.signIn(page, worldOf(context));
  await page.untilHeading(walk.headings.services);
  return page;
};

/** Before anything is proved an activation lasts half an hour: the person is warned, and can have more time. */
export const TimeNearlyUp: JourneyStory = {
  args: { method: "sms" },
  async play(context) {
    const page = new JourneyPage(context);
    await walk.toIdentity(page);
    walk.letTimeGoBy(halfAnHour - 90);
    await page.untilText(/s'arrêtera/);
  },
};

/** « Continuer » in the warning. */
export const TimeExtended: JourneyStory = {
  args: { method: "sms" },
  async play(context) {
    const page = new JourneyPage(context);
    await walk.toIdentity(page);
    walk.letTimeGoBy(halfAnHour - 90);
    await page.untilText(/s'arrêtera/);
    await page.press("Continuer");
    await page.untilText(/le temps a été prolongé/);
  },
};

/** The moment after: nobody pressed, and nothing was confirmed yet. */
export const TimeUp: JourneyStory = {
  args: { method: "sms" },
  parameters: mayFail,
  async play(context) {
    const page = new JourneyPage(context);
    await walk.toIdentity(page);
    walk.letTimeGoBy(halfAnHour - 3);
    await page.untilText(/s'arrêtera/);
    await page.untilText(/Rien n'était encore confirmé/);
  },
};

/** A session lasts an hour without a request; « Mes services » warns before it ends. */
export const SessionNearlyUp: JourneyStory = {
  args: { family: "active" },
  async play(context) {
    const page = await toServices(context);
    walk.letTimeGoBy(hour - 90);
    await page.untilText(/votre session se terminera/);
  },
};

export const SessionUp: JourneyStory = {
  args: { family: "active" },
  parameters: mayFail,
  async play(context) {
    const page = await toServices(context);
    walk.letTimeGoBy(hour - 3);
    await page.untilText(/votre session se terminera/);
    await page.untilText(/Votre session est terminée/);
  },
};

/** Said before anything is typed, where the browser tells; in a frame of another site, after the first answer. */
export const CookiesRefused: JourneyStory = {
  args: { failure: "cookiesRefused" },
  async play(context) {
    await new JourneyPage(context).untilText(/n'a pas gardé le cookie/);
  },
};

/** The network is gone when the first screen is asked for. */
export const Unreachable: JourneyStory = {
  args: { failure: "offline" },
  parameters: mayFail,
  async play(context) {
    await new JourneyPage(context).untilText(/Réessayer/);
  },
};

/** The same, once the network is back and « Réessayer » was pressed. */
export const ReachableAgain: JourneyStory = {
  args: { failure: "offline" },
  parameters: mayFail,
  async play(context) {
    const world = worldOf(context);
    const page = new JourneyPage(context);
    await page.untilText(/Réessayer/);
    world.change({ ...world.scene, failure: "none" });
    await page.press("Réessayer");
    await page.untilHeading(walk.headings.signIn);
  },
};

export const ServerDown: JourneyStory = {
  args: { failure: "gateway" },
  parameters: mayFail,
  async play(context) {
    await new JourneyPage(context).untilText(/Réessayer/);
  },
};

/** Half a minute: « Chargement… » as long as nothing is known. */
export const Loading: JourneyStory = {
  args: { latency: 30_000 },
  async play(context) {
    await new JourneyPage(context).untilText(/Chargement/);
  },
};

/** A press whose answer takes long: the screen stays, and says so. */
export const SlowAnswer: JourneyStory = {
  async play(context) {
    const world = worldOf(context);
    const page = new JourneyPage(context);
    await new JourneyPage(context).untilHeading(walk.headings.signIn);
    world.change({ ...world.scene, latency: 30_000 });
    await walk.signIn(page, world);
    await page.untilText(/plus long que d'habitude/);
  },
};
