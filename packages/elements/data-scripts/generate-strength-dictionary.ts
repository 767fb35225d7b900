/**
 * Writes `src/strength/strength-dictionary.generated.ts`: `node packages/elements/data-scripts/generate-strength-dictionary.ts`.
 *
 * Passwords, words and names by rank, cut where the rank no longer tells "Fort" from "Moyen" and the whole stays in its budget.
 * Sources: Richelieu (CC BY 4.0), `@zxcvbn-ts/language-fr` and `@zxcvbn-ts/language-common` (MIT).
 */
import { readFileSync, writeFileSync } from "node:fs";
import * as common from "@zxcvbn-ts/language-common";
import * as french from "@zxcvbn-ts/language-fr";

const size = { passwords: 8_000, words: 7_500, firstNames: 1_500, familyNames: 1_200 };

/** French rows first: a general password is tried after four French ones. */
const generalRankFactor = 4;

/** The most borne family names of France, in that order as far as known; the sources list names by the alphabet. */
const frequentFamilyNames =
  "martin bernard thomas petit robert richard durand dubois moreau laurent simon michel lefebvre leroy roux david bertrand " +
  "morel fournier girard bonnet dupont lambert fontaine rousseau vincent muller lefevre faure andre mercier blanc guerin " +
  "boyer garnier chevalier francois legrand gauthier garcia perrin robin clement morin nicolas henry roussel mathieu " +
  "gautier masson marchand duval denis dumont marie lemaire noel meyer dufour meunier brun blanchard giraud joly riviere " +
  "lucas brunet gaillard barbier arnaud martinez gerard roche renard schmitt roy leroux colin vidal caron picard roger " +
  "fabre aubert lemoine renaud dumas lacroix olivier philippe bourgeois pierre benoit rey leclerc payet rolland leclercq " +
  "guillaume lecomte lopez jean dupuy guillot hubert berger carpentier sanchez dupuis moulin louis deschamps huet vasseur " +
  "perez boucher fleury royer klein jacquet adam paris poirier marty aubry guyot carre charles renault charpentier menard " +
  "maillard baron bertin bailly herve schneider fernandez collet leger bouvier julien prevost millet perrot daniel cousin " +
  "germain breton besson langlois remy lebrun nguyen diallo traore benali haddad hoarau grondin";

const graphNames = ["azerty", "qwerty", "keypad"] as const;

function plain(word: string | number): string {
  return String(word)
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .replace(/œ/gu, "oe")
    .replace(/æ/gu, "ae");
}

/** Ranked lists into one, by their ranks times their factors; later repetitions vanish. */
function merge(lists: readonly { words: readonly (string | number)[]; factor: number }[]): string[] {
  const ranked = lists.flatMap(({ words, factor }) =>
    words.map((word, rank) => ({ word: plain(word), rank: rank * factor })),
  );
  ranked.sort((left, right) => left.rank - right.rank);
  return Array.from(new Set(ranked.map(({ word }) => word)));
}

function take(
  words: readonly string[],
  count: number,
  known: Set<string>,
  accept: (word: string) => boolean,
): string[] {
  const taken = words.filter((word) => accept(word) && !known.has(word)).slice(0, count);
  for (const word of taken) known.add(word);
  return taken;
}

/**
 * Sorts by letters within bands that double (1–128, 129–256, 257–512 …): a rank is wrong by a factor of two at most, one bit, and
 * the file weighs a quarter less.
 */
function sortWithinBands(words: readonly string[]): string[] {
  const sorted: string[] = [];
  for (let start = 0, end = 128; start < words.length; start = end, end *= 2) {
    sorted.push(...words.slice(start, end).toSorted());
  }
  return sorted;
}

/** Word lists without a rank of their own get the one of the same word in lists that have; the others come last. */
function rankByUse(words: readonly (string | number)[], use: ReadonlyMap<string, number>): string[] {
  const lastRank = Number.MAX_SAFE_INTEGER;
  return Array.from(new Set(words.map(plain))).sort(
    (left, right) => (use.get(left) ?? lastRank) - (use.get(right) ?? lastRank),
  );
}

/** Each word as a capital for how much it shares with the one before (A none, B one letter …) and the rest of it. */
function encode(words: readonly string[]): string {
  let previous = "";
  let text = "";
  for (const word of words) {
    let shared = 0;
    while (shared < 25 && shared < previous.length && previous[shared] === word[shared]) shared += 1;
    text += String.fromCodePoint(65 + shared) + word.slice(shared);
    previous = word;
  }
  return text;
}

const richelieu = readFileSync(
  new URL("../../core/data-scripts/richelieu-french-passwords.txt", import.meta.url),
  "utf8",
).split("\n");
const inFrench = french.dictionary;
const use = new Map<string, number>();
for (const list of [
  inFrench["wikipedia-fr"],
  inFrench["commonWords-fr"],
  richelieu,
  common.dictionary["passwords-common"],
]) {
  for (const [rank, word] of list.entries())
    use.set(plain(word), Math.min(rank, use.get(plain(word)) ?? rank));
}

const known = new Set<string>();
const isPassword = (word: string) => /^[\x21-\x7e]{3,20}$/.test(word) && !/^(.)\1*$/.test(word);
const isWord = (word: string) => /^[a-z]{3,20}$/.test(word);

const passwords = take(
  merge([
    { words: richelieu, factor: 1 },
    { words: common.dictionary["passwords-common"], factor: generalRankFactor },
  ]),
  size.passwords,
  known,
  isPassword,
);
// zxcvbn-ts has the two names of these lists the wrong way round.
const firstNames = take(rankByUse(inFrench["lastnames-fr"], use), size.firstNames, known, isWord);
const familyNames = take(
  [...frequentFamilyNames.split(" "), ...rankByUse(inFrench["firstnames-fr"], use)],
  size.familyNames,
  known,
  isWord,
);
const words = take(
  merge([
    { words: inFrench["commonWords-fr"], factor: 1 },
    { words: inFrench["wikipedia-fr"], factor: 1 },
  ]),
  size.words,
  known,
  isWord,
);

const sequences = Object.entries(inFrench).filter(
  ([name]) => !/^(commonWords|firstnames|lastnames|wikipedia)-/.test(name),
);

const lines = [
  "// Generated by data-scripts/generate-strength-dictionary.ts.",
  "// Data from Richelieu (CC BY 4.0) and zxcvbn-ts (MIT), see NOTICE.",
  `export const rankedWords = ${JSON.stringify({
    passwords: encode(sortWithinBands(passwords)),
    words: encode(sortWithinBands(words)),
    firstNames: encode(sortWithinBands(firstNames)),
    familyNames: encode(sortWithinBands(familyNames)),
    ...Object.fromEntries(sequences.map(([name, list]) => [name, encode(list.map(plain))])),
  })};`,
  `export const keyboards: Record<string, Record<string, (string | null)[]>> = ${JSON.stringify(
    Object.fromEntries(graphNames.map((name) => [name, common.adjacencyGraphs[name]])),
  )};`,
];
writeFileSync(
  new URL("../src/strength/strength-dictionary.generated.ts", import.meta.url),
  `${lines.join("\n")}\n`,
);
