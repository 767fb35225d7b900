import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createStoredDirectoryWriter } from "../directory/stored-directory-writer.ts";
import { createStoredDirectory } from "../directory/stored-directory.ts";
import { webRandom } from "../ports/random.ts";
import { createKeyRing, generateMasterKey, type MasterKeys } from "../security/keys.ts";
import { createVault } from "../security/vault.ts";
import { createSqliteStore } from "../stores/sqlite/sqlite-store.ts";
import { guardian, recordsOf } from "../testing/directory/directory-case.ts";
import { runCommand } from "./run-command.ts";

const older = generateMasterKey(webRandom, "older");
const newer = generateMasterKey(webRandom, "newer");
let folder: string;
let path: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "educonnect-reencrypt-"));
  path = join(folder, "store.sqlite");
  const store = await createSqliteStore({ path });
  const vault = createVault(createKeyRing({ current: older }));
  await createStoredDirectoryWriter(store, vault).upsert(
    recordsOf([guardian("claire", "Claire|Martin", { mobile: "0612345678" })]),
  );
  await store.close();
});

afterEach(() => rm(folder, { recursive: true }));

const reencrypt = (keys: MasterKeys) =>
  runCommand(["keys", "reencrypt", "--sqlite", path], { EDUCONNECT_KEYS: JSON.stringify(keys) });

describe("educonnect-activation keys reencrypt", () => {
  it("ends with 0 once the old key can go", async () => {
    const { code, output } = await reencrypt({ current: newer, previous: [older] });
    expect(code).toBe(0);
    expect(output).toContain("people: 1 encrypted again");
    const store = await createSqliteStore({ path });
    const directory = createStoredDirectory(store, createVault(createKeyRing({ current: newer })));
    expect(await directory.findByMobile("+33612345678")).toMatchObject([{ id: "claire" }]);
    await store.close();
  });

  it("ends with 1 and names what no key opens, when the old key went too early", async () => {
    const { code, output } = await reencrypt({ current: newer });
    expect(code).toBe(1);
    expect(output).toContain("UNREADABLE people claire mobile_encrypted: encrypted_text_key_unknown");
  });

  it("ends with 2 without keys", async () => {
    expect((await runCommand(["keys", "reencrypt", "--sqlite", path], {})).code).toBe(2);
  });
});
