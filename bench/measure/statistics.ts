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

/** By how much what is compared takes longer, and how sure that is. */
export interface TimeDifference {
  /** Difference of the medians. */
  readonly median: number;
  /** Bounds of the 95 % interval of that difference. */
  readonly low: number;
  readonly high: number;
  /**
   * Requests that somebody needs at least who knows the other's median exactly and accepts one error in twenty each way, were the difference
   * as large as the interval allows.
   */
  readonly requestsToTell: number;
}

const resamples = 1000;

/** The quantile of the normal distribution beyond which one in twenty lies. */
const oneInTwenty = 1.645;

/** Quartiles of a normal distribution lie so many standard deviations apart. */
const quartilesApart = 1.349;

function medianAt(values: readonly number[], places: Uint32Array): number {
  const drawn = Float64Array.from(places, (place) => values[place] ?? Number.NaN).sort();
  return drawn[Math.ceil(drawn.length / 2) - 1] ?? Number.NaN;
}

/**
 * Compares times measured in turns, round by round: the rounds are drawn again and again with replacement (bootstrap), whole rounds, so that
 * what the machine did in one weighs on both.
 */
export function compareTimes(times: readonly number[], baseline: readonly number[]): TimeDifference {
  const median = quantile(times, 0.5) - quantile(baseline, 0.5);
  const places = new Uint32Array(baseline.length);
  const differences = Array.from({ length: resamples }, () => {
    for (let index = 0; index < places.length; index += 1)
      places[index] = Math.floor(Math.random() * places.length);
    return medianAt(times, places) - medianAt(baseline, places);
  });
  const low = quantile(differences, 0.025);
  const high = quantile(differences, 0.975);
  const largest = Math.max(Math.abs(low), Math.abs(high));
  const deviation = (quantile(times, 0.75) - quantile(times, 0.25)) / quartilesApart;
  // A median of normal values varies π/2 times as much as their mean.
  const requestsToTell = (Math.PI / 2) * ((2 * oneInTwenty * deviation) / largest) ** 2;
  return { median, low, high, requestsToTell: Math.ceil(requestsToTell) };
}
