import type { Issue } from "../issue.ts";
import type { QuestionType } from "./effects.ts";
import type { Plan } from "./plan.ts";
import type { StepName } from "./step.ts";
import type { BudgetedStep, SendingStep } from "./policy.ts";

/** A step closed until an instant (epoch seconds) because its budget of failures was spent. */
export interface Lock {
  readonly step: StepName;
  readonly until: number;
}

/** What was sent from a step. */
export interface Sent {
  /** Messages in all; it only ever grows. */
  readonly count: number;
  /** When the last one left (epoch seconds). */
  readonly lastAt: number;
  /** Whether it went to the contact given last. */
  readonly isCurrent: boolean;
}

/** What the children's step found; ids are the directory's random ones. */
export interface ChildrenOutcome {
  readonly confirmed: readonly string[];
  readonly refused: readonly string[];
  readonly unrecorded: readonly string[];
}

/** What every state remembers: facts and counters, never a secret, a name, a date or an address. */
export interface Progress {
  readonly version: 1;
  readonly plan: Plan;
  /** The directory's id of the person; null until matched, and for ever when nobody matches. */
  readonly subject: string | null;
  /** Whether the person has proved to be the subject, in this flow or before it began. */
  readonly isProven: boolean;
  /** The steps answered for good, in the order they were. */
  readonly done: readonly StepName[];
  readonly children: ChildrenOutcome | null;
  /** Whether an address was given, and confirmed. */
  readonly email: "none" | "given" | "confirmed";
  /** Counts the addresses given and withdrawn, so that a link for an older one is known. */
  readonly emailGeneration: number;
  /** Wrong submissions so far; these only ever grow. */
  readonly failures: Readonly<Partial<Record<BudgetedStep, number>>>;
  readonly sent: Readonly<Partial<Record<SendingStep, Sent>>>;
  /** Until when each step is closed (epoch seconds); leaving a step does not open it. */
  readonly locks: Readonly<Partial<Record<StepName, number>>>;
  /** When the flow began (epoch seconds). */
  readonly startedAt: number;
  /** When the flow ends unless it goes on (epoch seconds). */
  readonly expiresAt: number;
}

/** The flow waits for the person at `step`, or, while `asking`, for the adapter's answer. */
export interface AwaitingState extends Progress {
  readonly condition: "awaiting";
  readonly step: StepName;
  readonly asking: QuestionType | null;
  /** The entry of `locks` for this step; it may be past. */
  readonly lock: Lock | null;
  readonly issues: readonly Issue[];
}

/** No child was confirmed: nothing is activated, and the school has been told. */
export interface RefusedState extends Progress {
  readonly condition: "refused";
  readonly reason: "allRefused" | "awaitingSchool";
}

/** A step was failed so often that this flow can't go on. */
export interface ClosedState extends Progress {
  readonly condition: "closed";
  readonly step: StepName;
}

/** The purpose is achieved and the account's identifier is shown, until the person asks for the services. */
export interface CompletedState extends Progress {
  readonly condition: "completed";
}

/** Over: the person entered the services (`finished`), gave up (`abandoned`) or took too long (`expired`). */
export interface EndedState extends Progress {
  readonly condition: "finished" | "abandoned" | "expired";
}

/** One activation under way, as plain JSON. */
export type ActivationState = AwaitingState | RefusedState | ClosedState | CompletedState | EndedState;

/** The name of a condition. */
export type Condition = ActivationState["condition"];
