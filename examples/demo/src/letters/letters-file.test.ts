import { mkdtemp, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Letter } from "./letter.ts";
import { readLettersFile, writeLettersFile } from "./letters-file.ts";

const letter: Letter = {
  kind: "pupil",
  personId: "1",
  givenName: "Zoë",
  familyName: "Lecœur",
  address: { street: "1 rue du Moulin", postalCode: "80440", town: "Vallières-sur-Somme" },
  school: "LP LYC",
  identifier: "z.lecoeur12",
  provisionalPassword: "7GMPGYF3",
  issuedAt: "2026-11-02T08:00:00.000Z",
  birthDate: null,
  className: "2de",
};

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "educonnect-letters-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test("no file, no letters", async () => {
  expect(await readLettersFile(join(folder, "letters.json"))).toBeNull();
});

test("letters come back as they were, for this user only, and no draft stays", async () => {
  const path = join(folder, "letters.json");
  await writeLettersFile(path, [letter]);
  expect(await readLettersFile(path)).toEqual([letter]);
  expect((await stat(path)).mode & 0o077).toBe(0);
  expect(await readdir(folder)).toEqual(["letters.json"]);
});

test("a file of something else is refused, and one cut short too", async () => {
  const path = join(folder, "letters.json");
  await writeFile(path, `{"version":2,"letters":[]}`);
  await expect(readLettersFile(path)).rejects.toThrow("not a file of letters");
  await writeFile(path, `{"version":1,"lett`);
  await expect(readLettersFile(path)).rejects.toThrow(SyntaxError);
});
