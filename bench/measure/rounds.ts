/** How much is measured. */
export interface Scale {
  /** Rounds counted, after one to warm up. */
  readonly rounds: number;
  /** Times the usual amount of work in a round. */
  readonly size: number;
  /** Whether there are as many people as in a country: identifiers for 15 million instead of 1, accounts 10 million instead of 1. */
  readonly isNational: boolean;
}

/** Contenders by name: each call measures one round and gives its figure. */
export type Contenders<Name extends string> = Readonly<Record<Name, () => Promise<number>>>;

/**
 * Lets every contender take each round in turn, the order turned round every time, so that what the machine does besides weighs on all.
 *
 * The first round warms up and is not counted.
 */
export async function interleave<Name extends string>(
  contenders: Contenders<Name>,
  rounds: number,
): Promise<readonly Readonly<Record<Name, number>>[]> {
  const names = Object.keys(contenders).filter((name): name is Name => Object.hasOwn(contenders, name));
  const measured: Record<Name, number>[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const figures: Partial<Record<Name, number>> = {};
    for (const name of round % 2 === 0 ? names : names.toReversed()) figures[name] = await contenders[name]();
    if (round > 0 && isComplete(figures, names)) measured.push(figures);
  }
  return measured;
}

function isComplete<Name extends string>(
  figures: Partial<Record<Name, number>>,
  names: readonly Name[],
): figures is Record<Name, number> {
  return names.every((name) => figures[name] !== undefined);
}

/** The same items in an order drawn anew. */
export function shuffle<Item>(items: readonly Item[]): readonly Item[] {
  const drawn = items.map((item) => ({ item, at: Math.random() }));
  return drawn.sort((one, other) => one.at - other.at).map(({ item }) => item);
}
