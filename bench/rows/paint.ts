import { launchBrowser } from "@educonnect-activation/test-support/browser";
import { createPageFiles } from "../browser/page-files.ts";
import { servePages } from "../browser/serve-pages.ts";
import { timePage, type Conditions } from "../browser/time-page.ts";
import { interleave, type Scale } from "../measure/rounds.ts";
import { quantile, summarize } from "../measure/statistics.ts";
import { ratioRow, type Row } from "../report.ts";

const slowProcessor: Conditions = { processor: 6, line: null };
const slowLine: Conditions = { processor: 6, line: { latencyMilliseconds: 150, bitsPerSecond: 1_600_000 } };

/** When the wizard's page first shows something, beside the page of a bare element of Lit; and whether it moves while it comes up. */
export async function measurePaint({ rounds }: Scale): Promise<readonly Row[]> {
  const server = await servePages(await createPageFiles());
  const browser = await launchBrowser();
  const shifts: number[] = [];
  const rowUnder = async (id: string, under: string, conditions: Conditions, atMost: number) => {
    const shown: number[] = [];
    const time = (path: string) => timePage(browser, server.origin + path, conditions);
    const measured = await interleave(
      {
        "wizard, ms": async () => {
          const { firstPaint, largestPaint, shift } = await time("/wizard");
          shifts.push(shift);
          shown.push(largestPaint);
          return firstPaint;
        },
        "bare element, ms": async () => (await time("/bare")).firstPaint,
      },
      rounds,
    );
    const what = `first paint: the wizard's page ÷ a bare element's, ${under}`;
    const row = ratioRow({ id, what, reach: { atMost } }, measured, "wizard, ms", "bare element, ms");
    return { ...row, parts: { ...row.parts, "sign-in shown, ms": quantile(shown, 0.5) } };
  };
  const rows = [
    await rowUnder("paint", "processor ÷ 6", slowProcessor, 1.5),
    await rowUnder("paint-slow-line", "and 150 ms, 1.6 Mbit/s", slowLine, 1.3),
  ];
  await browser.close();
  server.close();
  const shift: Row = {
    id: "layout-shift",
    what: "layout shift while it loads",
    unit: "of the viewport",
    reach: { atMost: 0 },
    result: summarize(shifts),
    parts: {},
  };
  return [...rows, shift];
}
