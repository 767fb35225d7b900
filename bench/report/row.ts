import { summarize, type Summary } from "../measure/summary.ts";

/** What is to be reached. */
export type Reach = { readonly atMost: number } | { readonly atLeast: number };

/** One line of the table: a figure and what it is held against. */
export interface Row {
  readonly id: string;
  readonly what: string;
  /** What is compared with the reach: a ratio, or a figure with a unit. */
  readonly result: Summary;
  readonly unit:
    | "ratio"
    | "ms"
    | "MB"
    | "of 30"
    | "/s"
    | "tries"
    | "collisions"
    | "percent"
    | "differences"
    | "of the viewport";
  /** Null for a figure that is shown for comparison only. */
  readonly reach: Reach | null;
  /** What the result was made of, by name with its unit, medians over the rounds. */
  readonly parts: Readonly<Record<string, number>>;
}

/** A row for figures measured round by round, the ratio taken within each round. */
export function ratioRow<Name extends string>(
  { id, what, reach }: Pick<Row, "id" | "what" | "reach">,
  rounds: readonly Readonly<Record<Name, number>>[],
  ours: Name,
  yardstick: Name,
): Row {
  return {
    id,
    what,
    reach,
    unit: "ratio",
    result: summarize(rounds.map((round) => round[ours] / round[yardstick])),
    parts: {
      [ours]: summarize(rounds.map((round) => round[ours])).median,
      [yardstick]: summarize(rounds.map((round) => round[yardstick])).median,
    },
  };
}

/** Whether the median is within reach; null when nothing is to be reached. */
export function isReached({ reach, result }: Row): boolean | null {
  if (reach === null) return null;
  return "atMost" in reach ? result.median <= reach.atMost : result.median >= reach.atLeast;
}
