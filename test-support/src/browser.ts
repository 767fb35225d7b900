import { type Browser, chromium } from "playwright-core";
import { findChromium } from "./chromium-executable.ts";

const launchArguments = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-dev-shm-usage",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-domain-reliability",
  "--no-default-browser-check",
  "--no-first-run",
  "--no-pings",
  "--font-render-hinting=none",
];

export interface LaunchBrowserOptions {
  /** Further command-line switches of Chromium. */
  readonly args?: readonly string[];
  /** Switches of Playwright's own that are to be left out, such as `--disable-back-forward-cache`. */
  readonly withoutArgs?: readonly string[];
}

/**
 * Starts a headless Chromium with its security switched on (site isolation, same origin) and no network of its own.
 *
 * One browser per test file, one `browser.newContext()` per test; close it when done.
 */
export async function launchBrowser(options: LaunchBrowserOptions = {}): Promise<Browser> {
  const found = await findChromium();
  const args = [...launchArguments, ...(options.args ?? [])];
  const ignoreDefaultArgs = [...(options.withoutArgs ?? [])];
  if ("channel" in found) return await chromium.launch({ args, ignoreDefaultArgs, channel: found.channel });
  return await chromium.launch({
    args,
    ignoreDefaultArgs,
    executablePath: found.executablePath,
    env: { ...process.env, ...found.env },
  });
}
