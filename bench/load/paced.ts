import { setTimeout as delay } from "node:timers/promises";

/**
 * Begins so many calls a second, evenly, whether the earlier ones are done or not, and waits for all.
 *
 * @returns what the calls gave, each with its milliseconds from the instant it was due
 */
export async function paced<Result>(
  perSecond: number,
  milliseconds: number,
  call: (place: number) => Promise<Result>,
): Promise<readonly { readonly result: Result; readonly milliseconds: number }[]> {
  const startedAt = performance.now();
  const calls: Promise<{ result: Result; milliseconds: number }>[] = [];
  const total = Math.floor((perSecond * milliseconds) / 1000);
  while (calls.length < total) {
    const dueAt = startedAt + (calls.length * 1000) / perSecond;
    const wait = dueAt - performance.now();
    if (wait > 0) await delay(wait);
    calls.push(call(calls.length).then((result) => ({ result, milliseconds: performance.now() - dueAt })));
  }
  return Promise.all(calls);
}
