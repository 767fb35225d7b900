import type { PostalAddress, School } from "./directory.ts";
import type { SeededRandom } from "./seeded-random.ts";

/** The autumn in which the school year of the directory began; classes follow from it. */
const schoolYear = 2026;

const youngestAge = { primary: 6, secondary: 15 } as const;

const classNames: Readonly<Record<School["kind"], readonly string[]>> = {
  primary: ["CP", "CE1", "CE2", "CM1", "CM2"],
  secondary: ["2de MRC", "1re MRC", "Tle MRC", "Tle MRC"],
};

const streets = [
  "rue de l'Église",
  "rue Jean-Jaurès",
  "rue du Moulin",
  "place de la Mairie",
  "rue des Écoles",
  "impasse des Lilas",
  "method d'Amiens",
  "rue du 8-Mai-1945",
  "allée des Saules",
  "rue Lucie-Aubrac",
  "chemin de Halage",
] as const;

type Town = Omit<PostalAddress, "street">;

const homeTowns: readonly Town[] = [
  { postalCode: "80440", town: "Vallières-sur-Somme" },
  { postalCode: "80440", town: "Vallières-sur-Somme" },
  { postalCode: "80440", town: "Saint-Léger-aux-Étangs" },
  { postalCode: "80450", town: "Blangy-les-Tourbes" },
];

const otherTowns: readonly Town[] = [
  { postalCode: "80000", town: "Amiens" },
  { postalCode: "59000", town: "Lille" },
  { postalCode: "62000", town: "Arras" },
  { postalCode: "75018", town: "Paris" },
];

const mailHosts = ["example.org", "example.net", "example.com"] as const;

const twoDigits = (value: number): string => String(value).padStart(2, "0");

/** Draws a record id: 128 bits written as a UUID, so that nothing can be read off it. */
export function drawId(random: SeededRandom): string {
  const digits = Array.from({ length: 32 }, () => random.between(0, 15).toString(16));
  digits[12] = "4";
  digits[16] = random.pick(["8", "9", "a", "b"]);
  const text = digits.join("");
  return [8, 12, 16, 20, 32].map((end, index, ends) => text.slice(ends[index - 1] ?? 0, end)).join("-");
}

/** Draws an address in the villages around the schools, or in a town further away. */
export function drawAddress(random: SeededRandom, where: "home" | "elsewhere"): PostalAddress {
  const street = `${random.between(1, 84)} ${random.pick(streets)}`;
  return { street, ...random.pick(where === "home" ? homeTowns : otherTowns) };
}

/** Draws a metropolitan mobile number, in one of the spellings found in school files. */
export function drawMobile(random: SeededRandom): string {
  const [prefix, second] = random.chance(4)
    ? (["07", random.between(60, 88)] as const)
    : (["06", random.between(10, 28)] as const);
  const rest = [second, ...Array.from({ length: 3 }, () => random.between(0, 99))].map(twoDigits);
  switch (random.between(0, 5)) {
    case 0:
      return `${prefix}${rest.join("")}`;
    case 1:
      return `+33 ${prefix.slice(1)} ${rest.join(" ")}`;
    case 2:
      return [prefix, ...rest].join(".");
    default:
      return [prefix, ...rest].join(" ");
  }
}

/** Draws the birth date of a pupil of a school, as an ISO date. */
export function drawBirthDate(random: SeededRandom, kind: School["kind"]): string {
  const oldest = youngestAge[kind] + classNames[kind].length - 1;
  const year = schoolYear - random.between(youngestAge[kind], oldest);
  const month = random.between(1, 12);
  const lastDay = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return `${year}-${twoDigits(month)}-${twoDigits(random.between(1, lastDay))}`;
}

/** The class of a pupil born on a date, or the youngest where none is recorded. */
export function findClassName(kind: School["kind"], birthDate: string | null): string {
  const age = birthDate === null ? youngestAge[kind] : schoolYear - Number(birthDate.slice(0, 4));
  const names = classNames[kind];
  return names[Math.min(Math.max(age - youngestAge[kind], 0), names.length - 1)] ?? "";
}

/**
 * Draws a mail address made of a person's names, or none for one parent in twelve.
 *
 * @param foldedNames given and family name in a–z; the empty ones are left out
 */
export function drawEmail(random: SeededRandom, foldedNames: readonly string[]): string | null {
  const host = random.pick(mailHosts);
  const local = foldedNames.filter((name) => name !== "").join(".");
  return random.chance(12) || local === "" ? null : `${local}@${host}`;
}
