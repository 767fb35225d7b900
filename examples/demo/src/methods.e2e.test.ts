import { join } from "node:path";
import { launchBrowser } from "@educonnect-activation/test-support/browser";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { generateDirectory } from "./directory/generate-directory.ts";
import type { SentSms } from "./operator/sent-sms.ts";
import { createBrowser, readJson } from "./testing/demo-client.ts";
import { openDemoProcesses, type DemoProcesses } from "./testing/demo-processes.ts";

type Browser = Awaited<ReturnType<typeof launchBrowser>>;
type Page = Awaited<ReturnType<Browser["newPage"]>>;

let demos: DemoProcesses;
let browser: Browser | undefined;
beforeEach(async () => {
  demos = await openDemoProcesses();
});
afterEach(async () => {
  await browser?.close();
  browser = undefined;
  await demos.clear();
});

const readTexts = (origin: string): Promise<SentSms[]> => readJson(`${origin}/demo/texts.json`);

/** Opens a page that fails the test at its end if anything went against the policy or into the console. */
async function openPage(origin: string): Promise<{ readonly page: Page; readonly problems: string[] }> {
  browser = await launchBrowser();
  const context = await browser.newContext({ baseURL: origin, locale: "fr-FR" });
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const problems: string[] = [];
  context.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) problems.push(message.text());
  });
  context.on("weberror", (error) => problems.push(String(error.error())));
  return { page: await context.newPage(), problems };
}

/** Begins the activation by SMS as far as the code. */
async function askForCode(origin: string, givenName: string, familyName: string, phone: string) {
  const post = createBrowser(origin);
  const { body } = await post("/flow", { method: "sms" });
  const event = { type: "identitySubmitted", givenName, familyName, phone };
  const answer = await post("/flow/events", { revision: body.revision, event });
  expect(answer.body.step?.name).toBe("smsCode");
  return { post, view: answer.body };
}

async function awaitText(origin: string, number: string): Promise<SentSms> {
  return vi.waitFor(
    async () => {
      const text = (await readTexts(origin)).find(({ to, status }) => to === number && status !== "sent");
      if (text === undefined) throw new Error(`no receipt of a text to ${number}`);
      return text;
    },
    { timeout: 20_000 },
  );
}

describe("by SMS", () => {
  test("the code opens the children, its receipt is taken, and the text survives a restart", async () => {
    const args = ["--data", join(demos.folder, "data")];
    const first = await demos.start(args);
    const { post, view } = await askForCode(first.origin, "Lucja", "ZOLKIEWSKA", "0692701546");
    const text = await awaitText(first.origin, "+262692701546");
    expect(text.status).toBe("delivered");
    const code = /^@localhost #(\d{8})$/mu.exec(text.text)?.[1];
    const event = { type: "smsCodeSubmitted", code };
    const answer = await post("/flow/events", { revision: view.revision, event });
    expect(answer.body.step).toMatchObject({ name: "children", children: [{ givenName: "Kacper" }] });
    expect(await first.stop()).toBe(0);
    const second = await demos.start(args);
    expect(await readTexts(second.origin)).toEqual([text]);
  });

  test("texts say why there is no code; a number out of service is told by its receipt; nobody and somebody who is only in charge get nothing", async () => {
    const { origin } = await demos.start();
    const { people } = generateDirectory("educonnect-demo");
    const josiane = people.find(
      ({ givenName, familyName }) => `${givenName} ${familyName}` === "Josiane Tavernier",
    );
    await askForCode(origin, "Josiane", "Tavernier", josiane?.mobile ?? "");
    await askForCode(origin, "Personne", "Inconnue", "06 39 98 10 10");
    await askForCode(origin, "Jean", "Lambert", "06 39 98 14 14");
    await askForCode(origin, "Aminata", "Diallo", "06 24 81 35 70");
    await askForCode(origin, "Émilie", "Roussel", "06 39 98 20 20");
    await askForCode(origin, "Thibault", "Renaud", "06 39 98 77 77");
    expect((await awaitText(origin, "+33639981414")).text).toContain("plusieurs personnes");
    expect((await awaitText(origin, "+33624813570")).text).toContain("élève");
    expect((await awaitText(origin, "+33639982020")).text).toContain("actif");
    expect((await awaitText(origin, "+33639987777")).status).toBe("failed");
    expect(await readTexts(origin)).toHaveLength(4);
  });

  test("the page of the phones shows a text by itself, leaves the focus where it is, and copies the code", async () => {
    const { origin } = await demos.start();
    const { page, problems } = await openPage(origin);
    await askForCode(origin, "Nadia", "Bensaid", "06 39 98 12 12");
    await page.goto("/demo/phones");
    const first = page.getByRole("button", { name: /Copier le code/u });
    await first.focus();
    await askForCode(origin, "Mélanie", "Perrin", "06 39 98 10 10");
    await page.getByRole("article").nth(1).waitFor();
    await expect.poll(() => page.getByRole("status").first().textContent()).toBe("2 SMS");
    const names = await page.getByRole("article").allInnerTexts();
    expect(names[0]).toContain("Mélanie PERRIN (responsable), Sébastien PERRIN (responsable)");
    expect(await page.evaluate(() => document.activeElement?.closest("article")?.textContent)).toContain(
      "BENSAÏD",
    );
    await page.keyboard.press("Enter");
    const code = await page.getByRole("article").last().locator("[data-copy]").getAttribute("data-copy");
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(code);
    expect(problems).toEqual([]);
  });
});

describe("by FranceConnect", () => {
  test("from the portal to the children, and « Signalements » tells the school of one refused", async () => {
    const { origin } = await demos.start();
    const { page, problems } = await openPage(origin);
    await page.goto("/");
    await page.getByLabel("Représentant légal").check();
    await page.getByLabel("École").check();
    await page.getByLabel("ÉduConnect").check();
    await page.getByRole("button", { name: "Se connecter" }).click();
    await page.waitForURL(`${origin}/connexion`);
    await page.getByRole("button", { name: /S'identifier avec/u }).click();
    await page.getByText("impots.gouv.fr").click();
    await page.getByRole("button", { name: /Hélène Marie Louise DUVAL/u }).click();
    await page.getByRole("button", { name: /Continuer/u }).click();
    await page.getByText("Juliette Carpentier").first().waitFor();
    expect(new URL(page.url()).origin).toBe(origin);
    for (const refusal of await page.getByLabel(/Je ne suis pas le représentant légal/u).all())
      await refusal.check();
    await page.getByRole("button", { name: /Suivant|Confirmer/u }).click();
    await page.getByRole("button", { name: "Confirmer ma réponse" }).click();
    await expect
      .poll(async () => JSON.stringify(await readJson(`${origin}/demo/reports.json`)))
      .toContain("Juliette");
    await page.goto("/demo/reports");
    await page.getByRole("button", { name: /Traité.*Juliette/u }).click();
    await expect.poll(() => page.getByRole("button", { name: /Traité/u }).count()).toBe(1);
    await page.getByText("Traités (1)").click();
    expect(problems).toEqual([]);
  });

  test("the stand-in is found at the same address after a restart, as accounts are tied to it", async () => {
    const args = ["--data", join(demos.folder, "data")];
    const first = await demos.start(args);
    const port = async (origin: string): Promise<string> => {
      const { body } = await createBrowser(origin)("/france-connect/start", {});
      return new URL(body.location).port;
    };
    const before = await port(first.origin);
    expect(await first.stop()).toBe(0);
    const second = await demos.start(args);
    expect(await port(second.origin)).toBe(before);
  });
});

test("--no-sms and --no-france-connect hide the methods everywhere", async () => {
  const { origin } = await demos.start(["--no-sms", "--no-france-connect"]);
  const { methods } = await readJson<{ readonly methods: string[] }>(`${origin}/educonnect/status`);
  expect(methods.toSorted()).toEqual(["letter", "pupil"]);
  const read = async (path: string): Promise<string> => (await fetch(origin + path)).text();
  expect(await read("/")).not.toContain("Par SMS");
  expect(await read("/methodes")).toContain('data-methods="letter pupil"');
  expect(await read("/demo/phones")).toContain("--no-sms");
  expect((await createBrowser(origin)("/flow", { method: "sms" })).body.code).toBe("method_closed");
});
