/** How long some work takes, in milliseconds. */
export async function elapsedMilliseconds(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}
