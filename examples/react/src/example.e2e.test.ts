import { launchBrowser } from "@educonnect-activation/test-support/browser";
import type { Portal } from "@educonnect-activation/plain-html-example";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startExample } from "./start-example.ts";

let portal: Portal;
let browser: Browser;
const problems: string[] = [];

beforeAll(async () => {
  [portal, browser] = await Promise.all([startExample(), launchBrowser()]);
});

afterAll(async () => {
  await Promise.all([portal.close(), browser.close()]);
});

async function visit(path: string): Promise<Page> {
  const context = await browser.newContext({ locale: "fr-FR" });
  context.on("weberror", (error) => problems.push(String(error.error())));
  context.on("console", (message) => {
    // Without a session the handler answers 401, which browsers write down as an error of the page.
    if (!message.text().startsWith("Failed to load resource: the server responded"))
      problems.push(message.text());
  });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  await page.goto(portal.origin + path);
  return page;
}

test("React takes the wizard's properties and hears its events", async () => {
  const page = await visit("/");
  await page.getByRole("link", { name: "Mot de passe oublié ?" }).waitFor();
  await expect.poll(() => page.locator("output").textContent()).toBe("signIn");
  await page.getByLabel("Identifiant", { exact: true }).fill(portal.letter.identifier);
  await page.getByLabel("Mot de passe", { exact: true }).fill(portal.letter.provisionalPassword);
  await page.getByRole("button", { name: "Se connecter" }).click();
  await expect.poll(() => page.locator("output").textContent()).toBe("email");
  expect(await page.title()).toContain("Mon ENT");
  expect(await page.title()).not.toBe("Mon ENT");
  expect(problems).toEqual([]);
});

test("one screen alone follows what React knows, and says what the person did", async () => {
  const page = await visit("/adresse");
  const skip = page.getByRole("button", { name: "Passer cette étape" });
  await page.getByLabel("Adresse mail", { exact: true }).fill("claire@example.org");
  await page.getByLabel("Confirmation de l'adresse mail", { exact: true }).fill("claire@example.org");
  expect(await skip.isVisible()).toBe(false);
  await page.getByRole("button", { name: "Confirmer" }).click();
  await expect.poll(() => page.locator("output").textContent()).toBe("claire@example.org");
  await page.getByText("Adresse déjà renseignée : claire@example.org").waitFor();
  await page.getByLabel("facultative").check();
  await skip.click();
  await expect.poll(() => page.locator("output").textContent()).toBe("aucune adresse");
  expect(problems).toEqual([]);
});
