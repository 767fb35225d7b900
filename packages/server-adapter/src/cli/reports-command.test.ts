import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createStoredDirectoryWriter } from "../directory/stored-directory-writer.ts";
import { webRandom } from "../ports/random.ts";
import { createStoredReports } from "../reports/stored-reports.ts";
import { createKeyRing, generateMasterKey } from "../security/keys.ts";
import { createVault } from "../security/vault.ts";
import { createSqliteStore } from "../stores/sqlite/sqlite-store.ts";
import { guardian, pupil, recordsOf } from "../testing/directory/directory-case.ts";
import { runCommand } from "./run-command.ts";

let folder: string;
let database: readonly string[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "educonnect-reports-"));
  database = ["--sqlite", join(folder, "store.sqlite")];
  const store = await createSqliteStore({ path: join(folder, "store.sqlite") });
  const vault = createVault(createKeyRing({ current: generateMasterKey(webRandom, "test") }));
  await createStoredDirectoryWriter(store, vault).upsert(
    recordsOf([
      guardian("claire", "Claire|Martin", { birthName: "Petit" }),
      pupil("lucas", "Lucas|Mar\u001B[31mtin"),
      pupil("emma", "Emma|Martin"),
    ]),
  );
  const told = { personId: "claire", schoolId: "school", isIdentitySure: true };
  await createStoredReports(store).record(
    [
      { ...told, kind: "refused", childId: "lucas", at: 1_789_000_000 },
      { ...told, kind: "unrecorded", childId: "emma", at: 1_789_000_060, isIdentitySure: false },
      { ...told, kind: "refused", childId: "gone", schoolId: null, at: 1_789_000_120 },
    ],
    "first",
  );
  await store.close();
});

afterEach(() => rm(folder, { recursive: true }));

const run = (...args: readonly string[]) => runCommand(["reports", ...args, ...database], {});

describe("educonnect-activation reports", () => {
  it("lists a school's open reports by name, newest first", async () => {
    const { code, output } = await run("--school", "school");
    expect(code).toBe(0);
    const [, first = "", second = "", ...more] = output.split("\n");
    expect(more).toEqual([]);
    expect(first).toContain("2026-09-10 00:27  no birth date recorded");
    expect(first).toContain("Claire Martin (born Petit) (identity to be checked)");
    expect(second).not.toContain("identity");
    expect(first).toMatch(/Emma Martin +claire:emma:unrecorded:unsure$/);
    expect(second).toContain("not their child, they say");
  });

  it("prints nothing that steers a terminal", async () => {
    expect((await run("--school", "school")).output).not.toContain("\u001B");
  });

  it("prints JSON lines", async () => {
    const { output } = await run("--school", "school", "--json");
    expect(output.split("\n").map((line): unknown => JSON.parse(line))).toMatchObject([
      {
        id: "claire:emma:unrecorded:unsure",
        isIdentitySure: false,
        at: "2026-09-10T00:27:40.000Z",
        child: { givenName: "Emma" },
      },
      { id: "claire:lucas:refused", settledAt: null, school: { name: "E.E.PU Jean Moulin" } },
    ]);
  });

  it("settles one, which is then on the list of all only", async () => {
    const settle = () => run("settle", "claire:lucas:refused", "--school", "school");
    expect(await settle()).toEqual({ code: 0, output: "settled" });
    expect(await settle()).toMatchObject({ code: 1 });
    expect((await run("--school", "school")).output).not.toContain("lucas");
    expect((await run("--school", "school", "--all")).output).toContain("claire:lucas:refused");
  });

  it("settles nothing of another school", async () => {
    expect(await run("settle", "claire:lucas:refused", "--school", "other")).toMatchObject({ code: 1 });
    expect(await run("settle", "claire:lucas:refused", "--without-school")).toMatchObject({ code: 1 });
    expect((await run("--school", "school")).output).toContain("lucas");
  });

  it("says that there is none, and who is gone", async () => {
    expect(await run("--school", "other")).toEqual({ code: 0, output: "no report" });
    expect(await run("--school", "other", "--json")).toEqual({ code: 0, output: "" });
    expect((await run("--without-school")).output).toContain("(no longer in the directory)");
  });

  it.each([
    ["no school", []],
    ["a school and none", ["--school", "school", "--without-school"]],
    ["an unknown option", ["--school", "school", "--everything"]],
    ["something beside", ["--school", "school", "claire"]],
    ["nothing to settle", ["settle", "--school", "school"]],
    ["two to settle", ["settle", "a", "b", "--school", "school"]],
    ["two databases", ["--school", "school", "--postgres", "postgres://localhost/nowhere"]],
  ])("ends with 2 for %s", async (_, args) => {
    expect((await run(...args)).code).toBe(2);
  });
});
