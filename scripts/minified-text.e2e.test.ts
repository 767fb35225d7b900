import { globSync, readFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import { fileURLToPath } from "node:url";
import { launchBrowser } from "@educonnect-activation/test-support/browser";
import { parseSync, Visitor } from "oxc-parser";
import { afterAll, beforeAll, expect, test } from "vitest";
import { bundleScreens, minifyTemplates } from "./readable-bundle.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const tags = globSync("packages/elements/src/screens/*/educonnect-*.ts", { cwd: root })
  .map((path) => /educonnect-[\w-]+(?=\.ts$)/u.exec(path)?.[0] ?? "")
  .filter((tag) => tag !== "");

const links = Object.fromEntries(
  [
    "recover-identifier",
    "recover-password",
    "no-account",
    "methods",
    "franceconnect",
    "home",
    "contact",
    "sign-in",
    "retry",
  ].map((target) => [target, "/there"]),
);
const school = { name: "Collège Jean-Moulin", phone: "03 22 00 00 00", email: "college@example.org" };
const child = { givenName: "Emma", familyName: "Martin", school: "Collège Jean-Moulin" };
const session = { givenName: "Claire", familyName: "Martin", expiresAt: 2_000_000_000 };

/** Everything that any screen shows; each takes what is its own. */
const full = {
  links,
  contact: school,
  back: "step",
  progress: { current: 2, total: 5 },
  given: "c•••@example.org",
  optional: true,
  canContinue: true,
  to: "c•••@example.org",
  nextSendAt: 1_000_060,
  now: 1_000_000,
  identifier: "c.martin42",
  pendingEmail: "c•••@example.org",
  pupils: [
    { ...child, id: "a", hasBirthDate: true },
    { ...child, id: "b", givenName: "Inès", hasBirthDate: false },
  ],
  data: {
    session,
    services: [{ id: "ent", title: "L'ENT", description: "Messagerie", href: "#ent", isAvailable: true }],
    message: "Bonne rentrée à tous !",
    news: [{ title: "Réunion", body: "Mardi à 18 h.", href: "#r", date: "2026-09-15" }],
    links: { home: "#home", contact: "#contact", account: null },
  },
  options: { modes: [{ id: "educonnect", href: "/there" }] },
};
const states: readonly object[] = [
  {},
  full,
  { ...full, audience: "pupil", busy: true, back: "abandon" },
  {
    ...full,
    issues: [
      { code: "credentials_refused", params: { triesLeft: 2 } },
      { code: "email_missing", field: "email" },
    ],
  },
  { ...full, lockedUntil: 1_000_900 },
  { ...full, replacing: true, ended: true, reason: "awaitingSchool", sendsLeft: 0 },
];

let browser: Awaited<ReturnType<typeof launchBrowser>>;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(() => browser.close());

/** What a person reads on every screen in every state, from one build. */
async function readScreens(isMinified: boolean): Promise<readonly string[]> {
  const chunks = await bundleScreens(isMinified);
  const files = new Map(chunks.map(({ fileName, code }) => [`/${fileName}`, code]));
  const scripts = chunks
    .filter(({ isEntry }) => isEntry)
    .map(({ fileName }) => `<script type="module" src="/${fileName}"></script>`);
  const page = await browser.newPage({ locale: "fr-FR" });
  await page.route("http://screens.test/**", async (route) => {
    const { pathname } = new URL(route.request().url());
    const body = files.get(pathname);
    await route.fulfill(
      body === undefined
        ? { contentType: "text/html", body: `<!doctype html><html lang="fr">${scripts.join("")}` }
        : { contentType: "text/javascript", body },
    );
  });
  await page.goto("http://screens.test/");
  const texts = await page.evaluate(
    async ({ tagNames, given }) => {
      const read: string[] = [];
      for (const tag of tagNames) {
        await customElements.whenDefined(tag);
        for (const state of given) {
          const element = Object.assign(document.createElement(tag), state);
          document.body.append(element);
          if ("updateComplete" in element) await element.updateComplete;
          const { children = [] } = element.shadowRoot ?? {};
          const drawn = Array.from(children, (each) => (each instanceof HTMLElement ? each.innerText : ""));
          read.push(`${tag}\n${drawn.join("\n")}`);
          element.remove();
        }
      }
      return read;
    },
    { tagNames: tags, given: states },
  );
  await page.close();
  return texts;
}

test("every screen reads the same, minified and not", async () => {
  const [readable, minified] = await Promise.all([readScreens(false), readScreens(true)]);
  expect(tags.length).toBeGreaterThan(12);
  expect(readable.filter((text) => text.length < 30)).toEqual([]);
  expect(new Set(readable).size).toBeGreaterThan(tags.length * 3);
  expect(minified).toEqual(readable);
});

/** The HTML of each template of a module, with a word in the place of each value; shapes stand in the `svg` they are drawn in. */
function templatesOf(code: string): string[] {
  const templates: string[] = [];
  new Visitor({
    TaggedTemplateExpression({ tag, quasi }) {
      if (tag.type !== "Identifier" || (tag.name !== "html" && tag.name !== "svg")) return;
      const text = quasi.quasis.map(({ value }) => value.cooked ?? "").join("value");
      templates.push(tag.name === "svg" ? `<svg>${text}</svg>` : text);
    },
  }).visit(parseSync("module.js", code).program);
  return templates;
}

test("no template loses a space between words or the place of an element, in whatever state it shows", async () => {
  const minify = await minifyTemplates();
  const pairs: { readonly path: string; readonly readable: string; readonly minified: string }[] = [];
  for (const path of globSync("packages/elements/src/**/*.ts", { cwd: root }).toSorted()) {
    if (path.endsWith(".test.ts")) continue;
    const code = stripTypeScriptTypes(readFileSync(root + path, "utf8"));
    const before = templatesOf(code);
    const after = templatesOf(await minify(code, root + path));
    expect(after.length, path).toBe(before.length);
    before.forEach((readable, index) => pairs.push({ path, readable, minified: after[index] ?? "" }));
  }
  expect(pairs.length).toBeGreaterThan(80);
  const page = await browser.newPage();
  const different = await page.evaluate((given) => {
    const treeOf = ({ localName, children }: Element): string =>
      `${localName}(${Array.from(children, treeOf).join(" ")})`;
    const read = (text: string) => {
      const place = document.createElement("div");
      place.innerHTML = text;
      document.body.append(place);
      const words = place.innerText.replaceAll(/\s+/gu, " ").trim();
      place.remove();
      return `${words} ${treeOf(place)}`;
    };
    return given
      .map(({ path, readable, minified }) => ({ path, readable: read(readable), minified: read(minified) }))
      .filter((pair) => pair.readable !== pair.minified);
  }, pairs);
  expect(different).toEqual([]);
});
