import { existsSync, readdirSync, readFileSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { DatabaseSync } from "node:sqlite";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { webRandom } from "../ports/random.ts";
import { generateMasterKey } from "../security/keys.ts";
import { createSqliteStore } from "../stores/sqlite/sqlite-store.ts";
import { runCommand } from "./run-command.ts";

const environment = { EDUCONNECT_KEYS: JSON.stringify({ current: generateMasterKey(webRandom, "cli") }) };
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "educonnect-database-"));
});

afterEach(() => rm(folder, { recursive: true }));

const commands = [
  ["audit", "verify"],
  ["keys", "reencrypt"],
  ["reports", "--without-school"],
  ["reports", "settle", "a", "--without-school"],
];

function execute(path: string, text: string): void {
  const database = new DatabaseSync(path);
  database.exec(text);
  database.close();
}

describe.each(commands)("educonnect-activation %s %s", (...words) => {
  const run = (path: string) => runCommand([...words, "--sqlite", path], environment);

  it("ends with 2 for a mistyped path, and makes no database", async () => {
    for (const path of [join(folder, "typo.db"), join(folder, "no", "typo.db"), "", ":memory:"]) {
      const { code, output } = await run(path);
      expect(code).toBe(2);
      expect(output).toBe(`There is no database file "${path}".`);
    }
    expect(readdirSync(folder)).toEqual([]);
    expect(existsSync(":memory:")).toBe(false);
  });

  it("ends with 2 for what is no database of the kit, and leaves it as it is", async () => {
    const paths = ["empty", "text", "other"].map((name) => join(folder, name));
    const [empty = "", text = "", other = ""] = paths;
    await writeFile(empty, "");
    await writeFile(text, "This is no database. ".repeat(100));
    execute(other, "create table people (id text)");
    for (const path of paths) {
      const before = readFileSync(path);
      const { code, output } = await run(path);
      expect(code).toBe(2);
      expect(output).toContain("no database of educonnect-activation");
      expect(readFileSync(path).equals(before)).toBe(true);
    }
    await mkdir(join(folder, "directory"));
    expect((await run(join(folder, "directory"))).code).toBe(2);
  });

  it("ends with 2 for a database of an earlier version, and of a later one, and migrates neither", async () => {
    const path = join(folder, "store.sqlite");
    execute(
      path,
      "create table educonnect_migrations (position integer primary key, name text not null unique)",
    );
    expect(await run(path)).toMatchObject({ code: 2, output: expect.stringContaining("earlier version") });
    execute(path, "insert into educonnect_migrations (name) values ('9999_later')");
    expect(await run(path)).toMatchObject({ code: 2, output: expect.stringContaining("9999_later") });
  });
});

it("a database that a server has open is checked beside it", async () => {
  const path = join(folder, "store.sqlite");
  const store = await createSqliteStore({ path });
  expect(await runCommand(["audit", "verify", "--sqlite", path], environment)).toMatchObject({ code: 0 });
  await store.close();
  expect(await runCommand(["reports", "--without-school", "--sqlite", path], {})).toEqual({
    code: 0,
    output: "no report",
  });
});
