import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import manifest from "../package.json" with { type: "json" };
import { importOptional, MissingPackageError } from "./optional-package.ts";

const run = promisify(execFile);
const ours = fileURLToPath(new URL("..", import.meta.url));

/** A copy of the package whose node_modules has what it depends on, and none of its optional peers. */
let copy: string;

beforeAll(async () => {
  copy = await mkdtemp(join(tmpdir(), "educonnect-optional-"));
  await cp(join(ours, "src"), join(copy, "src"), { recursive: true });
  await writeFile(join(copy, "package.json"), JSON.stringify({ type: "module" }));
  for (const name of Object.keys(manifest.dependencies)) {
    const link = join(copy, "node_modules", name);
    await mkdir(dirname(link), { recursive: true });
    await symlink(join(ours, "node_modules", name), link, "junction");
  }
});
afterAll(() => rm(copy, { recursive: true, force: true }));

async function runInCopy(program: string): Promise<unknown> {
  const flags = ["--conditions=educonnect-source", "--input-type=module"];
  const { stdout } = await run(process.execPath, [...flags, "--eval", program], { cwd: copy });
  return JSON.parse(stdout);
}

const describeError = `({ name, code, packageName, message }) => ({ name, code, packageName, message })`;

describe("where no optional package is installed", () => {
  it.each([
    ["./stores/postgres", "pg", "The PostgreSQL store"],
    ["./delivery/smtp", "nodemailer", "The SMTP mailer"],
    ["./franceconnect", "openid-client", "FranceConnect"],
  ] as const)("%s asks for %s", async (entry, packageName, neededBy) => {
    const source = manifest.exports[entry]["educonnect-source"];
    const program = `console.log(JSON.stringify(await import(${JSON.stringify(source)}).catch(${describeError})));`;
    expect(await runInCopy(program)).toEqual({
      name: "MissingPackageError",
      code: "package_missing",
      packageName,
      message: `${neededBy} needs the package ${packageName}, which is not installed: npm install ${packageName}`,
    });
  });

  it("every other entry point loads", async () => {
    const entries = [".", "./node", "./sms", "./stores/memory", "./stores/sqlite", "./testing"] as const;
    const sources = entries.map((entry) => manifest.exports[entry]["educonnect-source"]);
    const program = `
      const modules = await Promise.all(${JSON.stringify(sources)}.map((source) => import(source)));
      console.log(modules.length);`;
    expect(await runInCopy(program)).toBe(sources.length);
  });

  it("passwords are hashed and checked, and only a bcrypt hash asks for its package", async () => {
    const bcrypt = "$2b$04$ZKsnPMlo2n1CqqSdBJ1Xeu0iyDuVzU0cWdRp0iH7DZ5Q5m1Ae7h2W";
    const program = `
      const { createArgon2Hasher } = await import("./src/node/index.ts");
      const hasher = createArgon2Hasher({ memoryKib: 64, iterations: 1 });
      const matches = await hasher.verify(await hasher.hash("secret"), "secret");
      const error = await hasher.verify(${JSON.stringify(bcrypt)}, "secret").catch(${describeError});
      console.log(JSON.stringify([matches, error.code, error.packageName]));`;
    expect(await runInCopy(program)).toEqual([true, "package_missing", "@node-rs/bcrypt"]);
  });

  it("the command line says what it lacks", async () => {
    const program = `
      const { runCommand } = await import("./src/cli/run-command.ts");
      const keys = JSON.stringify({ current: { id: "a", secret: ${JSON.stringify(randomBytes(32).toString("base64url"))} } });
      const { code, output } = await runCommand(
        ["audit", "verify", "--postgres", "postgres://localhost/none"],
        { EDUCONNECT_KEYS: keys },
      );
      console.log(JSON.stringify([code, output]));`;
    expect(await runInCopy(program)).toEqual([2, expect.stringContaining("npm install pg")]);
  });
});

describe("an optional package", () => {
  it("that is installed, but fails to load or lacks a package of its own, is not said to be missing", async () => {
    const broken = new SyntaxError("Unexpected token");
    const own = Object.assign(new Error("Cannot find package 'pg-pool' imported from /node_modules/pg/lib"), {
      code: "ERR_MODULE_NOT_FOUND",
    });
    for (const error of [broken, own]) {
      const loading = importOptional("pg", "The store", () => Promise.reject(error));
      await expect(loading).rejects.toBe(error);
    }
  });

  it("that is missing is named, with the runtime's error as the cause", async () => {
    const cause = Object.assign(new Error("Cannot find package 'pg' imported from /app/store.js"), {
      code: "ERR_MODULE_NOT_FOUND",
    });
    const loading = importOptional("pg", "The store", () => Promise.reject(cause));
    await expect(loading).rejects.toBeInstanceOf(MissingPackageError);
    await expect(loading).rejects.toMatchObject({ packageName: "pg", cause });
  });
});
