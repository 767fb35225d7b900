import { journeyMeta, worldOf, type JourneyStory } from "../portal/journey-story.ts";
import { JourneyPage } from "./journey-page.ts";
import * as walk from "./walks.ts";

// Each has the page's only portal: shown together on one page, they would share it.
export default { ...journeyMeta, tags: ["!autodocs"], title: "Journeys/The mail's link" };

const arrive = async (context: Parameters<NonNullable<JourneyStory["play"]>>[0]) => {
  const page = new JourneyPage(context);
  const world = worldOf(context);
  await walk.signIn(page, world);
  await walk.giveEmail(page);
  await walk.choosePassword(page);
  await walk.confirmChildren(page, world, "Confirmer");
  await page.untilHeading(walk.headings.emailSent);
  return { page, world };
};

export const Asked: JourneyStory = {
  args: { family: "one" },
  async play(context) {
    const { page } = await arrive(context);
    await walk.followLink(context);
    await page.link().untilHeading("Je confirme mon adresse mail");
  },
};

export const NotMe: JourneyStory = {
  args: { family: "one" },
  async play(context) {
    const { page } = await arrive(context);
    await walk.followLink(context);
    await page.link().press("Ce n'est pas moi");
    await page.link().untilText(/ne sera pas|n'est pas|retirée/i);
  },
};

/** Two days later, the link is too old. */
export const TooLate: JourneyStory = {
  args: { family: "one" },
  parameters: { runner: { mayFail: true } },
  async play(context) {
    const { page, world } = await arrive(context);
    world.advance(2 * 86_400);
    await walk.followLink(context);
    await page.link().untilText(/n'est plus valable|expiré/i);
  },
};
