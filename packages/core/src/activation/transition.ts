import type { ActivationEvent } from "./events.ts";
import type { Plan } from "./plan.ts";
import type { StepName } from "./step.ts";
import { defaultActivationPolicy, type ActivationPolicy } from "./policy.ts";
import { methodRules } from "./purposes.ts";
import {
  awaitStep,
  complete,
  endWithMoreTime,
  isEnded,
  lock,
  nextStep,
  previousStep,
  progressOf,
  reject,
  unlock,
  type Transition,
} from "./progress.ts";
import type { ActivationState, AwaitingState, Progress } from "./state.ts";
import {
  questionAnswered,
  steps,
  withoutEmail,
  type EventNamed,
  type EventType,
  type Handlers,
} from "./steps.ts";

function beginProgress(plan: Plan, at: number, policy: ActivationPolicy): Progress {
  return {
    version: 1,
    plan,
    subject: null,
    isProven: false,
    done: [],
    children: null,
    email: "none",
    emailGeneration: 0,
    failures: {},
    sent: {},
    locks: {},
    startedAt: at,
    expiresAt: at + policy.unprovenTtlSeconds,
  };
}

/**
 * Starts a flow of somebody who has proved nothing yet, at the first step of its plan.
 *
 * @param at the present instant, in epoch seconds.
 * @throws {TypeError} when the plan has no step, or may only start with a proof.
 */
export function startFlow(
  plan: Plan,
  at: number,
  policy: ActivationPolicy = defaultActivationPolicy,
): AwaitingState {
  if (methodRules(plan.purpose, plan.method)?.start === "proven") {
    throw new TypeError(`A plan of method "${plan.method}" starts with a proof; use startProvenFlow.`);
  }
  const progress = beginProgress(plan, at, policy);
  const first = nextStep(progress);
  if (first === null) throw new TypeError("A plan needs at least one step; create it with createPlan.");
  return awaitStep(progress, first);
}

/**
 * Starts a flow of somebody who has just proved who they are, past the steps that this proof stands for.
 *
 * @param subject the directory's id of the person.
 * @param at the present instant, in epoch seconds.
 * @returns the state, and the effects of entering its first open step.
 * @throws {TypeError} when the plan may not start with a proof.
 */
export function startProvenFlow(
  plan: Plan,
  subject: string,
  at: number,
  policy: ActivationPolicy = defaultActivationPolicy,
): Transition {
  const rules = methodRules(plan.purpose, plan.method);
  const [first, ...others] = rules?.start === "proven" ? rules.proofs : [];
  if (first === undefined) {
    throw new TypeError(`A plan of method "${plan.method}" can't start with a proof; use startFlow.`);
  }
  const expiresAt = at + policy.provenTtlSeconds;
  const progress = { ...beginProgress(plan, at, policy), subject, isProven: true, done: others, expiresAt };
  return complete(progress, first, at, policy);
}

/**
 * Moves a flow by one event.
 *
 * Pure: the same arguments give the same answer, and nothing is changed in place. Effects come in the order they are to be
 * carried out: either one question, whose answer is the next event, or writes that belong in one transaction with the new state.
 * An event that the state does not accept leaves it as it is and names the `rejection`.
 */
export function transition(
  state: ActivationState,
  event: ActivationEvent,
  policy: ActivationPolicy = defaultActivationPolicy,
): Transition {
  if (isEnded(state)) return reject(state, "event_not_accepted");
  if (event.at >= state.expiresAt) {
    return { state: { ...progressOf(state), condition: "expired" }, effects: [] };
  }
  if (event.type === "abandonRequested" && state.condition !== "completed") {
    return { state: { ...progressOf(state), condition: "abandoned" }, effects: [] };
  }
  switch (state.condition) {
    case "completed":
      if (event.type !== "servicesRequested") return reject(state, "event_not_accepted");
      return { state: { ...state, condition: "finished" }, effects: [{ type: "openSession" }] };
    case "refused":
      // One wrong tap must not cost a parent the account: the answers can be given again.
      if (event.type !== "backRequested") return reject(state, "event_not_accepted");
      return { state: awaitStep(progressOf(state), "children"), effects: [] };
    case "awaiting":
      return moveAwaiting(state, event, policy);
    default:
      return reject(state, "event_not_accepted");
  }
}

function moveAwaiting(state: AwaitingState, event: ActivationEvent, policy: ActivationPolicy): Transition {
  switch (event.type) {
    case "backRequested": {
      const previous = previousStep(state, state.step);
      if (previous === null) return reject(state, "event_not_accepted");
      return { state: awaitStep(progressOf(state), previous), effects: [] };
    }
    case "continueRequested":
      if (!state.done.includes(state.step)) return reject(state, "event_not_accepted");
      return complete(progressOf(state), state.step, event.at, policy);
    case "moreTimeRequested": {
      const expiresAt = endWithMoreTime(state, event.at, policy);
      // Nothing else changes: neither a lock or a budget, nor a question under way.
      return expiresAt === null
        ? reject(state, "event_not_accepted")
        : { state: { ...state, expiresAt }, effects: [] };
    }
    case "budgetSpent":
      return state.asking === null ? reject(state, "event_not_accepted") : lock(state, event.until);
    case "emailConfirmed":
      return confirmEmail(state, event, policy);
    case "emailDisowned":
      if (!isEmailAwaited(state, event.generation)) return reject(state, "event_not_accepted");
      return { state: withoutEmail(state, "email_disowned"), effects: [{ type: "forgetEmail" }] };
    default:
      return handleStep(state, event.type, event, policy);
  }
}

/** Each step's own events: a fact only when it was asked for, a submission only while the step is open. */
function handleStep<Name extends EventType>(
  state: AwaitingState,
  name: Name,
  event: EventNamed<Name>,
  policy: ActivationPolicy,
): Transition {
  const handlers: Handlers = steps[state.step];
  // An event from a caller without types may bear the name of something every object inherits.
  const handle: Handlers[Name] = handlers[name];
  if (!handle || !Object.hasOwn(handlers, name)) return reject(state, "event_not_accepted");
  const questions: Readonly<Partial<Record<EventType, string>>> = questionAnswered;
  const question = questions[name];
  if (question !== undefined) {
    return state.asking === question ? handle(state, event, policy) : reject(state, "event_not_accepted");
  }
  const asksForAnother = name === "emailCorrectionRequested";
  if (state.lock && event.at < state.lock.until && !asksForAnother) return reject(state, "step_locked");
  // An answer still under way is to a question that no longer counts.
  const open = state.lock === null || asksForAnother ? state : unlock(state);
  const result = handle(open.asking === null ? open : { ...open, asking: null }, event, policy);
  return result.rejection === undefined ? result : reject(state, result.rejection);
}

function isEmailAwaited(state: AwaitingState, generation: number): boolean {
  return (
    state.email === "given" &&
    state.emailGeneration === generation &&
    state.sent.emailSent?.isCurrent === true
  );
}

/**
 * The link may be pressed elsewhere, at any moment.
 *
 * It moves the flow on from the screen that waits for it, from the address it settles, and when nothing else is left to answer;
 * from any other it takes nobody away.
 */
function confirmEmail(
  state: AwaitingState,
  event: EventNamed<"emailConfirmed">,
  policy: ActivationPolicy,
): Transition {
  if (!isEmailAwaited(state, event.generation)) return reject(state, "event_not_accepted");
  const done: readonly StepName[] = [...state.done, "emailSent"];
  const confirmed: AwaitingState = { ...state, email: "confirmed", done };
  const isAboutEmail = state.step === "emailSent" || state.step === "email";
  if (!isAboutEmail && nextStep(confirmed) !== null) return { state: confirmed, effects: [] };
  return complete(progressOf(confirmed), "emailSent", event.at, policy);
}
