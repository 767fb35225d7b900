import type { FrameLocator } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { readElements } from "./read-elements.ts";
import type { PortalFile } from "./respond.ts";
import { startPortal, type Portal } from "./start-portal.ts";
import { sendLetter, signIn, Visits } from "./testing/visits.ts";

const oneFile = "/assets/educonnect-activation.js";

const wizard = (attributes = "") =>
  `<educonnect-activation base-url="/educonnect" ${attributes}></educonnect-activation>`;

function page(body: string, ...modules: readonly string[]): PortalFile {
  const scripts = modules.map((path) => `<script type="module" src="${path}"></script>`).join("");
  const head = `<meta charset="utf-8"><title>Page</title>${scripts}`;
  return {
    type: "text/html",
    text: `<!doctype html><html lang="fr"><head>${head}</head><body>${body}</body></html>`,
  };
}

const script = (text: string): PortalFile => ({ type: "text/javascript", text });

const pages = {
  "/twice": page(wizard(), oneFile, "/cut/educonnect-activation.js", "/alone/login.js"),
  "/several": page(wizard() + wizard(`dom="light"`) + wizard(`dom="light"`), oneFile),
  "/form": page(`<form action="/form" method="get"><input name="own" value="1">${wizard()}</form>`, oneFile),
  "/dialog": page(`<button id="open">Activer</button><dialog>${wizard()}</dialog>`, oneFile, "/dialog.js"),
  "/dialog.js": script(
    `document.querySelector("#open").onclick = () => document.querySelector("dialog").showModal();`,
  ),
  "/frame": page(`<iframe src="/inside" title="Activation" width="600" height="900"></iframe>`),
  "/inside": page(wizard(), oneFile),
  "/portal": page(`<educonnect-portal></educonnect-portal>`, "/alone/portal.js", "/portal.js"),
  "/portal.js": script(
    `document.querySelector("educonnect-portal").options = { modes: [{ id: "educonnect", href: "/inside" }] };`,
  ),
  "/methods": page(`<educonnect-methods></educonnect-methods>`, "/alone/methods.js"),
} satisfies Readonly<Record<string, PortalFile>>;

let portal: Portal;
let visits: Visits;

beforeAll(async () => {
  const [whole, cut, alone] = await Promise.all([
    readElements("one file"),
    readElements("browser"),
    readElements("standalone"),
  ]);
  const at = (folder: string, files: ReadonlyMap<string, PortalFile>) =>
    [...files].map(([path, file]) => [path.replace("/assets/", folder), file] as const);
  const files = [
    ...whole.files,
    ...at("/cut/", cut.files),
    ...at("/alone/", alone.files),
    ...Object.entries(pages),
  ];
  [portal, visits] = await Promise.all([startPortal(new Map(files)), Visits.open()]);
});

afterAll(async () => {
  await Promise.all([portal.close(), visits.close()]);
});

afterEach(() => {
  if (visits.problems.length > 0) throw new Error(visits.problems.splice(0).join("\n"));
});

const open = (path: keyof typeof pages) => visits.visit(portal.origin + path);

test("two builds and one screen's own on one page: who comes first defines, and the wizard works", async () => {
  expect(await signIn(await open("/twice"), portal.letter)).toBe(true);
});

test("several instances, in shadow roots and in the page, have no id in common", async () => {
  const several = await open("/several");
  const fields = several.getByLabel("Identifiant", { exact: true });
  await expect.poll(() => fields.count()).toBe(3);
  const ids = await fields.evaluateAll((inputs) => inputs.map((input) => input.id));
  expect(new Set(ids).size).toBe(3);
  const inPage = await several.locator("[id]").evaluateAll((elements) => elements.map(({ id }) => id));
  expect(inPage.length).toBeGreaterThan(3);
  expect(new Set(inPage).size).toBe(inPage.length);
});

test("inside a form nothing of the wizard is sent with it, and its Enter key is the wizard's own", async () => {
  const form = await open("/form");
  await form.getByLabel("Identifiant", { exact: true }).fill(portal.letter.identifier);
  await form.getByLabel("Mot de passe", { exact: true }).fill(portal.letter.provisionalPassword);
  const sent = await form
    .locator("form")
    .first()
    .evaluate((element) => (element instanceof HTMLFormElement ? [...new FormData(element).keys()] : []));
  expect(sent).toEqual(["own"]);
  await form.keyboard.press("Enter");
  await form.getByLabel("Adresse mail", { exact: true }).waitFor();
  expect(new URL(form.url()).search).toBe("");
});

test("in a modal dialog the wizard can be reached, used and left", async () => {
  const dialog = await open("/dialog");
  await dialog.getByRole("button", { name: "Activer" }).click();
  expect(await signIn(dialog.getByRole("dialog"), portal.letter)).toBe(true);
  await dialog.keyboard.press("Escape");
  await dialog.getByRole("dialog").waitFor({ state: "hidden" });
});

test("in a frame of the same origin", async () => {
  const frame = await open("/frame");
  expect(await signIn(frame.frameLocator("iframe"), portal.letter)).toBe(true);
});

/** What a person is told who can't go on without cookies. */
const refusal = "Le navigateur n'a pas gardé le cookie dont l'activation a besoin.";

/** Opens the wizard in a frame of a page elsewhere. The portal's own policy forbids that; a host's that doesn't is what this is about. */
async function openFramed(outside: string) {
  const page = await open("/methods");
  await page.route("**/inside", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { "content-type": "text/html; charset=utf-8" } });
  });
  const body = `<!doctype html><title>Page</title><iframe src="${portal.origin}/inside" title="Activation"></iframe>`;
  await page.route(outside, (route) => route.fulfill({ contentType: "text/html", body }));
  await page.goto(outside);
  return page.frameLocator("iframe");
}

async function giveEmail(inside: FrameLocator): Promise<void> {
  await signIn(inside, portal.letter);
  for (const label of ["Adresse mail", "Confirmation de l'adresse mail"])
    await inside.getByLabel(label, { exact: true }).fill("claire.martin@example.org");
  await inside.getByRole("button", { name: "Confirmer" }).click();
}

test("in a frame of another site, which keeps no cookie of ours, it is told why nothing can go on", async () => {
  const inside = await openFramed("http://school.example/");
  await sendLetter(inside, portal.letter);
  await inside.getByRole("alert").getByText(refusal).waitFor();
  expect(await inside.getByLabel("Identifiant", { exact: true }).isVisible()).toBe(true);
});

test("in a frame of another origin of the same site it goes on", async () => {
  const inside = await openFramed("http://localhost:4321/");
  await giveEmail(inside);
  await inside.getByLabel("Confirmation du nouveau mot de passe", { exact: true }).waitFor();
  expect(await inside.getByText(refusal).count()).toBe(0);
});

test("where cookies are off that is told before anything is typed, and no password leaves the page", async () => {
  const page = await open("/methods");
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setDocumentCookieDisabled", { disabled: true });
  const sent: string[] = [];
  page.on("request", (request) => request.method() === "POST" && sent.push(request.url()));
  await page.goto(`${portal.origin}/inside`);
  const told = page.getByRole("alert").getByText(refusal);
  await told.waitFor();
  await page.getByLabel("Identifiant", { exact: true }).fill(portal.letter.identifier);
  await page.getByLabel("Mot de passe", { exact: true }).fill(portal.letter.provisionalPassword);
  await page.getByRole("button", { name: "Se connecter" }).click();
  await told.waitFor();
  expect(sent).toEqual([]);
});

test("the portal and the methods run without the wizard", async () => {
  const chosen = await open("/portal");
  await chosen.getByRole("heading", { name: "Portail de connexion" }).waitFor();
  await chosen.getByText("Élève", { exact: true }).waitFor();
  const methods = await open("/methods");
  await methods.getByRole("heading", { name: "Quelles méthodes" }).waitFor();
  expect(await methods.evaluate(() => customElements.get("educonnect-activation") === undefined)).toBe(true);
});
