import type { Person, Directory } from "../directory/directory.ts";
import { federatedSketches } from "../france-connect/federated-sketches.ts";
import { listFederatedPeople } from "../france-connect/list-people.ts";
import { fullName } from "../pages/html.ts";

/** A way to activate an account, as the demo groups the people to try. */
export type TrialMethod = "letter" | "sms" | "franceConnect" | "pupil";

/** Somebody worth trying. */
interface TrialSketch {
  /** Given and family name, as the directory writes them; of several people of one name the first. */
  readonly of: string;
  /** What the person is there to show. */
  readonly shows: string;
}

/** Somebody worth trying, with what to type. */
export interface Trial extends TrialSketch {
  readonly person: Person;
  /** The children that are offered, in that order; a pupil has none. */
  readonly children: readonly Person[];
  /** Whom to pick at FranceConnect's stand-in: the name of civil status, as its pages write it. */
  readonly civilName: string;
}

/** The people worth trying, method by method; names are rows of the generated directory. */
const trialSketches: Readonly<Record<TrialMethod, readonly TrialSketch[]>> = {
  letter: [
    { of: "Hélène Carpentier", shows: "Un enfant dans chaque école" },
    { of: "Marie-Noëlle Delattre", shows: "Douze enfants" },
    { of: "Aurélie Quennesson", shows: "Des jumeaux aux prénoms voisins" },
    { of: "Karim Benali", shows: "Famille recomposée : un enfant du foyer ne lui est pas proposé" },
    { of: "Sandrine Meunier", shows: "Une date de naissance inconnue de l'école" },
    { of: "Олена Шевченко", shows: "Un nom en cyrillique" },
    { of: "Émilie Roussel", shows: "Compte déjà actif, pour se connecter directement" },
  ],
  sms: [
    { of: "Virginie Lemaire", shows: "Deux enfants du même nom" },
    { of: "Łucja Żółkiewska", shows: "Un numéro de La Réunion, un nom avec Ł" },
    { of: "Rock Wamytan", shows: "Un numéro de Nouvelle-Calédonie" },
    { of: "Mélanie Perrin", shows: "Le numéro est aussi celui de l'autre parent, Sébastien" },
    { of: "Nadia Bensaïd", shows: "Un dossier dans chaque école pour la même personne" },
    { of: "Jean Lambert", shows: "Plusieurs personnes de ce nom et de ce numéro : le SMS le dit" },
    { of: "Aminata Diallo", shows: "Le numéro est aussi celui de l'élève : le SMS le dit" },
    { of: "Émilie Roussel", shows: "Compte déjà actif : le SMS le dit" },
    { of: "Ludovic Wattiez", shows: "Seul enfant, date inconnue : l'école est prévenue" },
    { of: "Josiane Tavernier", shows: "Rang 0, représentante de personne : aucun SMS" },
    { of: "Karine Deneux", shows: "Une ligne fixe : refusée dès la saisie" },
    { of: "Thibault Renaud", shows: "Un numéro hors service : le SMS n'est pas distribué" },
  ],
  franceConnect: federatedSketches.map(({ of, note }) => ({ of, shows: note })),
  pupil: [
    { of: "Antoine Carpentier", shows: "Élève de lycée" },
    { of: "Mamadou Diallo", shows: "Élève qui partage le mobile de sa mère" },
    { of: "Timéo Wattiez", shows: "Date de naissance inconnue de l'école" },
  ],
};

/** The people worth trying, by method. */
export type Trials = Readonly<Record<TrialMethod, readonly Trial[]>>;

/** Finds the people of the sketches in the directory. @throws {Error} for a name that is not there */
export function listTrials({ people, guardianships, schools }: Directory): Trials {
  const find = (name: string, kind: Person["kind"]): Person => {
    const found = people.find(
      (person) => person.kind === kind && `${person.givenName} ${person.familyName}`.trim() === name,
    );
    if (found === undefined) throw new Error(`nobody in the directory is called ${name}`);
    return found;
  };
  const childrenOf = ({ id }: Person): Person[] =>
    guardianships
      .filter(({ guardianId, meaning }) => guardianId === id && meaning === "representative")
      .toSorted((one, other) => one.position - other.position)
      .flatMap(({ childId }) => people.filter((person) => person.id === childId));
  const federated = listFederatedPeople({ people, guardianships, schools });
  const civilNameOf = ({ id }: Person): string => {
    const civil = federated.find((person) => person.id === id);
    return civil === undefined ? "" : fullName({ ...civil, givenName: civil.givenName ?? "" });
  };
  const toTrial = (sketch: TrialSketch, kind: Person["kind"]): Trial => {
    const person = find(sketch.of, kind);
    return { ...sketch, person, children: childrenOf(person), civilName: civilNameOf(person) };
  };
  const list = (method: TrialMethod): Trial[] =>
    trialSketches[method].map((sketch) => toTrial(sketch, method === "pupil" ? "pupil" : "guardian"));
  return {
    letter: list("letter"),
    sms: list("sms"),
    franceConnect: list("franceConnect"),
    pupil: list("pupil"),
  };
}
