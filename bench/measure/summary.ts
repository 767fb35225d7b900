/** What the rounds of one figure came to. */
export interface Summary {
  readonly median: number;
  readonly low: number;
  readonly high: number;
  readonly rounds: number;
}

/** The value below which a share of the others lies, by nearest rank. @throws {TypeError} for no values */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  if (value === undefined) throw new TypeError("there is nothing to take a quantile of");
  return value;
}

/** Median and extremes over the rounds. */
export function summarize(values: readonly number[]): Summary {
  return {
    median: quantile(values, 0.5),
    low: Math.min(...values),
    high: Math.max(...values),
    rounds: values.length,
  };
}
