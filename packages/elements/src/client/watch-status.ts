import type { StatusResponse } from "@educonnect-activation/core";
import type { ActivationClient } from "./activation-client.ts";
import { isRetriable } from "./client-error.ts";
import { browserTimers, type Timers } from "./timers.ts";

/** How to watch. */
export interface WatchOptions {
  readonly client: Pick<ActivationClient, "readStatus">;
  readonly onStatus: (status: StatusResponse) => void;
  /** Milliseconds between two reads after so many milliseconds of watching; null reads only on the person's return. */
  readonly intervalAfter?: (watchedMilliseconds: number) => number | null;
  readonly timers?: Timers;
}

const second = 1000;
const minute = 60 * second;

/** Reads every 3 s, then, as the person has probably gone to look for the mail, every 6, 15 and 30 s. */
export function defaultInterval(watchedMilliseconds: number): number {
  if (watchedMilliseconds < minute) return 3 * second;
  if (watchedMilliseconds < 5 * minute) return 6 * second;
  return (watchedMilliseconds < 30 * minute ? 15 : 30) * second;
}

/**
 * Reads the status repeatedly, so that this page follows what happens elsewhere: on the confirmation link's page or in another tab.
 *
 * Silent while the page is hidden; reads at once when it is shown, focused, restored or back online. A read that fails is no news.
 *
 * @returns what stops it; nothing is reported afterwards.
 */
export function watchStatus(options: WatchOptions): () => void {
  const { client, onStatus, intervalAfter = defaultInterval, timers = browserTimers } = options;
  const startedAt = timers.now();
  const controller = new AbortController();
  const { signal } = controller;
  let cancel: () => void = () => undefined;
  let isReading = false;
  let leastWait = 0;

  const scheduleNext = () => {
    cancel();
    const interval = intervalAfter(timers.now() - startedAt);
    if (document.hidden || interval === null || signal.aborted) return;
    cancel = timers.schedule(() => void read(), Math.max(interval, leastWait));
  };

  const read = async () => {
    if (isReading || document.hidden) return;
    isReading = true;
    cancel();
    leastWait = 0;
    try {
      const status = await client.readStatus({ signal });
      if (!signal.aborted) onStatus(status);
    } catch (error) {
      if (isRetriable(error)) leastWait = (error.retryAfterSeconds ?? 0) * second;
    } finally {
      isReading = false;
      scheduleNext();
    }
  };

  const readNow = () => void read();
  const onVisibility = () => (document.hidden ? cancel() : readNow());
  document.addEventListener("visibilitychange", onVisibility, { signal });
  for (const name of ["focus", "online", "pageshow"]) window.addEventListener(name, readNow, { signal });
  scheduleNext();
  return () => {
    cancel();
    controller.abort();
  };
}
