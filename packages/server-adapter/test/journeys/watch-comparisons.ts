import type { Environment } from "../../src/environment.ts";

/** An environment that counts how often secrets were really compared. */
export interface WatchedEnvironment {
  readonly environment: Environment;
  readonly comparisons: () => number;
}

/** Counts the comparisons of secrets, by the budget's key. */
export function watchComparisons(
  environment: Environment,
  isWatched: (key: string) => boolean,
): WatchedEnvironment {
  let comparisons = 0;
  const { attempts } = environment;
  return {
    comparisons: () => comparisons,
    environment: {
      ...environment,
      attempts: {
        ...attempts,
        compare: (key, budget, isRight) =>
          attempts.compare(key, budget, () => {
            if (isWatched(key)) comparisons += 1;
            return isRight();
          }),
      },
    },
  };
}
