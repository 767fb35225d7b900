import type { Browser, CDPSession } from "playwright-core";

/** What a page is loaded under: a slow processor, and perhaps a slow line besides. */
export interface Conditions {
  /** How many times slower than the machine. */
  readonly processor: number;
  readonly line: { readonly latencyMilliseconds: number; readonly bitsPerSecond: number } | null;
}

/** How a page came up; milliseconds from its navigation. */
export interface PageTimes {
  readonly firstPaint: number;
  /** When what takes most room stood there: a screen, once the server has answered. */
  readonly largestPaint: number;
  /** How much it moved while it came up (Layout Instability: 0 is nothing). */
  readonly shift: number;
}

/**
 * Loads a page in a browser that has kept nothing, and leaves it alone until its network is at rest; asked earlier, it would have to answer
 * instead of drawing.
 */
export async function timePage(browser: Browser, url: string, conditions: Conditions): Promise<PageTimes> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await slowDown(session, conditions);
  await page.goto(url, { waitUntil: "networkidle" });
  const times = await page.evaluate(readTimes);
  await context.close();
  return times;
}

async function slowDown(session: CDPSession, { processor, line }: Conditions): Promise<void> {
  await session.send("Network.enable");
  await session.send("Network.setCacheDisabled", { cacheDisabled: true });
  await session.send("Emulation.setCPUThrottlingRate", { rate: processor });
  if (line === null) return;
  const bytesPerSecond = line.bitsPerSecond / 8;
  await session.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: line.latencyMilliseconds,
    downloadThroughput: bytesPerSecond,
    uploadThroughput: bytesPerSecond,
  });
}

/** Reads what the browser noted by itself; runs in the page. */
async function readTimes(): Promise<PageTimes> {
  const noted = (type: string, isSure: boolean) =>
    new Promise<readonly PerformanceEntry[]>((resolve) => {
      new PerformanceObserver((list) => resolve(list.getEntries())).observe({ type, buffered: true });
      // The browser does not call back if it noted nothing.
      if (!isSure) setTimeout(() => resolve([]), 500);
    });
  const painted = await noted("largest-contentful-paint", true);
  const [firstPaint] = performance.getEntriesByName("first-contentful-paint");
  const shifts = await noted("layout-shift", false);
  return {
    firstPaint: firstPaint?.startTime ?? Number.NaN,
    largestPaint: painted.at(-1)?.startTime ?? Number.NaN,
    shift: shifts.reduce((sum, entry) => sum + ("value" in entry ? Number(entry.value) : 0), 0),
  };
}
