/**
 * Identifiers for a whole country: 15 million people (or the number given as argument) drawn with French name
 * frequencies, each allocated one, over an in-memory registry. Prints one line of JSON. Fails on a collision.
 *
 * The model of names: 0.33 % bear the most frequent family name, as MARTIN; the frequency falls with the square root of
 * the rank up to rank 5,000 (the first thousand names hold a fifth of the people), then with its power 1.37 up to
 * 800,000 names. Initials follow the given names of adults. Spelling variants, which would thin out the stems, are
 * left out, so the homonyms are rather too many.
 */
import { randomFillSync } from "node:crypto";

import { allocateIdentifier, type IdentifierRegistry, identifierStem } from "@educonnect-activation/core";

const people = Number(process.argv[2] ?? 15_000_000);
if (!Number.isSafeInteger(people) || people < 10)
  throw new TypeError("the number of people must be 10 or more");

const topFrequency = 0.0033;
const familyNames = 800_000;
const headLength = 5_000;
const tailPower = 1.37;
/** Per thousand adults, from a to z. */
const initials = [
  75, 45, 126, 50, 45, 50, 40, 20, 18, 120, 20, 70, 118, 55, 14, 60, 1, 38, 75, 25, 1, 40, 4, 1, 20, 9,
];

const letters = "abcdefghijklmnopqrstuvwxyz";
const longestNumber = 9;

/** Bytes of the system's generator, fetched 64 KiB at a time. */
function createPooledRandom(): (byteLength: number) => Uint8Array {
  const pool = new Uint8Array(65_536);
  let position = pool.length;
  return (byteLength) => {
    if (position + byteLength > pool.length) {
      randomFillSync(pool);
      position = 0;
    }
    position += byteLength;
    return pool.subarray(position - byteLength, position);
  };
}

/** Names of people, drawn by binary search in the cumulated frequencies. */
function createNameSource(): () => { givenName: string; familyName: string } {
  const familyBounds = cumulate(familyNames, (index) => {
    const rank = index + 1;
    if (rank <= headLength) return topFrequency / Math.sqrt(rank);
    return (topFrequency / Math.sqrt(headLength)) * (headLength / rank) ** tailPower;
  });
  const initialBounds = cumulate(initials.length, (index) => initials[index] ?? 0);
  return () => ({
    givenName: (letters[drawFrom(initialBounds)] ?? "a").toUpperCase(),
    familyName: spell(drawFrom(familyBounds)).toUpperCase(),
  });
}

function cumulate(length: number, weightAt: (index: number) => number): Float64Array {
  const bounds = new Float64Array(length);
  let total = 0;
  for (let index = 0; index < length; index += 1) {
    total += weightAt(index);
    bounds[index] = total;
  }
  return bounds.map((bound) => bound / total);
}

function drawFrom(bounds: Float64Array): number {
  const target = Math.random();
  let low = 0;
  let high = bounds.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((bounds[middle] ?? 1) > target) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The nth family name, spelled with letters so that {@link unspell} finds n again without a dictionary. */
function spell(index: number): string {
  let name = "";
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    name = (letters[(rest - 1) % 26] ?? "") + name;
  return name;
}

function unspell(stem: string): number {
  let rank = 0;
  for (let place = 2; place < stem.length; place += 1) rank = rank * 26 + stem.charCodeAt(place) - 96;
  return (rank - 1) * 26 + stem.charCodeAt(0) - 97;
}

/** A registry of numbers: a counter per stem, and an open-addressed table with room for twice the people. */
function createNumberRegistry() {
  const counts = new Int32Array(familyNames * 26);
  const slots = 2 ** Math.ceil(Math.log2(people * 2));
  const table = new Float64Array(slots);
  const taken = { people: 0, byLength: Array.from({ length: longestNumber + 1 }, () => 0) };
  const registry: IdentifierRegistry = {
    countAllocation: (stem) => {
      const index = unspell(stem);
      const before = counts[index] ?? 0;
      counts[index] = before + 1;
      return Promise.resolve(before);
    },
    reserve: (identifier, stem) => {
      const number = Number(identifier.slice(stem.length));
      const key = (unspell(stem) + 1) * 1e9 + number;
      let slot = scatter(unspell(stem), number) & (slots - 1);
      while (table[slot] !== 0) {
        if (table[slot] === key) return Promise.resolve(false);
        slot = (slot + 1) & (slots - 1);
      }
      table[slot] = key;
      taken.people += 1;
      const length = identifier.length - stem.length;
      taken.byLength[length] = (taken.byLength[length] ?? 0) + 1;
      return Promise.resolve(true);
    },
  };
  return { registry, counts, taken };
}

function scatter(stem: number, number: number): number {
  const mixed = Math.imul(stem, 0x9e3779b1) ^ Math.imul(number, 0x85ebca6b);
  return Math.imul(mixed ^ (mixed >>> 15), 0xc2b2ae35) >>> 3;
}

const random = createPooledRandom();
const nextPerson = createNameSource();
const { registry, counts, taken } = createNumberRegistry();
const parts = 10;
const triesOfPart: number[] = [];
const secondsOfPart: number[] = [];
let worst = 0;
let first = 0;
for (let part = 0; part < parts; part += 1) {
  const last = Math.floor((people * (part + 1)) / parts);
  const start = performance.now();
  let tries = 0;
  for (let person = first; person < last; person += 1) {
    const allocated = await allocateIdentifier(identifierStem(nextPerson()), registry, random);
    tries += allocated.tries;
    worst = Math.max(worst, allocated.tries);
  }
  triesOfPart.push(tries / (last - first));
  secondsOfPart.push((performance.now() - start) / 1000);
  first = last;
}

const totalTries = triesOfPart.reduce((sum, average, part) => sum + average * sharePeople(part), 0);
const collisions = people - taken.people;
console.log(
  JSON.stringify({
    benchmark: "core/identifiers",
    people,
    stems: counts.reduce((sum, count) => sum + (count > 0 ? 1 : 0), 0),
    mostHomonyms: counts.reduce((most, count) => Math.max(most, count), 0),
    collisions,
    averageTries: round(totalTries / people),
    worstTries: worst,
    averageTriesByTenth: triesOfPart.map(round),
    shareByNumberLength: Object.fromEntries(
      taken.byLength.flatMap((count, length) => (count > 0 ? [[length, round(count / people)]] : [])),
    ),
    microsecondsEach: round((secondsOfPart.reduce((sum, seconds) => sum + seconds, 0) / people) * 1e6),
    lastTenthToSecond: round((secondsOfPart[parts - 1] ?? 0) / (secondsOfPart[1] ?? 1)),
  }),
);
if (collisions !== 0) process.exitCode = 1;

function sharePeople(part: number): number {
  return Math.floor((people * (part + 1)) / parts) - Math.floor((people * part) / parts);
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
