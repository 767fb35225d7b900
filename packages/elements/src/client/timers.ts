/** Time as the client needs it, so that tests need not wait. */
export interface Timers {
  /** Milliseconds from any fixed origin; only differences count. */
  now(): number;
  /** Calls back once after a delay, and returns what cancels it. */
  schedule(callback: () => void, delayMilliseconds: number): () => void;
}

/** The browser's own clock. */
export const browserTimers: Timers = {
  now: () => performance.now(),
  schedule: (callback, delayMilliseconds) => {
    const handle = setTimeout(callback, delayMilliseconds);
    return () => clearTimeout(handle);
  },
};
