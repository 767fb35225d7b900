import { ActivationError } from "../errors.ts";
import { type RandomSource, randomBelow } from "../random-source.ts";
import { isIdentifierStem } from "./identifier-stem.ts";

/** The fewest digits of a number, the deck's `XX`. */
const shortestNumber = 2;

/** The most digits of a number: 900 million of them, beyond any stem of any country. */
const longestNumber = 9;

/** At most one number in four of a length is ever given, so a draw is free at least three times in four. */
const sparseness = 4;

/** Even at the fullest, so many draws in a row are taken once in 65,000 times; more often means that an import has filled the space. */
const triesPerLength = 8;

const mostTries = (longestNumber - shortestNumber + 1) * triesPerLength;

/**
 * The record of all identifiers ever given, in two statements. A store implements it, and {@link allocateIdentifier} uses it.
 *
 * Both statements are safe under any concurrency, on any number of machines. Nothing is ever deleted: a counter that was raised, or an
 * identifier that was reserved for somebody who then left, is lost and never given again. So numbers are never reused.
 */
export interface IdentifierRegistry {
  /**
   * Adds one to the stem's counter of allocations, atomically, and returns the count before: 0 for a new stem.
   * In SQL: `INSERT … VALUES (stem, 1) ON CONFLICT (stem) DO UPDATE SET allocated = allocated + 1 RETURNING allocated - 1`.
   */
  readonly countAllocation: (stem: string) => Promise<number>;
  /**
   * Inserts the identifier unless it exists, and tells whether this call inserted it: exactly one of many concurrent callers
   * gets true. In SQL: `INSERT … ON CONFLICT DO NOTHING`, one row changed.
   */
  readonly reserve: (identifier: string, stem: string) => Promise<boolean>;
}

/** What the next number is drawn from. */
export interface IdentifierProposal {
  /** A stem as `identifierStem` makes it: `p.nom`. */
  readonly stem: string;
  /** How many allocations of the stem the registry counted before this one: 0 or more. */
  readonly allocatedCount: number;
  /** How many draws of this allocation were already taken: 0 by default. */
  readonly failedTries?: number;
  /** A cryptographically secure source. */
  readonly random: RandomSource;
}

/** An identifier reserved for one person, and how many draws that took. */
export interface AllocatedIdentifier {
  readonly identifier: string;
  readonly tries: number;
}

/** Thrown when 64 draws of growing length found no free number, which means that the registry refuses everything. */
export class IdentifierSpaceError extends ActivationError {
  override readonly name = "IdentifierSpaceError";

  constructor(stem: string) {
    super("identifier_space_exhausted", `No number is free for ${stem} after ${mostTries} draws.`);
  }
}

/**
 * Draws an identifier for a stem: `p.nom12`. It may be taken; only the registry decides.
 *
 * The number has no leading zero and starts at two digits. Its length grows with the stem's count, so that at most a
 * quarter of the numbers of a length are ever given: two digits for the first 22 people of a stem, three up to 247,
 * four up to 2,497, five up to 24,997 and so on. A draw is therefore free with a probability of at least 3/4 whatever
 * the number of homonyms (4/3 draws on average at worst), and a number says nothing about any other number or about when it
 * was given. After 8 failed draws the length grows by one, which is needed only when an import has filled the space.
 *
 * Source: the deck's `p.nomXX`; docs/decisions/0015.
 *
 * @throws TypeError for a malformed stem, count or number of tries.
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
 * Reserves an identifier for a stem that nobody has or ever had: it counts, then draws until the registry accepts a draw.
 *
 * It runs the first statement once and the second 1.15 times on average, whatever the number of homonyms. Any number of calls may run
 * at once. Run it in the transaction that needs the identifier, or before it: if that is rolled back, both statements are undone.
 *
 * @throws TypeError for a malformed stem; {@link IdentifierSpaceError} when 64 draws were all taken.
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
