import { createTestBrowser, type TestBrowser } from "@educonnect-activation/server-adapter/test/portal";
import { inParallel } from "../measure/in-parallel.ts";
import type { Portal } from "./portal.ts";

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
