import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rename, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { addedFonts } from "./added-fonts.ts";

const run = promisify(execFile);
const cacheFolder = fileURLToPath(new URL("../../.cache/", import.meta.url));

/** What it takes to start a Chromium: `channel` names an installed one, else `executablePath` and `env` are given. */
export type ChromiumExecutable =
  | { readonly channel: "chrome" }
  | { readonly executablePath: string; readonly env: Readonly<Record<string, string>> };

/**
 * Finds a Chromium to test with.
 *
 * `CHROME_PATH` wins; on Linux x64 it is the one of the npm package `@sparticuz/chromium`, extracted once into
 * `.cache/` of the checkout with its fonts, so that text measures the same on every machine; elsewhere the
 * installed Chrome. Any number of processes may call at once: each extracts aside, the first rename wins.
 */
export async function findChromium(): Promise<ChromiumExecutable> {
  const chosen = process.env["CHROME_PATH"];
  if (chosen !== undefined && chosen !== "") return { executablePath: chosen, env: {} };
  if (process.platform !== "linux" || process.arch !== "x64") return { channel: "chrome" };
  const folder = await extractedFolder();
  const executablePath = `${folder}/chromium`;
  const libraries = (await lacksLibraries(executablePath)) ? `${folder}/al2023/lib` : undefined;
  return {
    executablePath,
    env: {
      FONTCONFIG_PATH: `${folder}/fonts`,
      ...(libraries !== undefined && { LD_LIBRARY_PATH: libraries }),
    },
  };
}

async function extractedFolder(): Promise<string> {
  const entry = createRequire(import.meta.url).resolve("@sparticuz/chromium");
  const manifest = join(dirname(entry), "..", "package.json");
  const { version }: { version: string } = JSON.parse(await readFile(manifest, "utf8"));
  const fonts = createHash("sha256").update(addedFonts.join()).digest("hex").slice(0, 8);
  const folder = `${cacheFolder}chromium-${version}-${fonts}`;
  if (existsSync(folder)) return folder;
  await mkdir(cacheFolder, { recursive: true });
  const staging = await mkdtemp(`${cacheFolder}chromium-extracting-`);
  try {
    const script = fileURLToPath(new URL("extract-chromium.ts", import.meta.url));
    await run(process.execPath, [script], { env: { ...process.env, TMPDIR: staging } });
    await rename(staging, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
  return folder;
}

/** Minimal images lack NSS and its like; the package ships them for Amazon Linux. */
async function lacksLibraries(executablePath: string): Promise<boolean> {
  try {
    const { stdout } = await run("ldd", [executablePath]);
    return stdout.includes("not found");
  } catch {
    return true;
  }
}
