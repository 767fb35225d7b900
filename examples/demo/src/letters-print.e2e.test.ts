import { launchBrowser } from "@educonnect-activation/test-support/browser";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readLetters } from "./testing/demo-client.ts";
import { openDemoProcesses, type DemoProcesses } from "./testing/demo-processes.ts";

let demos: DemoProcesses;
beforeEach(async () => {
  demos = await openDemoProcesses();
});
afterEach(() => demos.clear());

test("each letter prints on one sheet, that of twelve children too", async () => {
  const { origin } = await demos.start();
  const letters = await readLetters(origin);
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    await page.goto(`${origin}/demo/letters`);
    for (const format of ["A4", "Letter"]) {
      const print = await page.pdf({ format });
      const sheets = print.toString("latin1").match(/\/Type\s*\/Page\b/gu);
      expect(sheets, format).toHaveLength(letters.length);
    }
  } finally {
    await browser.close();
  }
});
