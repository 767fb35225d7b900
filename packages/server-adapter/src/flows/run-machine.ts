import {
  isQuestion,
  transition,
  type ActivationEvent,
  type ActivationState,
  type Command,
  type Fact,
  type Question,
  type QuestionType,
  type Rejection,
  type Write,
} from "@educonnect-activation/core";
import { createProof, type Proof } from "../authentication/proof.ts";
import type { Change } from "../ports/store.ts";
import type { Attempt } from "../authentication/attempts.ts";
import type { Answer, Answers, Kept, QuestionContext, QuestionNamed } from "./question.ts";

/** Where an event led, once every question on the way was answered. */
export interface Run {
  readonly state: ActivationState;
  readonly writes: readonly Write[];
  /** What the answers want committed with the state. */
  readonly changes: readonly Change[];
  /** What the flow is to keep besides. */
  readonly kept: Kept;
  /** The proofs given on the way. */
  readonly proofs: readonly Proof[];
  /** What was counted against budgets on the way. */
  readonly attempts: readonly Attempt[];
  readonly rejection: Rejection | null;
  /** The state holds a lock that a request under way may yet lift: it is to be shown, and not kept. */
  readonly isContested: boolean;
}

/** No event of the machine asks more questions in a row than a plan has steps. */
const mostQuestions = 16;

function answerQuestion<Type extends QuestionType>(
  answers: Answers,
  context: QuestionContext,
  type: Type,
  question: QuestionNamed<Type>,
): Promise<Answer> {
  const answer: Answers[Type] = answers[type];
  return answer(context, question);
}

const ask = (answers: Answers, context: QuestionContext, question: Question) =>
  answerQuestion(answers, context, question.type, question);

/**
 * Feeds an event to the machine, and the answers to its questions, until only writes remain.
 *
 * @param event a command of the person; or an answer that came from outside the flow, with what it wants kept and committed.
 * @throws {HasherBusyError} while too many passwords wait to be hashed.
 */
export async function runMachine(
  answers: Answers,
  context: QuestionContext,
  event: Command | Answer,
): Promise<Run> {
  const { environment, flow } = context;
  const kept: Kept = {};
  const changes: Change[] = [];
  const attempts: Attempt[] = [];
  const methods: NonNullable<Answer["proof"]>[] = [];
  let isContested = false;

  function take(answer: Answer): Fact {
    if (answer.attempt !== undefined) attempts.push(answer.attempt);
    if (answer.proof !== undefined) methods.push(answer.proof);
    changes.push(...(answer.changes ?? []));
    Object.assign(kept, answer.kept);
    isContested ||= answer.isContested ?? false;
    return answer.fact;
  }

  let { state } = flow;
  const first: Command | Fact = "fact" in event ? take(event) : event;
  let next: ActivationEvent = { ...first, at: environment.clock.now() };
  for (let asked = 0; asked < mostQuestions; asked += 1) {
    const result = transition(state, next, environment.policy);
    const question = result.effects.find(isQuestion);
    if (result.rejection !== undefined || question === undefined) {
      const { subject } = result.state;
      return {
        state: result.state,
        writes: result.effects.filter((effect): effect is Write => !isQuestion(effect)),
        changes,
        kept,
        proofs: subject === null ? [] : methods.map((method) => createProof(method, subject, next.at)),
        attempts,
        rejection: result.rejection ?? null,
        isContested,
      };
    }
    state = result.state;
    next = { ...take(await ask(answers, context, question)), at: environment.clock.now() };
  }
  throw new Error(`a ${first.type} asks more than ${mostQuestions} questions in a row`);
}
