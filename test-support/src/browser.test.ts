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

it.each([
  ["Arabic", "تفعيل الحساب"],
  ["Chinese", "激活账户"],
  ["Ukrainian", "Активація"],
])("has glyphs for %s", async (_script, text) => {
  const page = await browser.newPage();
  // What no typeface has is drawn as a box, the same one for each letter.
  const drawn = await page.evaluate(
    (each) => {
      const context = new OffscreenCanvas(60, 60).getContext("2d", { willReadFrequently: true });
      if (context === null) throw new Error("nothing to draw on");
      context.font = "40px sans-serif";
      const paint = (letter: string) => {
        context.clearRect(0, 0, 60, 60);
        context.fillText(letter, 5, 45);
        return context.getImageData(0, 0, 60, 60).data.join();
      };
      return new Set([...each, "\u{10FFFD}"].map(paint)).size;
    },
    text.replaceAll(" ", ""),
  );
  expect(drawn).toBe(new Set(text.replaceAll(" ", "")).size + 1);
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
