import { setTimeout as delay } from "node:timers/promises";

/** How long some work takes, in milliseconds. */
export async function elapsedMilliseconds(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}

/** Works through a list with so many workers at once, each taking the next item as soon as it is free. */
export async function inParallel<Item>(
  workers: number,
  items: readonly Item[],
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const rest = items.values();
  const worker = async (): Promise<void> => {
    for (const item of rest) await work(item);
  };
  await Promise.all(Array.from({ length: workers }, worker));
}

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

/** Calls `work` from every client again and again for so long, and gives how many calls a second were answered. */
export async function perSecond(
  milliseconds: number,
  work: readonly (() => Promise<number>)[],
): Promise<number> {
  const startedAt = performance.now();
  let answered = 0;
  await Promise.all(
    work.map(async (call) => {
      while (performance.now() - startedAt < milliseconds) {
        const more = await call();
        answered += more;
      }
    }),
  );
  return (answered * 1000) / (performance.now() - startedAt);
}
