import { afterAll, beforeAll, expect, test } from "vitest";
import { startExample } from "./start-example.ts";
import type { Portal } from "./start-portal.ts";
import { signIn, Visits } from "./testing/visits.ts";

let portal: Portal;
let visits: Visits;
beforeAll(async () => {
  [portal, visits] = await Promise.all([startExample(), Visits.open()]);
});
afterAll(async () => {
  await Promise.all([portal.close(), visits.close()]);
});

test("the page activates as far as the children, under the strict policy, from one file that hashes to what the page says", async () => {
  const page = await visits.visit(portal.origin);
  expect(await signIn(page, portal.letter)).toBe(true);
  for (const label of ["Adresse mail", "Confirmation de l'adresse mail"]) {
    await page.getByLabel(label, { exact: true }).fill("claire.martin@example.org");
  }
  await page.getByRole("button", { name: "Confirmer" }).click();
  for (const label of ["Mot de passe", "Confirmation du nouveau mot de passe"]) {
    await page.getByLabel(label, { exact: true }).fill("Coquelicot!42-hibou");
  }
  await page.getByRole("button", { name: "Suivant" }).click();
  await page.getByText("Emma").first().waitFor();
  expect(visits.problems).toEqual([]);
});

test("a file that was changed does not run", async () => {
  const page = await visits.visit(`${portal.origin}/page.css`);
  await page.route("**/assets/educonnect-activation.js", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `${await response.text()};globalThis.changed = true;` });
  });
  const refusals: string[] = [];
  page.on("console", (message) => refusals.push(message.text()));
  await page.goto(portal.origin);
  await expect.poll(() => refusals.join()).toContain("integrity");
  expect(await page.evaluate(() => customElements.get("educonnect-activation") === undefined)).toBe(true);
});
