import type { Fact, Mismatch, Question, QuestionType } from "@educonnect-activation/core";
import type { AuthenticationMethod } from "../authentication/proof.ts";
import type { Environment } from "../environment.ts";
import type { Change } from "../ports/store.ts";
import type { Attempt, AttemptBudget } from "../authentication/attempts.ts";
import type { Flow } from "./flow.ts";
import type { FlowPerson } from "./flow-person.ts";

/** The question of a name. */
export type QuestionNamed<Type extends QuestionType> = Extract<Question, { type: Type }>;

/** What a question is answered from. */
export interface QuestionContext {
  readonly environment: Environment;
  readonly flow: Flow;
  readonly flowPerson: FlowPerson;
  /** Where the request came from, as far as the server can tell. */
  readonly clientAddress: string | null;
}

/** What a flow keeps beside the machine's state, encrypted. */
export type Kept = Partial<Pick<Flow, "contactEncrypted" | "identityEncrypted">>;

/** What was found out, as a fact for the machine, and what must be committed with it. */
export interface Answer {
  readonly fact: Fact;
  readonly changes?: readonly Change[];
  /** What the flow is to keep of it. */
  readonly kept?: Kept;
  /** How it proves who the person is. */
  readonly proof?: AuthenticationMethod;
  /** The attempt that was counted for it. */
  readonly attempt?: Attempt;
  /** A request under way may yet lift the lock that it tells of, so the lock must not be kept. */
  readonly isContested?: boolean;
}

/** Answers each question of the machine from the ports, outside any transaction. */
export type Answers = {
  readonly [Type in QuestionType]: (
    context: QuestionContext,
    question: QuestionNamed<Type>,
  ) => Promise<Answer>;
};

/** A secret to compare, and what its comparison means. */
interface SecretComparison {
  /** Names the budget: the same wherever the secret is accepted. */
  readonly key: string;
  readonly budget: AttemptBudget;
  readonly isRight: () => boolean | Promise<boolean>;
  readonly matched: Fact;
  readonly mismatched: Extract<Fact, Mismatch>;
  /** What the right secret proves. */
  readonly proof?: AuthenticationMethod;
}

/** Compares a secret within its budget: the attempt is counted before, and forgotten after a success. */
export async function compareSecret(
  { environment }: QuestionContext,
  { key, budget, isRight, matched, mismatched, proof }: SecretComparison,
): Promise<Answer> {
  const comparison = await environment.attempts.compare(key, budget, async () => isRight());
  if (!comparison.isAllowed) {
    const { until, isContested } = comparison;
    return { fact: { type: "budgetSpent", until }, isContested };
  }
  const { attempt } = comparison;
  return comparison.isRight
    ? {
        fact: matched,
        attempt,
        changes: environment.attempts.changesToForget(key),
        ...(proof && { proof }),
      }
    : { fact: { ...mismatched, lockedUntil: attempt.lockedUntil }, attempt };
}
