import { ActivationError } from "../errors.ts";
import { type RandomSource, randomBelow } from "../random-source.ts";
import { isIdentifierStem } from "./identifier-stem.ts";

/** The fewest digits of a number, the deck's `XX`. */
const shortestNumber = 2;

/** The most digits of a number: 900 million of them, beyond any stem of any country. */
const longestNumber = 9;

/** At most one number in four of a length is ever given, so that a draw is free three times in four, at worst. */
const sparseness = 4;

/** Free numbers are missed this often in a row once in 65,000 at the fullest; a fuller space is an imported one. */
const triesPerLength = 8;

const mostTries = (longestNumber - shortestNumber + 1) * triesPerLength;

/**
 * The store of all identifiers ever given, in two statements; a store implements it, {@link allocateIdentifier} uses it.
 *
 * Both are safe under any concurrency, on any number of machines. A counter raised or an identifier reserved for somebody
 * who then left is lost, never given again, and nothing is ever deleted from either: that is what keeps numbers from
 * being reused.
 */
export interface IdentifierRegistry {
  /**
   * Adds one to the stem's counter of allocations, atomically, and tells what it was before: 0 for a new stem.
   * In SQL: `INSERT … VALUES (stem, 1) ON CONFLICT (stem) DO UPDATE SET allocated = allocated + 1 RETURNING allocated - 1`.
   */
  readonly countAllocation: (stem: string) => Promise<number>;
  /**
   * Inserts the identifier unless it is there, and tells whether this call did: exactly one of many concurrent callers is
   * told true. In SQL: `INSERT … ON CONFLICT DO NOTHING`, one row changed.
   */
  readonly reserve: (identifier: string, stem: string) => Promise<boolean>;
}

/** What the next number is drawn from. */
export interface IdentifierProposal {
  /** As `identifierStem` makes them: `p.nom`. */
  readonly stem: string;
  /** How many allocations the stem had before this one, as the registry counted: 0 or more. */
  readonly allocatedCount: number;
  /** How many draws of this allocation were taken already: 0, the default, for the first. */
  readonly failedTries?: number;
  /** A cryptographically secure source. */
  readonly random: RandomSource;
}

/** An identifier reserved for one person, and how many draws that took. */
export interface AllocatedIdentifier {
  readonly identifier: string;
  readonly tries: number;
}

/** No free number was found in 64 draws of growing length: the registry refuses everything. */
export class IdentifierSpaceError extends ActivationError {
  override readonly name = "IdentifierSpaceError";

  constructor(stem: string) {
    super("identifier_space_exhausted", `No number is free for ${stem} after ${mostTries} draws.`);
  }
}

/**
 * Draws an identifier for a stem: `p.nom12`. It may be taken; only the registry's uniqueness decides.
 *
 * The number has no leading zero and starts at two digits. Its length grows with the stem's count, so that at most a
 * quarter of the numbers of a length are ever given: two digits for the first 22 people of a stem, three up to 247,
 * four up to 2,497, five up to 24,997 and so on. A draw is therefore free with at least 3 chances in 4 whatever
 * the number of homonyms (4/3 draws on average at worst), and a number tells nothing of any other, nor of when it
 * was given. After 8 failed draws the length grows by one, which only a space filled by an import ever needs.
 *
 * Source: the deck's `p.nomXX`; docs/decisions/0015.
 *
 * @throws TypeError when the stem, the count or the number of tries has not its shape.
 */
export function proposeIdentifier(proposal: IdentifierProposal): string {
  const { stem, allocatedCount, failedTries = 0, random } = proposal;
  if (!isIdentifierStem(stem)) throw new TypeError("stem must have the shape p.nom");
  if (!isCount(allocatedCount)) throw new TypeError("allocatedCount must be a whole number, 0 or more");
  if (!isCount(failedTries)) throw new TypeError("failedTries must be a whole number, 0 or more");
  const length = numberLength(allocatedCount) + Math.floor(failedTries / triesPerLength);
  const smallest = 10 ** (Math.min(length, longestNumber) - 1);
  return `${stem}${smallest + randomBelow(random, 9 * smallest)}`;
}

/**
 * Reserves an identifier nobody has or ever had, for a stem: counts, then draws until the registry accepts one.
 *
 * Two statements on average 1.15 times the second, whatever the number of homonyms; any number of calls may run at once.
 * Run it in the transaction that needs the identifier or before it: rolled back with it, both traces vanish together.
 *
 * @throws TypeError when the stem has not its shape; {@link IdentifierSpaceError} when 64 draws were all taken.
 */
export async function allocateIdentifier(
  stem: string,
  registry: IdentifierRegistry,
  random: RandomSource,
): Promise<AllocatedIdentifier> {
  if (!isIdentifierStem(stem)) throw new TypeError("stem must have the shape p.nom");
  const allocatedCount = await registry.countAllocation(stem);
  for (let failedTries = 0; failedTries < mostTries; failedTries += 1) {
    const identifier = proposeIdentifier({ stem, allocatedCount, failedTries, random });
    if (await registry.reserve(identifier, stem)) return { identifier, tries: failedTries + 1 };
  }
  throw new IdentifierSpaceError(stem);
}

function numberLength(allocatedCount: number): number {
  let length = shortestNumber;
  let roomLeft = allocatedCount;
  while (length < longestNumber) {
    roomLeft -= Math.floor((9 * 10 ** (length - 1)) / sparseness);
    if (roomLeft < 0) break;
    length += 1;
  }
  return length;
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}
