import type { Directory, Person } from "../directory/directory.ts";
import { listFederatedPeople } from "../france-connect/list-people.ts";
import { fullName } from "../pages/full-name.ts";
import type { Trial, TrialMethod, TrialSketch } from "./trial.ts";
import { trialSketches } from "./trial-sketches.ts";

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
