import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL("..", import.meta.url));

/** Where the static Storybook is. */
export const builtFolder = `${folder}storybook-static`;

/** Builds the static Storybook from the sources, as `pnpm --filter stories build` does. */
export async function buildStories(): Promise<void> {
  await run(`${folder}../scripts/manifest/main.ts`);
  const storybook = fileURLToPath(import.meta.resolve("storybook/internal/bin/dispatcher"));
  await run(storybook, "build", "--quiet", "--output-dir", builtFolder);
}

async function run(script: string, ...args: readonly string[]): Promise<void> {
  const child = spawn(process.execPath, [script, ...args], {
    cwd: folder,
    env: { ...process.env, STORYBOOK_DISABLE_TELEMETRY: "1", CI: "1" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8");
    stream.on("data", (text: string) => said.push(text));
  }
  const [exitCode] = await once(child, "close");
  if (exitCode !== 0) throw new Error(`${script} failed:\n${said.join("")}`);
}
