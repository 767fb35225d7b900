import type { Fact, Question, QuestionType } from "@educonnect-activation/core";
import type { Environment } from "../../environment.ts";
import type { Change } from "../../ports/store.ts";
import type { Attempt } from "../../security/attempts.ts";
import type { Flow } from "../flow.ts";
import type { FlowPerson } from "../flow-person.ts";

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

/** What a flow keeps beside the machine's state, sealed. */
export type Kept = Partial<Pick<Flow, "contactEncrypted" | "identityEncrypted">>;

/** The answer to a question: a fact for the machine, and what must be committed with it. */
export interface Answer {
  readonly fact: Fact;
  readonly changes?: readonly Change[];
  /** What the flow is to keep of it. */
  readonly kept?: Kept;
  /** The attempt that was counted for it. */
  readonly attempt?: Attempt;
  /** The lock it tells of may yet be lifted by a request under way, so it must not be kept. */
  readonly isContested?: boolean;
}
