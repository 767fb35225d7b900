import {
  isQuestion,
  transition,
  type ActivationEvent,
  type ActivationState,
  type Command,
  type Fact,
  type Question,
  type Rejection,
  type Write,
} from "@educonnect-activation/core";
import type { Change } from "../ports/store.ts";
import type { Attempt } from "../security/attempts.ts";
import { answerQuestion } from "./answer-question.ts";
import type { Answer, Kept, QuestionContext } from "./questions/question.ts";

/** Where an event led, once every question on the way was answered. */
export interface Run {
  readonly state: ActivationState;
  readonly writes: readonly Write[];
  /** What the answers want committed with the state. */
  readonly changes: readonly Change[];
  /** What the flow is to keep besides. */
  readonly kept: Kept;
  /** What was counted against budgets on the way. */
  readonly attempts: readonly Attempt[];
  readonly rejection: Rejection | null;
  /** The state holds a lock that a request under way may yet lift: it is to be shown, and not kept. */
  readonly isContested: boolean;
}

/** No event of the machine asks more questions in a row than a plan has steps. */
const mostQuestions = 16;

async function answerFromPorts(context: QuestionContext, question: Question): Promise<Answer | null> {
  return answerQuestion(context, question.type, question);
}

/**
 * Feeds an event to the machine, and answers to what it asks, until only writes remain.
 *
 * @param found what came with the event, to be kept and committed with it
 */
export async function runMachine(
  context: QuestionContext,
  event: Command | Fact,
  found: Pick<Answer, "kept" | "changes"> = {},
): Promise<Run> {
  const { environment, flow } = context;
  const kept: Kept = { ...found.kept };
  const changes: Change[] = [...(found.changes ?? [])];
  const attempts: Attempt[] = [];
  let state = flow.state;
  let isContested = false;
  let next: ActivationEvent = { ...event, at: environment.clock.now() };
  for (let asked = 0; asked < mostQuestions; asked += 1) {
    const result = transition(state, next, environment.policy);
    const question = result.effects.find(isQuestion);
    if (result.rejection !== undefined || question === undefined) {
      const writes = result.effects.filter((effect): effect is Write => !isQuestion(effect));
      return {
        state: result.state,
        writes,
        changes,
        kept,
        attempts,
        rejection: result.rejection ?? null,
        isContested,
      };
    }
    const answered = await answerFromPorts(context, question);
    if (answered === null) break;
    if (answered.attempt !== undefined) attempts.push(answered.attempt);
    changes.push(...(answered.changes ?? []));
    Object.assign(kept, answered.kept);
    isContested ||= answered.isContested ?? false;
    state = result.state;
    next = { ...answered.fact, at: environment.clock.now() };
  }
  return {
    state: flow.state,
    writes: [],
    changes: [],
    kept: {},
    attempts,
    rejection: "event_not_accepted",
    isContested,
  };
}
