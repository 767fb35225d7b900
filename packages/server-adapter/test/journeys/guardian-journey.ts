import type { IssuedLetter } from "../../src/accounts/issue-letter.ts";
import type { Environment } from "../../src/environment.ts";
import { createTestBrowser, type TestBrowser } from "../portal/test-browser.ts";
import type { TestPortal } from "../portal/test-portal.ts";

export const chosenPassword = "Brouette-Violette-42";
export const typedEmail = "claire@example.org";

/** What Claire Martin answers about her two children. */
export const rightAnswers = [
  { childId: "emma", relation: "guardian", birthDate: "2015-03-12" },
  { childId: "lucas", relation: "guardian", birthDate: "2009-11-30" },
] as const;

/** The same with one date a day off. */
export const wrongAnswers = [
  rightAnswers[0],
  { childId: "lucas", relation: "guardian", birthDate: "2009-12-01" },
] as const;

/** The steps of a guardian, in the plan's order. */
export type GuardianStep = "email" | "password" | "children" | "emailSent" | "success";

/** Somebody with a letter, at a step of the activation. */
export interface Journey {
  readonly portal: TestPortal;
  readonly letter: IssuedLetter;
  readonly browser: TestBrowser;
}

/** Leads Claire Martin from her letter to a step. */
export async function arriveAt(
  step: GuardianStep,
  portal: TestPortal,
  environment: Environment = portal.environment,
): Promise<Journey> {
  const letter = await portal.issue("claire");
  const browser = createTestBrowser(environment);
  await browser.signIn(letter.identifier, letter.provisionalPassword);
  const moves: readonly (() => Promise<unknown>)[] = [
    () => browser.send({ type: "emailSubmitted", email: typedEmail }),
    () => browser.send({ type: "passwordSubmitted", password: chosenPassword }),
    () => browser.send({ type: "childrenSubmitted", answers: rightAnswers }),
    async () => browser.send({ type: "emailCodeSubmitted", code: (await portal.lastConfirmation()).code }),
  ];
  const steps: readonly GuardianStep[] = ["email", "password", "children", "emailSent", "success"];
  for (const move of moves.slice(0, steps.indexOf(step))) await move();
  const shown = browser.view().step.name;
  if (shown !== step) throw new TypeError(`The journey to ${step} ended at ${shown}.`);
  return { portal, letter, browser };
}

/** Leads Lucas Martin from his letter to the question of his birth date. */
export async function arriveAtBirthDate(
  portal: TestPortal,
  environment: Environment = portal.environment,
): Promise<Journey> {
  const letter = await portal.issue("lucas");
  const browser = createTestBrowser(environment);
  await browser.signIn(letter.identifier, letter.provisionalPassword);
  await browser.send({ type: "passwordSubmitted", password: chosenPassword });
  return { portal, letter, browser };
}

/** A code that is not this one. */
export const wrongCode = (code: string): string => (code === "00000000" ? "00000001" : "00000000");

/** Signs somebody of the family in with a letter of theirs. */
export async function signInAs(portal: TestPortal, personId: string): Promise<TestBrowser> {
  const letter = await portal.issue(personId);
  const browser = portal.browser();
  await browser.signIn(letter.identifier, letter.provisionalPassword);
  return browser;
}

/** Leads a guardian of the family to the question about the children. */
export async function arriveAtChildren(portal: TestPortal, personId: string): Promise<TestBrowser> {
  const browser = await signInAs(portal, personId);
  await browser.send({ type: "emailSubmitted", email: `${personId}@example.org` });
  await browser.send({ type: "passwordSubmitted", password: chosenPassword });
  return browser;
}

/** Types the code of the last mail. */
export async function confirmMail(portal: TestPortal, browser: TestBrowser) {
  await browser.send({ type: "emailCodeSubmitted", code: (await portal.lastConfirmation()).code });
}
