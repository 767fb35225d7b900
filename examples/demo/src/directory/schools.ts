import type { School } from "./directory.ts";

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
