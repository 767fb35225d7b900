import type { DirectoryRecords, PersonRecord } from "@educonnect-activation/server-adapter";

interface ChildToRecord {
  readonly givenName: string;
  readonly familyName: string;
  /** ISO calendar date; null where the school has not recorded it. */
  readonly birthDate: string | null;
}

interface FamilyToRecord {
  readonly title: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly children: readonly ChildToRecord[];
  /** The guardian's account is active before the story begins. */
  readonly isActive?: boolean;
}

/** Somebody's family in a directory of its own. */
export interface Family {
  readonly title: string;
  readonly records: DirectoryRecords;
  readonly guardian: PersonRecord;
  readonly children: readonly PersonRecord[];
  readonly isActive: boolean;
}

const mobile = "06 12 34 56 71";

const child = (
  givenName: string,
  birthDate: string | null = "2015-03-12",
  familyName = "Martin",
): ChildToRecord => ({ givenName, familyName, birthDate });

const claire = { givenName: "Claire", familyName: "Martin" };

/** The families that the panel offers; the first is what a story has unless it says otherwise. */
const families = {
  two: {
    ...claire,
    title: "Two children",
    children: [child("Emma"), child("Lucas", "2009-11-30")],
  },
  one: { ...claire, title: "One child", children: [child("Emma")] },
  twelve: {
    ...claire,
    title: "Twelve children",
    children: Array.from({ length: 12 }, (_, index) =>
      child(`Camille ${index + 1}`, `20${String(8 + index).padStart(2, "0")}-03-12`),
    ),
  },
  sameNames: {
    ...claire,
    title: "Two children of one name",
    children: [child("Noé"), child("Noé", "2017-06-01")],
  },
  longNames: {
    title: "Long names",
    givenName: "Marie-Apolline-Victoire-Emmanuelle",
    familyName: "Martin-de La Rochefoucauld-Montbel",
    children: [
      child("Rindrahariniainarivelonomenjanahary", "2015-03-12", "Andrianampoinimerinatompokoindrindra"),
    ],
  },
  unrecorded: {
    ...claire,
    title: "A birth date that the school has not recorded",
    children: [child("Emma"), child("Inès", null)],
  },
  childless: { ...claire, title: "Nobody's legal representative", children: [] },
  active: { ...claire, title: "Account already active", children: [child("Emma")], isActive: true },
} satisfies Readonly<Record<string, FamilyToRecord>>;

/** The name of a family. */
export type FamilyName = keyof typeof families;

const isFamilyName = (name: string): name is FamilyName => Object.hasOwn(families, name);

/** The names of the families, in the order of the panel. */
export const familyNames: readonly FamilyName[] = Object.keys(families).filter(isFamilyName);

/** A family in a directory of its own: one guardian, who has a mobile, and one school. */
export function createFamily(name: FamilyName): Family {
  const family: FamilyToRecord = families[name];
  const person = (id: string, { givenName, familyName }: Omit<ChildToRecord, "birthDate">): PersonRecord => ({
    id,
    kind: "guardian",
    givenName,
    familyName,
    birthName: null,
    mobile: null,
    email: null,
    birthDate: null,
    schoolId: null,
  });
  const guardian = { ...person("guardian", family), mobile };
  const children = family.children.map((each, index): PersonRecord => ({
    ...person(`child-${index + 1}`, each),
    kind: "pupil",
    birthDate: each.birthDate,
    schoolId: "school",
  }));
  return {
    title: family.title,
    guardian,
    children,
    isActive: family.isActive ?? false,
    records: {
      schools: [
        {
          id: "school",
          name: "E.E.PU Jean Moulin",
          phone: "+33320000000",
          email: "ecole@example.org",
          message: null,
        },
      ],
      people: [guardian, ...children],
      guardianships: children.map(({ id }) => ({
        guardianId: guardian.id,
        childId: id,
        meaning: "representative" as const,
      })),
    },
  };
}

/** What a family is called. */
export const familyTitle = (name: FamilyName): string => families[name].title;
