import type { TestBrowser } from "@educonnect-activation/server-adapter/test/portal";

/** A password that every rule accepts. */
export const chosenPassword = "Brouette-Violette-42";

/** The step that is measured. @throws when it does not lead on */
export async function choosePassword(browser: TestBrowser): Promise<void> {
  const { status } = await browser.send({ type: "passwordSubmitted", password: chosenPassword });
  if (status !== 200 || browser.view().step.name !== "children")
    throw new Error(`the password was answered ${status}`);
}
