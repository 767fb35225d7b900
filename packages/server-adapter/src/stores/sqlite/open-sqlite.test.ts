import { execFile } from "node:child_process";
import { DatabaseSync } from "node:sqlite";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { openSqlite } from "./open-sqlite.ts";

const run = promisify(execFile);

describe("the SQLite store where Node has no SQLite", () => {
  it("can be imported, and says what it needs when it is opened", async () => {
    const store = new URL("./sqlite-store.ts", import.meta.url).href;
    const program = `
      const { createSqliteStore } = await import(${JSON.stringify(store)});
      await createSqliteStore({ path: ":memory:" }).catch(({ name, code, message, cause }) => {
        console.log(JSON.stringify({ name, code, message, cause: cause.code }));
      });`;
    const flags = ["--no-experimental-sqlite", "--conditions=educonnect-source", "--input-type=module"];
    const { stdout } = await run(process.execPath, [...flags, "--eval", program]);
    expect(JSON.parse(stdout)).toEqual({
      name: "StoreUnsupportedError",
      code: "store_unsupported",
      message: expect.stringContaining(
        `needs node:sqlite as of Node 22.16; this is Node ${process.versions.node}`,
      ),
      cause: "ERR_UNKNOWN_BUILTIN_MODULE",
    });
  });
});

/** Makes databases that have nothing of what Node 22.16 brought. */
const OlderDatabase = new Proxy(DatabaseSync, { construct: () => ({}) });

describe("openSqlite", () => {
  it("refuses a database that does not say whether it is in a transaction", async () => {
    const load = () => Promise.resolve({ DatabaseSync: OlderDatabase });
    await expect(openSqlite(":memory:", {}, load)).rejects.toMatchObject({ code: "store_unsupported" });
  });

  it("passes on what else goes wrong", async () => {
    const failure = new RangeError("out of memory");
    await expect(openSqlite(":memory:", {}, () => Promise.reject(failure))).rejects.toBe(failure);
  });
});
