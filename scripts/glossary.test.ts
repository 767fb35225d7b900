import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
const glossary = readFileSync(join(root, "docs/glossary.md"), "utf8");

/** The folders in which the glossary may shorten a path. */
const folders = ["", "packages/", "packages/core/src/", "packages/server-adapter/src/"];

const sources = globSync(["packages/*/src/**/*.ts", "packages/*/package.json"], { cwd: root })
  .map((path) => readFileSync(join(root, path), "utf8"))
  .join("\n");

/** The rows of the glossary: its words, and the code that the third column names. */
function readRows(text: string): { readonly words: string; readonly code: readonly string[] }[] {
  return text
    .split("\n")
    .filter((line) => line.startsWith("| ") && !line.startsWith("| Word") && !line.startsWith("| French"))
    .map((line) => {
      const [, words = "", , place = ""] = line.split("|");
      return { words: words.trim(), code: [...place.matchAll(/`([^`]+)`/gu)].map(([, name]) => name ?? "") };
    });
}

const isThere = (name: string): boolean =>
  name.includes("/")
    ? folders.some((folder) => existsSync(join(root, folder, name.replace(/<\w+>\/?$/u, "")))) ||
      sources.includes(`"./${name.replace(/^\w+\//u, "")}"`)
    : name.split(/[.…]/u).every((part) => sources.includes(part.replace(/[<>]/gu, "")));

it("names code and folders that exist", () => {
  const rows = readRows(glossary);
  expect(rows.length).toBeGreaterThan(60);
  expect(rows.flatMap(({ code }) => code).filter((name) => !isThere(name))).toEqual([]);
});

it("explains each word once", () => {
  const [before = ""] = glossary.split("## French terms");
  const words = readRows(before).flatMap((row) => row.words.split(", "));
  expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([]);
});

it("would find code that does not exist", () => {
  expect(["NoSuchType", "server-adapter/src/no-such-folder/"].filter(isThere)).toEqual([]);
});
