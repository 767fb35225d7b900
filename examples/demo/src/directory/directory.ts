import type { GuardianshipMeaning } from "@educonnect-activation/server-adapter";

/** What the demo's schools know, as plain data, before any of it enters a store. */
export interface Directory {
  readonly schools: readonly School[];
  readonly people: readonly Person[];
  readonly guardianships: readonly Guardianship[];
}

/** A school, and how parents reach it. */
export interface School {
  readonly id: string;
  readonly kind: "primary" | "secondary";
  /** As the children's cards show it ("E.E.PU …", "LP LYC …"). */
  readonly name: string;
  readonly address: PostalAddress;
  readonly phone: string;
  readonly email: string;
  /** « Message de l'établissement » of « Mes services ». */
  readonly message: string;
}

/** Where a letter goes. */
export interface PostalAddress {
  readonly street: string;
  readonly postalCode: string;
  readonly town: string;
}

/** A guardian or a pupil, as a school secretary typed them. */
export interface Person {
  readonly id: string;
  readonly kind: "guardian" | "pupil";
  /** Empty when the school has recorded none. */
  readonly givenName: string;
  /** Usage name. */
  readonly familyName: string;
  /** Name at birth, where it differs. */
  readonly birthName: string | null;
  /** The number as typed, whatever its form; it may be a fixed line or a placeholder. */
  readonly mobile: string | null;
  readonly email: string | null;
  /** ISO date; null where the school has not recorded it, as for nearly every guardian. */
  readonly birthDate: string | null;
  /** The pupil's school; null for a guardian. */
  readonly schoolId: string | null;
  /** The pupil's class; null for a guardian. */
  readonly className: string | null;
  readonly address: PostalAddress;
}

/** What a guardian is to a child; only a representative is let in. */
export interface Guardianship {
  readonly id: string;
  readonly guardianId: string;
  readonly childId: string;
  readonly meaning: GuardianshipMeaning;
  /** The order in which a guardian's children are shown, from 0. */
  readonly position: number;
}

/** The two schools of the demo, in a town that does not exist; the telephone numbers are of the range kept for fiction (Arcep). */
export const schools = {
  primary: {
    id: "0809991A",
    kind: "primary",
    name: "E.E.PU Les Peupliers",
    address: { street: "12 rue des Peupliers", postalCode: "80440", town: "Vallières-sur-Somme" },
    phone: "03 53 01 20 18",
    email: "les-peupliers@example.org",
    message:
      "Bienvenue ! Les photographies de classe ont lieu jeudi : pensez à rendre l'autorisation dans le cahier de liaison.",
  },
  secondary: {
    id: "0809992B",
    kind: "secondary",
    name: "LP LYC Marguerite-Yourcenar",
    address: { street: "3 avenue du Canal", postalCode: "80440", town: "Vallières-sur-Somme" },
    phone: "03 53 01 20 75",
    email: "lycee-yourcenar@example.org",
    message:
      "Bienvenue ! Les demandes de bourse se font en ligne dans « Scolarité services » avant les vacances d'hiver.",
  },
} as const satisfies Readonly<Record<School["kind"], School>>;
