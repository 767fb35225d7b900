/** Pseudo-random draws that a seed repeats exactly; for made-up people only, never for a secret. */
export interface SeededRandom {
  /** A number from 0 (included) to 1 (excluded). */
  fraction(): number;
  /** A whole number between two bounds, both included. */
  between(lowest: number, highest: number): number;
  /** True once in `oneIn` draws, on average. */
  chance(oneIn: number): boolean;
  /** One of a list. @throws {TypeError} when it is empty. */
  pick<Item>(items: readonly Item[]): Item;
  /** One name of a weighted list, the heavier the likelier. @throws {TypeError} when it is empty. */
  pickWeighted(weights: Readonly<Record<string, number>>): string;
}

/** Turns a seed of any length into 32 bits (FNV-1a), so that near seeds start far apart. */
function hashSeed(seed: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < seed.length; index += 1) {
    hash = Math.imul(hash ^ seed.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}

/**
 * Creates a source of repeatable draws: a 32-bit Weyl sequence whose steps are mixed.
 *
 * @param seed any text; the same text gives the same draws on every machine
 */
export function createSeededRandom(seed: string): SeededRandom {
  let counter = hashSeed(seed);
  const fraction = (): number => {
    counter = (counter + 0x9e3779b9) >>> 0;
    let mixed = counter;
    mixed = Math.imul(mixed ^ (mixed >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
  };
  const between = (lowest: number, highest: number): number =>
    lowest + Math.floor(fraction() * (highest - lowest + 1));
  return {
    fraction,
    between,
    chance: (oneIn) => fraction() * oneIn < 1,
    pick: (items) => {
      const item = items[between(0, items.length - 1)];
      if (item === undefined) throw new TypeError("there is nothing to pick from");
      return item;
    },
    pickWeighted: (weights) => {
      const entries = Object.entries(weights);
      let left = fraction() * entries.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [name, weight] of entries) {
        left -= weight;
        if (left < 0) return name;
      }
      throw new TypeError("there is nothing to pick from");
    },
  };
}
