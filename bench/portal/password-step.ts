import { createTestBrowser, type TestBrowser } from "@educonnect-activation/server-adapter/test/portal";
import { inParallel } from "../measure/clients.ts";
import type { Portal } from "./portal.ts";

/** A password that every rule accepts. */
export const chosenPassword = "Brouette-Violette-42";

/** The step that is measured. @throws when it does not lead on */
export async function choosePassword(browser: TestBrowser): Promise<void> {
  const { status } = await browser.send({ type: "passwordSubmitted", password: chosenPassword });
  if (status !== 200 || browser.view().step.name !== "children")
    throw new Error(`the password was answered ${status}`);
}

/** Leads so many guardians to the password step, each in a browser of their own. */
export async function arriveAtPassword(portal: Portal, count: number): Promise<readonly TestBrowser[]> {
  const browsers: TestBrowser[] = [];
  await inParallel(16, await portal.issue(count), async (letter) => {
    const browser = createTestBrowser(portal.environment);
    await browser.signIn(letter.identifier, letter.provisionalPassword);
    await browser.send({ type: "emailSubmitted", email: letter.email });
    const { name } = browser.view().step;
    if (name !== "password") throw new Error(`the step is ${name} instead of password`);
    browsers.push(browser);
  });
  return browsers;
}
