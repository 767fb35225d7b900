import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { sealAudit } from "../audit/audit-chain.ts";
import { auditEntry } from "../audit/audit-entry.ts";
import { webRandom } from "../ports/random.ts";
import { createKeyRing, generateMasterKey } from "../security/keys.ts";
import { createVault } from "../security/vault.ts";
import { createSqliteStore } from "../stores/sqlite/sqlite-store.ts";
import { runCommand } from "./run-command.ts";

const keys = { current: generateMasterKey(webRandom, "cli") };
const environment = { EDUCONNECT_KEYS: JSON.stringify(keys) };
let folder: string;
let path: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "educonnect-cli-"));
  path = join(folder, "store.sqlite");
  const store = await createSqliteStore({ path });
  await store.commit([1, 2, 3].map((at) => auditEntry(webRandom, at, "signed_in", null)));
  await sealAudit(store, createVault(createKeyRing(keys)));
  await store.close();
});

afterEach(() => rm(folder, { recursive: true }));

describe("educonnect-activation audit verify", () => {
  const verify = () => runCommand(["audit", "verify", "--sqlite", path], environment);

  it("ends with 0 when the chain holds", async () => {
    expect(await verify()).toMatchObject({ code: 0, output: expect.stringContaining("the chain holds") });
  });

  it("ends with 1 and names the place when it breaks", async () => {
    const store = await createSqliteStore({ path });
    await store.commit([
      { type: "update", table: "audit", where: { position: 2 }, set: { event: "nothing" }, expect: 1 },
    ]);
    await store.close();
    expect(await verify()).toMatchObject({ code: 1, output: expect.stringContaining("BROKEN at 2") });
  });

  it.each([
    ["no command", []],
    ["another command", ["audit", "erase"]],
    ["no database", ["audit", "verify"]],
    ["two databases", ["audit", "verify", "--sqlite", "a", "--postgres", "b"]],
    ["an unknown option", ["audit", "verify", "--all"]],
  ])("ends with 2 for %s", async (_, args) => {
    expect((await runCommand(args, environment)).code).toBe(2);
  });

  it.each([undefined, "", "{", "{}", '{"current":{"id":"a"}}', '{"current":{"id":"a","secret":"hunter2"}}'])(
    "ends with 2 for the keys %s, and repeats no secret",
    async (EDUCONNECT_KEYS) => {
      const result = await runCommand(["audit", "verify", "--sqlite", path], { EDUCONNECT_KEYS });
      expect(result.code).toBe(2);
      expect(result.output).not.toContain("hunter2");
    },
  );

  it("explains itself", async () => {
    expect(await runCommand(["--help"], {})).toMatchObject({
      code: 0,
      output: expect.stringContaining("Usage"),
    });
  });
});
