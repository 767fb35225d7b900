import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { goodPassword } from "../pages/guardian-method.ts";
import { addressOf } from "../world/letters.ts";
import { useWorld } from "../world/open-world.ts";
import { loginPath, pupilLoginPath, startPath } from "../world/visits.ts";

const world = useWorld();

const theme = readFileSync(
  new URL(import.meta.resolve("@educonnect-activation/elements/themes/high-contrast.css")),
  "utf8",
);

/** Lets the portal's pages speak another language and link a theme, with their own policy untouched. */
async function dress(page: Page, language: string): Promise<void> {
  await page.route("**/high-contrast.css", (route) =>
    route.fulfill({ contentType: "text/css", body: theme }),
  );
  await page.route(
    () => true,
    async (route) => {
      if (route.request().resourceType() !== "document") return route.fallback();
      const response = await route.fetch();
      const text = (await response.text())
        .replace("</head>", `<link rel="stylesheet" href="/high-contrast.css"></head>`)
        .replaceAll(/<educonnect-(?!language)[\w-]+/gu, `$& lang="${language}"`);
      return route.fulfill({ response, body: text });
    },
  );
}

describe("the strict policy, with Trusted Types and no inline style", () => {
  it("is that of the pages, and a breach of it would be seen", async () => {
    const page = await world().open(loginPath);
    const response = await page.reload();
    const policy = response?.headers()["content-security-policy"];
    expect(policy).toContain("script-src 'self'; style-src 'self'");
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(world().problems).toEqual([]);
    await page.evaluate(() => document.body.setAttribute("style", "color: red"));
    // Once as the browser's report, and once in its console.
    await expect.poll(() => world().problems.length).toBe(2);
    expect(world().problems.splice(0).join()).toContain("style-src-attr inline");
  });

  // Each loads its texts, and lays its fields out in an order or a direction of its own.
  it.each(["fr", "en", "ar", "zh-Hans"])(
    "bears the letter's method in %s with a theme linked, as far as the mail",
    async (language) => {
      const letter = world().letters.takeGuardian();
      const page = await world().open(loginPath);
      await dress(page, language);
      await page.reload();
      // By key: presses of a pointer at one place as fast as these are taken for one double press.
      const submit = () => page.locator("form button[type=submit]").last().press("Enter");
      await page.locator("[autocomplete=username]").fill(letter.identifier);
      await page.locator("[autocomplete=current-password]").fill(letter.provisionalPassword);
      await submit();
      const addresses = page.locator("[autocomplete=email]");
      for (const place of [0, 1]) await addresses.nth(place).fill(addressOf(letter));
      await submit();
      const passwords = page.locator("[autocomplete=new-password]");
      for (const place of [0, 1]) await passwords.nth(place).fill(goodPassword);
      await submit();
      const fields = page.locator("fieldset input[type=radio]");
      await fields.first().waitFor();
      for (const [place, child] of letter.children.entries()) {
        await fields.nth(2 * place).check();
        const [year = "", month = "", day = ""] = (child.birthDate ?? "").split("-");
        for (const [name, value] of [
          ["day", day],
          ["month", month],
          ["year", year],
        ] as const)
          await page.locator(`input[name^=${name}]`).nth(place).fill(value);
      }
      await submit();
      await page.locator("[autocomplete=one-time-code]").waitFor();
      expect(await page.locator("educonnect-activation .educonnect").first().getAttribute("lang")).toMatch(
        new RegExp(`^${language}`, "u"),
      );
      expect(world().problems).toEqual([]);
    },
  );

  it.each([startPath, pupilLoginPath, "/methodes", "/confirmer#token=unknown"])(
    "bears the page %s in another language with a theme linked",
    async (path) => {
      const page = await world().open(loginPath);
      await dress(page, "ar");
      await page.goto(path);
      await page.locator(".educonnect[dir=rtl] .educonnect-heading").first().waitFor();
      expect(world().problems).toEqual([]);
    },
  );
});
