import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import axe, { type AxeResults } from "axe-core";
import { launchBrowser } from "@educonnect-activation/test-support/browser";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { oddPeople } from "../people/odd-people.ts";
import { startFranceConnectStandIn, type FranceConnectStandIn } from "../start-france-connect-stand-in.ts";
import { exchangeCode, requestAuthorization, secretClient } from "../testing/service.ts";

let browser: Browser;
let service: Server;
let portal: Server;
let standIn: FranceConnectStandIn;

const originOf = (server: Server): string => {
  const address: AddressInfo | string | null = server.address();
  return `http://localhost:${typeof address === "object" ? address?.port : ""}`;
};
const listen = (server: Server): Promise<void> =>
  new Promise((resolve) => server.listen(0, "localhost", resolve));
const addresses = {
  redirect_uri: () => `${originOf(service)}/callback`,
  signedOut: () => `${originOf(portal)}/out`,
};

beforeAll(async () => {
  browser = await launchBrowser();
  portal = createServer((request, response) => {
    response
      .writeHead(200, { "content-type": "text/html" })
      .end(`<title>Portail</title><p>${request.url}</p>`);
  });
  // As the kit does: the callback sends the browser on to the page it came from, which is another origin's.
  service = createServer((request, response) => {
    const query = new URL(request.url ?? "/", originOf(service)).search;
    response.writeHead(303, { location: `${originOf(portal)}/back${query}` }).end();
  });
  await Promise.all([listen(service), listen(portal)]);
  standIn = await startFranceConnectStandIn({
    clients: [
      {
        ...secretClient,
        redirectUris: [addresses.redirect_uri()],
        postLogoutRedirectUris: [addresses.signedOut()],
      },
    ],
    people: [...oddPeople, ...oddPeople, ...oddPeople, ...oddPeople].map((person, index) => ({
      ...person,
      id: `${person.id}-${index}`,
    })),
    returnOrigins: [originOf(portal)],
  });
});

afterAll(async () => {
  await browser.close();
  await standIn.stop();
  for (const server of [service, portal]) {
    server.close();
    server.closeAllConnections();
  }
});

async function open(): Promise<{ page: Page; verifier: string; violations: readonly string[] }> {
  const violations: string[] = [];
  const context = await browser.newContext({ viewport: { width: 320, height: 640 } });
  const page = await context.newPage();
  page.on("console", (message) => {
    if (message.type() === "error" && message.text().includes("Content Security Policy")) {
      violations.push(message.text());
    }
  });
  const { location, verifier } = requestAuthorization(standIn.issuer, {
    redirect_uri: addresses.redirect_uri(),
  });
  await page.goto(location);
  return { page, verifier, violations };
}

async function expectGoodPage(page: Page, heading: string | RegExp): Promise<void> {
  await page.getByRole("heading", { level: 1, name: heading }).waitFor();
  await page.evaluate(axe.source);
  const results: AxeResults = await page.evaluate(`axe.run(document, { resultTypes: ["violations"] })`);
  expect(results.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))).toEqual(
    [],
  );
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBe(0);
}

/** Moves by Tab alone to a button and presses it. */
async function press(page: Page, name: string | RegExp): Promise<void> {
  const button = page.getByRole("button", { name }).first();
  for (let tabs = 0; tabs < 40; tabs += 1) {
    await page.keyboard.press("Tab");
    if (await button.evaluate((element) => element === document.activeElement)) {
      await page.keyboard.press("Enter");
      return;
    }
  }
  throw new Error(`${name} cannot be reached`);
}

test("a person with a keyboard and 320 px gets through, axe finds nothing, and the log-out leads back", async () => {
  const { page, verifier, violations } = await open();
  await expectGoodPage(page, "Choisissez un compte pour vous connecter");
  await press(page, "L’Identité Numérique La Poste");
  await expectGoodPage(page, "Se connecter avec L’Identité Numérique La Poste");
  await page.getByLabel("Nom ou prénom").fill("marguerite");
  await page.keyboard.press("Enter");
  await page.waitForURL(/search=marguerite/u);
  await expectGoodPage(page, "Se connecter avec L’Identité Numérique La Poste");
  await press(page, /^Marie-Antoinette/u);
  await expectGoodPage(page, /^Bienvenue Marie-Antoinette/u);
  await press(page, "Continuer sur ÉduConnect");
  await page.waitForURL(`${originOf(portal)}/back?*`);
  const answer = await exchangeCode(standIn.issuer, page.url(), verifier, {
    redirect_uri: addresses.redirect_uri(),
  });
  const { id_token: idToken }: { id_token: string } = await answer.json();
  const query = new URLSearchParams({
    id_token_hint: idToken,
    post_logout_redirect_uri: addresses.signedOut(),
    state: "s",
  });
  await page.goto(`${standIn.issuer}/session/end?${query}`, { waitUntil: "commit" });
  await page.waitForURL(`${addresses.signedOut()}?state=s`);
  await page.context().close();
  expect(violations).toEqual([]);
});

test("the way back is reached by keyboard, and leads through the service to the portal", async () => {
  const { page, violations } = await open();
  await press(page, "Revenir sur ÉduConnect");
  await page.waitForURL(`${originOf(portal)}/back?*`);
  expect(new URL(page.url()).searchParams.get("error")).toBe("access_denied");
  await page.context().close();
  expect(violations).toEqual([]);
});

test("an error that leads nowhere is a good page too", async () => {
  const { page, violations } = await open();
  await page.goto(`${standIn.issuer}/authorize?client_id=nobody`);
  await expectGoodPage(page, "La connexion n’a pas pu se faire");
  await page.goto(`${standIn.issuer}/session/end/success`);
  await expectGoodPage(page, "Vous êtes déconnecté");
  await page.context().close();
  expect(violations).toEqual([]);
});
