/** Runs tasks a few at a time, and refuses those that would wait behind too many. */
export interface BoundedQueue {
  /** Null when the queue is full; the task is then not started. */
  run<Result>(task: () => Promise<Result>): Promise<Result> | null;
  /** How long a task that came now would wait, in seconds, going by those that went before. */
  estimateWaitSeconds(): number;
}

/** The weight of the newest duration in the running mean. */
const newestShare = 0.1;

/**
 * Creates a queue that is first in, first out.
 *
 * @param concurrency tasks running at once, at least 1
 * @param maxWaiting tasks waiting behind those, at least 0
 * @param maxWaitSeconds how long the last of those may be expected to wait, however few they are; no limit by default
 */
export function createBoundedQueue(
  concurrency: number,
  maxWaiting: number,
  maxWaitSeconds = Number.POSITIVE_INFINITY,
): BoundedQueue {
  const waiting: (() => void)[] = [];
  let running = 0;
  let meanSeconds = 0;

  async function start<Result>(task: () => Promise<Result>): Promise<Result> {
    running += 1;
    const startedAt = performance.now();
    try {
      return await task();
    } finally {
      const seconds = (performance.now() - startedAt) / 1000;
      meanSeconds = meanSeconds === 0 ? seconds : meanSeconds + newestShare * (seconds - meanSeconds);
      running -= 1;
      waiting.shift()?.();
    }
  }

  const estimateWaitSeconds = () => ((waiting.length + running) * meanSeconds) / concurrency;

  return {
    run<Result>(task: () => Promise<Result>) {
      if (running < concurrency) return start(task);
      if (waiting.length >= maxWaiting || estimateWaitSeconds() > maxWaitSeconds) return null;
      return new Promise<Result>((resolve) => {
        waiting.push(() => {
          resolve(start(task));
        });
      });
    },
    estimateWaitSeconds,
  };
}
