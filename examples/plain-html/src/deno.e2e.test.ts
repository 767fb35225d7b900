import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const folder = fileURLToPath(new URL("../", import.meta.url));
const deno = `${folder}node_modules/deno/bin.cjs`;

interface Manifest {
  readonly name: string;
  readonly exports: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
}

/** The modules that a package publishes, by the names that one imports them by. */
async function entryPointsOf(packageName: "core" | "elements"): Promise<string[]> {
  const path = `${folder}node_modules/@educonnect-activation/${packageName}/package.json`;
  const { name, exports }: Manifest = JSON.parse(await readFile(path, "utf8"));
  return Object.entries(exports)
    .filter(([entry, target]) => typeof target !== "string" && "default" in target && !entry.includes("*"))
    .map(([entry]) => name + entry.slice(1));
}

/** Runs a module in Deno, which may read the packages and what their dependencies ask the environment, and do what else is named. */
async function runInDeno(code: string, ...rights: readonly string[]): Promise<unknown> {
  // The sources, as the other tests take them: what is built may be older.
  const conditions = "--conditions=educonnect-source";
  const options = [conditions, "--no-remote", "--no-prompt", "--allow-read", "--allow-env", ...rights, "-"];
  const running = promisify(execFile)(process.execPath, [deno, "run", ...options], { cwd: folder });
  running.child.stdin?.end(code);
  const { stdout } = await running;
  return JSON.parse(stdout);
}

test("in Deno every entry point of the elements and of core loads, and there is no DOM", async () => {
  const names = [...(await entryPointsOf("core")), ...(await entryPointsOf("elements"))];
  expect(names.length).toBeGreaterThan(18);
  const found = await runInDeno(`
    ${names.map((name) => `await import("${name}");`).join("\n")}
    const { EduconnectActivation } = await import("@educonnect-activation/elements");
    console.log(JSON.stringify([typeof document, EduconnectActivation.name]));
  `);
  expect(found).toEqual(["undefined", "EduconnectActivation"]);
});

test("in Deno the handler answers", async () => {
  const code = `
    import * as server from "@educonnect-activation/server-adapter";
    import { createArgon2Hasher } from "@educonnect-activation/server-adapter/node";
    import { createMemoryStore } from "@educonnect-activation/server-adapter/stores/memory";
    const { createVault, createKeyRing, generateMasterKey, webRandom } = server;
    const handler = server.createEduconnectHandler({
      publicOrigin: "https://portal.example",
      confirmationLink: { elementsModule: "/assets/educonnect-activation.js" },
      store: createMemoryStore(),
      vault: createVault(createKeyRing({ current: generateMasterKey(webRandom, "deno") })),
      passwordHasher: createArgon2Hasher(),
    });
    const answer = await handler(new Request("https://portal.example/educonnect/status"));
    console.log(JSON.stringify([answer.status, await answer.json()]));
  `;
  // argon2 is native code.
  const found = await runInDeno(code, "--allow-ffi", "--allow-sys");
  expect(found).toEqual([200, { flow: null, session: null, methods: ["letter", "pupil"] }]);
});
