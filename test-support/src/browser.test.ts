import { afterAll, beforeAll, expect, it } from "vitest";
import type { Browser } from "playwright-core";
import { launchBrowser } from "./browser.ts";

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
});

it("draws text, accents included", async () => {
  const page = await browser.newPage();
  await page.setContent("<p>Élève, œuvre, Noël</p>");
  const box = await page.getByText("Élève, œuvre, Noël").boundingBox();
  expect(box?.height).toBeGreaterThan(10);
});

it("keeps web security on", async () => {
  const page = await browser.newPage();
  await page.setContent(`<iframe sandbox="allow-scripts" srcdoc="<p>inside</p>"></iframe>`);
  expect(await page.evaluate(() => document.querySelector("iframe")?.contentDocument ?? null)).toBeNull();
});

it("offers virtual authenticators", async () => {
  const page = await browser.newPage();
  const session = await page.context().newCDPSession(page);
  await session.send("WebAuthn.enable");
  const { authenticatorId } = await session.send("WebAuthn.addVirtualAuthenticator", {
    options: { protocol: "ctap2", transport: "internal", hasResidentKey: true, hasUserVerification: true },
  });
  expect(authenticatorId).not.toBe("");
});
