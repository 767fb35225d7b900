import { readdirSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import type { Message } from "./format-message.ts";
import { french } from "./fr/catalogue.ts";
import type { Language } from "./language.ts";

/** Texts that may be the same as in French: names, and words that two languages share. */
const names = new Set([
  "lang",
  "dir",
  "login.franceConnect",
  "portal.modes.educonnect",
  "issue.ofChild",
  "portal.settled",
]);

/** Values in Latin letters or digits in every language, which would disorder the right-to-left text around them. */
const latin = new Set(["characters", "child", "email", "identifier", "name", "phone"]);

/** Texts that go into a file or its name, where an isolate would be copied along. */
const files = new Set(["success.fileText", "success.fileName"]);

/** Languages whose spelling or plurals are those of a country. */
const regions: Readonly<Record<string, string>> = { en: "en-GB", pt: "pt-PT" };

const namesIn = (text: string) => [...text.matchAll(/\{(\w+)\}/gu)].map(([, name]) => name ?? "").sort();
const textsOf = (message: Message): string[] =>
  typeof message === "string"
    ? [message]
    : Object.entries(message).flatMap(([category, text]) => (category === "count" ? [] : [text]));
const mainText = (message: Message) => (typeof message === "string" ? message : message.other);

const folders = readdirSync(import.meta.dirname, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !["fr", "pseudo"].includes(entry.name))
  .map(({ name }) => name);

async function readLanguage(folder: string): Promise<Record<string, Message>> {
  const { language }: { readonly language: Language } = await import(`./${folder}/language.ts`);
  const { "sign-in": signIn, ...others } = language;
  const parts = await Promise.all(Object.values(others).map((load) => load()));
  return Object.assign({}, signIn, ...parts.map(({ texts }) => texts));
}

const rightToLeft = /^(?:ar|fa|he|ur)\b/u;

const source: Readonly<Record<string, Message>> = french;

describe.each(folders)("the catalogue in %s", (folder) => {
  let catalogue: Record<string, Message> = {};
  let entries: [string, Message][] = [];
  let each: (readonly [string, string])[] = [];

  beforeAll(async () => {
    catalogue = await readLanguage(folder);
    entries = Object.entries(catalogue);
    each = entries.flatMap(([key, message]) => textsOf(message).map((text) => [key, text] as const));
  });

  it("has the keys of the French one", () => {
    expect(Object.keys(catalogue).toSorted()).toEqual(Object.keys(french).toSorted());
  });

  it("has the tag of its folder and the direction of its script", () => {
    const tag = regions[folder] ?? folder;
    expect(catalogue["lang"]).toBe(tag);
    expect(Intl.getCanonicalLocales(tag)).toEqual([tag]);
    expect(catalogue["dir"]).toBe(rightToLeft.test(folder) ? "rtl" : "ltr");
  });

  it("has the same names in braces as the French text", () => {
    for (const [key, message] of entries) {
      expect(namesIn(mainText(message)), key).toEqual(namesIn(mainText(source[key] ?? "")));
    }
  });

  it("has a form for each plural category, and no form has other names in braces", () => {
    const rules = new Intl.PluralRules(regions[folder] ?? folder);
    const needed = new Set(Array.from({ length: 201 }, (_, count) => rules.select(count)));
    const possible = rules.resolvedOptions().pluralCategories;
    for (const [key, message] of entries) {
      // Languages with more categories agree where French does not have to, and may word a count so that nothing agrees.
      if (typeof message === "string") continue;
      const { count, ...categories } = message;
      expect(namesIn(message.other), key).toContain(count);
      expect(Object.keys(categories), key).toEqual(expect.arrayContaining([...needed, "other"]));
      expect(possible, key).toEqual(expect.arrayContaining(Object.keys(categories)));
      for (const text of Object.values(categories)) {
        expect(namesIn(message.other), key).toEqual(expect.arrayContaining(namesIn(text)));
      }
    }
  });

  it("has no empty or unfinished text and no straight quotation marks", () => {
    for (const [key, text] of each) {
      expect(text, key).not.toBe("");
      expect(text, key).toBe(text.trim());
      expect(text, key).toBe(text.normalize("NFC"));
      expect(text, key).not.toMatch(/"| {2}|\.\.\.|undefined|NaN|TODO|\uFFFD/u);
    }
  });

  it("writes the name of the accounts in a single way", () => {
    for (const [key, text] of each) expect(text, key).not.toContain("EduConnect");
  });

  it("has a placeholder that fits into a field on a small phone", () => {
    expect(mainText(catalogue["login.identifierPlaceholder"] ?? "").length).toBeLessThanOrEqual(24);
  });

  it("leaves no text in French", () => {
    const same = each.filter(
      ([key, text]) => !names.has(key) && text === mainText(source[key] ?? "") && /\p{L}{2}/u.test(text),
    );
    const most = folder.startsWith("fr-") ? entries.length / 4 : 8;
    expect(same.length, same.join("\n")).toBeLessThan(most);
    if (!folder.startsWith("fr-")) expect(same.filter(([, text]) => text.split(" ").length > 3)).toEqual([]);
  });

  it("keeps the prescribed name of FranceConnect's button", () => {
    expect(catalogue["login.franceConnect"]).toBe(french["login.franceConnect"]);
  });
});

describe("the catalogue in easy French", () => {
  it("has a sentence on each line of the password's rules and help, and no example separated from its word", async () => {
    for (const [key, message] of Object.entries(await readLanguage("fr-simple"))) {
      const text = mainText(message);
      expect(text, key).not.toContain("Exemple : ");
      if (/^(?:rule|password\.help)/u.test(key)) expect(text, key).not.toMatch(/[.!?] /u);
    }
  });
});

describe.each(folders.filter((folder) => rightToLeft.test(folder)))("the catalogue in %s", (folder) => {
  it("isolates what is read from left to right", async () => {
    for (const [key, message] of Object.entries(await readLanguage(folder))) {
      for (const text of textsOf(message)) {
        const isolated = [...text.matchAll(/\u2068\{(\w+)\}\u2069/gu)].map(([, name]) => name);
        const needed = namesIn(text).filter((name) => latin.has(name));
        if (files.has(key)) expect(text, key).not.toMatch(/[\u2066-\u2069]/u);
        else expect(isolated.toSorted(), key).toEqual(expect.arrayContaining(needed));
        expect(text.match(/[\u2066-\u2068]/gu)?.length, key).toBe(text.match(/\u2069/gu)?.length);
      }
    }
  });
});
