import type { Person } from "../directory/directory.ts";

/** A way to activate an account, as the demo groups the people to try. */
export type TrialMethod = "letter" | "sms" | "franceConnect" | "pupil";

/** Somebody worth trying. */
export interface TrialSketch {
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
