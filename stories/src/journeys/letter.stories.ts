import { expect } from "storybook/test";
import { journeyMeta, worldOf, type JourneyStory } from "../portal/journey-story.ts";
import * as walk from "./walks.ts";
import { JourneyPage } from "./journey-page.ts";

// Each has the page's only portal: shown together on one page, they would share it.
export default { ...journeyMeta, tags: ["!autodocs"], title: "Journeys/Letter" };

const mayFail = { runner: { mayFail: true } };

/** Left to whoever looks at it: the panel has the letter, and what was sent. */
export const ToWalk: JourneyStory = {};

export const SignIn: JourneyStory = {
  async play(context) {
    await new JourneyPage(context).untilHeading(walk.headings.signIn);
  },
};

/** The whole wizard from right to left. */
export const RightToLeft: JourneyStory = { globals: { language: "ar" } };

/** From the letter to « Mes services », by the code of the mail. */
export const EndToEnd: JourneyStory = {
  async play(context) {
    const world = worldOf(context);
    const page = new JourneyPage(context);
    await walk.signIn(page, world);
    await walk.giveEmail(page);
    await walk.choosePassword(page);
    await walk.confirmChildren(page, world, "Confirmer");
    await page.untilHeading(walk.headings.emailSent);
    const { code } = await world.portal.lastConfirmation();
    await page.type("Code de sécurité reçu par mail", code);
    await page.press("Valider le code");
    await page.untilHeading(walk.headings.success);
    await expect(page.root.querySelector(".educonnect-identifier")?.textContent?.trim()).toMatch(/martin/i);
    await page.press("Accéder à mes services");
    await page.untilHeading(walk.headings.services);
  },
};

/** The link is followed in a tab of its own; the wizard goes on by itself. */
export const ConfirmedByLink: JourneyStory = {
  async play(context) {
    const world = worldOf(context);
    const page = new JourneyPage(context);
    await walk.signIn(page, world);
    await walk.giveEmail(page);
    await walk.choosePassword(page);
    await walk.confirmChildren(page, world, "Confirmer");
    await page.untilHeading(walk.headings.emailSent);
    await walk.followLink(context);
    await page.link().press("Confirmer");
    await page.link().untilText(/continue/);
    await page.untilHeading(walk.headings.success);
  },
};

/** A wrong date, what it costs, and the right one. */
export const DateCorrected: JourneyStory = {
  async play(context) {
    const world = worldOf(context);
    const page = new JourneyPage(context);
    await walk.signIn(page, world);
    await walk.giveEmail(page);
    await walk.choosePassword(page);
    await walk.confirmChildren(page, world, "Confirmer", "2014-01-02");
    await page.untilText(/Une date au moins/);
    await page.giveDate(world.family.children[0]?.birthDate ?? "");
    await page.press("Confirmer");
    await page.untilHeading(walk.headings.emailSent);
  },
};

export const WrongPassword: JourneyStory = {
  parameters: mayFail,
  async play(context) {
    const page = new JourneyPage(context);
    await walk.signIn(page, worldOf(context), "7GMPGYF3");
    await page.untilText(/n'est pas le bon/);
  },
};

export const AlreadyActive: JourneyStory = {
  args: { family: "active" },
  async play(context) {
    const page = new JourneyPage(context);
    await walk.signIn(page, worldOf(context));
    await page.untilHeading(walk.headings.services);
  },
};

const atChildren: JourneyStory["play"] = async (context) => {
  const page = new JourneyPage(context);
  await walk.signIn(page, worldOf(context));
  await walk.giveEmail(page);
  await walk.choosePassword(page);
  await page.untilHeading(walk.headings.children);
};

export const TwelveChildren: JourneyStory = { args: { family: "twelve" }, play: atChildren };
export const SameNames: JourneyStory = { args: { family: "sameNames" }, play: atChildren };
export const LongNames: JourneyStory = { args: { family: "longNames" }, play: atChildren };
export const UnrecordedDate: JourneyStory = { args: { family: "unrecorded" }, play: atChildren };

/** The answer to the password is lost: the same request goes out again, and is done once. */
export const AnswerLost: JourneyStory = {
  parameters: mayFail,
  async play(context) {
    const world = worldOf(context);
    const page = new JourneyPage(context);
    await walk.signIn(page, world);
    await page.untilHeading(walk.headings.email);
    world.change({ ...world.scene, failure: "answerLost" });
    setTimeout(() => world.change({ ...world.scene, failure: "none" }), 300);
    await walk.giveEmail(page);
    await page.untilHeading(walk.headings.password);
  },
};

export const FlowLost: JourneyStory = {
  parameters: mayFail,
  async play(context) {
    const world = worldOf(context);
    const page = new JourneyPage(context);
    await walk.signIn(page, world);
    await page.untilHeading(walk.headings.email);
    world.change({ ...world.scene, failure: "flowLost" });
    await walk.giveEmail(page);
    await page.untilText(/n'est plus ouverte ici/);
  },
};

export const Expired: JourneyStory = {
  parameters: mayFail,
  async play(context) {
    const world = worldOf(context);
    const page = new JourneyPage(context);
    await walk.signIn(page, world);
    await page.untilHeading(walk.headings.email);
    world.change({ ...world.scene, failure: "expired" });
    await walk.giveEmail(page);
    await page.untilText(/écoulé|n'est plus ouverte/);
  },
};
