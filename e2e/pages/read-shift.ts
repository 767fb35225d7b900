import type { Page } from "playwright-core";

/** How much the page moved so far, by the browser's own account. */
export const readShift = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0;
        const add = (list: PerformanceObserverEntryList) => {
          for (const entry of list.getEntries()) sum += "value" in entry ? Number(entry.value) : Number.NaN;
        };
        new PerformanceObserver(add).observe({ type: "layout-shift", buffered: true });
        // What was noted is told in a task of its own, after the picture it is about; a page that draws nothing more draws none.
        requestAnimationFrame(() => setTimeout(() => requestIdleCallback(() => resolve(sum))));
        setTimeout(() => resolve(sum), 2000);
      }),
  );
