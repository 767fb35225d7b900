import { screen } from "storybook/test";
import { journeyMeta, worldOf, type JourneyStory } from "../portal/journey-story.ts";
import { JourneyPage, press } from "./journey-page.ts";
import * as walk from "./walks.ts";

// Each has the page's only portal: shown together on one page, they would share it.
export default {
  ...journeyMeta,
  tags: ["!autodocs"],
  title: "Journeys/FranceConnect",
  args: { ...journeyMeta.args, method: "franceConnect" },
};

const comeBack = async (context: Parameters<NonNullable<JourneyStory["play"]>>[0], how: RegExp) => {
  const page = new JourneyPage(context);
  await page.untilHeading(walk.headings.signIn);
  await page.follow(/S'identifier avec\s*FranceConnect/);
  press(await screen.findByRole("button", { name: how }, { timeout: 10_000 }));
  // The browser opens the page anew, and nobody is led anywhere yet.
  return new JourneyPage(context);
};

export const ToWalk: JourneyStory = {};

/** FranceConnect's own pages are not shown: a box stands for them, and asks who comes back. */
export const EndToEnd: JourneyStory = {
  async play(context) {
    const page = await comeBack(context, /représentant légal connu/);
    await walk.confirmChildren(page, worldOf(context), "Suivant");
    await walk.choosePassword(page);
    await page.untilHeading(walk.headings.success);
  },
};

export const Cancelled: JourneyStory = {
  async play(context) {
    const page = await comeBack(context, /Annuler/);
    await page.untilText(/Vous n'avez pas terminé/);
  },
};

export const Unknown: JourneyStory = {
  async play(context) {
    const page = await comeBack(context, /personne inconnue/);
    await page.untilText(/Autres|autre/);
  },
};

export const Down: JourneyStory = {
  args: { failure: "franceConnectDown" },
  parameters: { runner: { mayFail: true } },
  async play(context) {
    const page = new JourneyPage(context);
    await page.untilHeading(walk.headings.signIn);
    await page.follow(/S'identifier avec\s*FranceConnect/);
    await page.untilText(/FranceConnect ne répond pas/);
  },
};
