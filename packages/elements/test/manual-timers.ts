import type { Timers } from "../src/client/timers.ts";

/** A clock that only moves when told to. */
export interface ManualTimers extends Timers {
  /** Moves on, calling back in order what falls due on the way, and lets promises settle in between. */
  advance(milliseconds: number): Promise<void>;
  /** How many callbacks are still to come. */
  pending(): number;
}

async function settle(): Promise<void> {
  // A message channel's turn comes after every promise that is ready, without waiting for any length of time.
  for (let turn = 0; turn < 3; turn += 1) {
    await new Promise<void>((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener("message", () => {
        port1.close();
        resolve();
      });
      port1.start();
      port2.postMessage(null);
    });
  }
}

/** Creates a clock that stands at zero. */
export function createManualTimers(): ManualTimers {
  let now = 0;
  let due: { at: number; callback: () => void }[] = [];
  return {
    now: () => now,
    pending: () => due.length,
    schedule: (callback, delayMilliseconds) => {
      const entry = { at: now + delayMilliseconds, callback };
      due.push(entry);
      return () => {
        due = due.filter((other) => other !== entry);
      };
    },
    advance: async (milliseconds) => {
      const end = now + milliseconds;
      await settle();
      for (;;) {
        const next = due.filter((entry) => entry.at <= end).sort((a, b) => a.at - b.at)[0];
        if (!next) break;
        due = due.filter((entry) => entry !== next);
        now = next.at;
        next.callback();
        await settle();
      }
      now = end;
    },
  };
}
