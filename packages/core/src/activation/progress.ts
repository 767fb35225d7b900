import type { Issue } from "../issue.ts";
import type { Effect, Question } from "./effects.ts";
import type { Mismatch } from "./events.ts";
import { stepTraits, type StepName } from "./step.ts";
import { purposes } from "./purposes.ts";
import type { ActivationPolicy, BudgetedStep, SendingStep } from "./policy.ts";
import type { ActivationState, AwaitingState, Progress } from "./state.ts";

/** Why an event changed nothing. */
export type Rejection = "event_not_accepted" | "step_locked" | "resend_too_soon" | "sends_exhausted";

/** What an event led to. */
export interface Transition {
  readonly state: ActivationState;
  readonly effects: readonly Effect[];
  /** Set when the event was not accepted; the state is then the one before. */
  readonly rejection?: Rejection;
}

/** The event was not accepted: nothing changes, nothing is asked. */
export function reject(state: ActivationState, rejection: Rejection): Transition {
  return { state, effects: [], rejection };
}

/** Keeps the flow at its step until the adapter has answered. */
export function ask(state: AwaitingState, question: Question): Transition {
  return { state: { ...state, asking: question.type, issues: [] }, effects: [question] };
}

/** Keeps the flow at its step and tells the person why. */
export function refuse(state: AwaitingState, issues: readonly Issue[]): Transition {
  return { state: { ...state, asking: null, issues }, effects: [] };
}

/** What is remembered whatever the condition. */
export function progressOf(state: ActivationState): Progress {
  const { version, plan, subject, isProven, done, children, email, emailGeneration } = state;
  const { failures, sent, locks, startedAt, expiresAt } = state;
  return {
    version,
    plan,
    subject,
    isProven,
    done,
    children,
    email,
    emailGeneration,
    failures,
    sent,
    locks,
    startedAt,
    expiresAt,
  };
}

/** What would end less than a minute later is left as it is, so that asking without pause writes once a minute. */
export const leastMoreTimeSeconds = 60;

/**
 * Tells when a flow would end, were more time asked for at an instant (epoch seconds).
 *
 * Null once a proof was given, which lengthens a flow's life to more than the 20 h after which WCAG 2.2.1 asks for nothing, and wherever
 * its end would not move by `leastMoreTimeSeconds`: just after it was moved, and at the ceiling.
 */
export function endWithMoreTime(
  { isProven, startedAt, expiresAt }: Progress,
  at: number,
  policy: ActivationPolicy,
): number | null {
  if (isProven) return null;
  const end = Math.min(startedAt + policy.unprovenCeilingSeconds, at + policy.unprovenTtlSeconds);
  return end < expiresAt + leastMoreTimeSeconds ? null : end;
}

/** Tells whether nothing can happen to a flow any more. */
export function isEnded(state: ActivationState): boolean {
  return state.condition === "finished" || state.condition === "abandoned" || state.condition === "expired";
}

/** Waits for the person at a step, which is as closed as it was when it was left. */
export function awaitStep(progress: Progress, step: StepName, issues: readonly Issue[] = []): AwaitingState {
  const until = progress.locks[step];
  if (until === undefined)
    return { ...progress, condition: "awaiting", step, asking: null, lock: null, issues };
  return {
    ...progress,
    condition: "awaiting",
    step,
    asking: null,
    lock: { step, until },
    issues: [{ code: "step_locked" }, ...issues],
  };
}

/** The earliest step of the plan not answered yet. */
export function nextStep(progress: Progress): StepName | null {
  return progress.plan.steps.find((step) => !progress.done.includes(step.name))?.name ?? null;
}

/**
 * Where « Précédent » leads: to the nearest earlier answer that can be given again, never across a proof of identity.
 *
 * A confirmed address is settled: another one would have to undo its confirmation.
 */
export function previousStep({ plan, email }: Progress, step: StepName): StepName | null {
  const names = plan.steps.map(({ name }) => name);
  for (const name of names.slice(0, names.indexOf(step)).reverse()) {
    if (stepTraits[name].provesIdentity) return null;
    if (stepTraits[name].revisable && !(name === "email" && email === "confirmed")) return name;
  }
  return null;
}

/** The contact was given anew, so that the next entry of the step that writes to it sends at once. */
export function withNewContact(progress: Progress, step: SendingStep): Progress {
  const sent = progress.sent[step];
  return sent ? { ...progress, sent: { ...progress.sent, [step]: { ...sent, isCurrent: false } } } : progress;
}

function messageOf(step: SendingStep, progress: Progress): Effect {
  return step === "smsCode"
    ? { type: "sendSmsCode" }
    : { type: "sendConfirmationMail", generation: progress.emailGeneration };
}

/** Counts one more message, to the contact given last. */
function countSend<State extends Progress>(state: State, step: SendingStep, at: number): State {
  const count = (state.sent[step]?.count ?? 0) + 1;
  return { ...state, sent: { ...state.sent, [step]: { count, lastAt: at, isCurrent: true } } };
}

/** A flow outlives the code it waits for, so that one too old can be told and replaced; a mail's flow lives long enough as it is. */
function lifeAfterSend(
  { expiresAt }: Progress,
  step: SendingStep,
  at: number,
  policy: ActivationPolicy,
): number {
  return step === "smsCode" ? Math.max(expiresAt, at + 2 * policy.sends[step].validSeconds) : expiresAt;
}

function send(state: AwaitingState, step: SendingStep, at: number, policy: ActivationPolicy): Transition {
  const expiresAt = lifeAfterSend(state, step, at, policy);
  return {
    state: { ...countSend(state, step, at), expiresAt, issues: [] },
    effects: [messageOf(step, state)],
  };
}

/** Tells why a message can't be sent again now: the budget of sends is spent, or the last one has only just left. */
export function resendObstacle(
  { sent }: Progress,
  step: SendingStep,
  at: number,
  policy: ActivationPolicy,
): Rejection | null {
  const { sends, cooldownSeconds } = policy.sends[step];
  const last = sent[step];
  if (last === undefined) return null;
  if (last.count >= sends) return "sends_exhausted";
  return last.isCurrent && at < last.lastAt + cooldownSeconds ? "resend_too_soon" : null;
}

/** Sends again when the person asks. */
export function resend(
  state: AwaitingState,
  step: SendingStep,
  at: number,
  policy: ActivationPolicy,
): Transition {
  const obstacle = resendObstacle(state, step, at, policy);
  return obstacle === null ? send(state, step, at, policy) : reject(state, obstacle);
}

/**
 * Tells whether a code is out to the contact given last.
 *
 * Where the sends are spent there may be none; a code that went to an earlier contact must not prove the present one.
 */
export function isCodeOut({ sent }: Progress, step: SendingStep): boolean {
  return sent[step]?.isCurrent === true;
}

function isSendingStep(step: StepName): step is SendingStep {
  return step === "smsCode" || step === "emailSent";
}

function enter(progress: Progress, step: StepName, at: number, policy: ActivationPolicy): Transition {
  const state = awaitStep(progress, step);
  if (step === "password") return { state, effects: [{ type: "reserveIdentifier" }] };
  if (!isSendingStep(step) || state.sent[step]?.isCurrent) return { state, effects: [] };
  if ((state.sent[step]?.count ?? 0) >= policy.sends[step].sends) {
    return { state: awaitStep(progress, step, [{ code: "sends_exhausted" }]), effects: [] };
  }
  return send(state, step, at, policy);
}

function activate(progress: Progress, at: number): Transition {
  const children = progress.children?.confirmed ?? [];
  const email = progress.email === "given" ? "pending" : progress.email;
  // The identifier is reserved on entering the password step; a method without one still shows it in the end.
  const hasPassword = progress.plan.steps.some((step) => step.name === "password");
  const effects: Effect[] = hasPassword ? [] : [{ type: "reserveIdentifier" }];
  effects.push({ type: "activateAccount", children, email });
  if (email === "pending") effects.push(messageOf("emailSent", progress));
  if (children.length > 0) effects.push({ type: "notifyGuardians", children });
  const counted = email === "pending" ? countSend(progress, "emailSent", at) : progress;
  return { state: { ...counted, condition: "completed" }, effects };
}

/** What each purpose's completion comes to. */
const completions = {
  activate,
  // The password was saved at its own step; whoever was signed in with the old one no longer is.
  reset: (progress: Progress): Transition => ({
    state: { ...progress, condition: "completed" },
    effects: [{ type: "endSessions" }],
  }),
} as const;

/** Marks a step as answered and goes to the earliest one that is not; after the last, does what the purpose is for. */
export function complete(
  progress: Progress,
  step: StepName,
  at: number,
  policy: ActivationPolicy,
  effects: readonly Effect[] = [],
): Transition {
  const done = progress.done.includes(step) ? progress.done : [...progress.done, step];
  const answered = { ...progress, done };
  const next = nextStep(answered);
  const transition =
    next === null
      ? completions[purposes[answered.plan.purpose].completion](answered, at)
      : enter(answered, next, at, policy);
  return { state: transition.state, effects: [...effects, ...transition.effects] };
}

/** Goes on as `complete` does after a proof of who the person is, which lengthens the flow's life and rotates its cookie. */
export function completeIdentityProof(
  progress: Progress,
  step: StepName,
  at: number,
  policy: ActivationPolicy,
): Transition {
  const proven = { ...progress, isProven: true, expiresAt: at + policy.provenTtlSeconds };
  return complete(proven, step, at, policy, [{ type: "rotateFlow" }]);
}

/** Counts a wrong submission; the last try of the flow's budget or the account's locks the step, the flow's last round closes it. */
export function fail(
  state: AwaitingState,
  step: BudgetedStep,
  { at, lockedUntil = at }: Mismatch & { readonly at: number },
  policy: ActivationPolicy,
  issue: Issue,
): Transition {
  const { tries, lockSeconds, rounds } = policy.failures[step];
  const count = (state.failures[step] ?? 0) + 1;
  const failures = { ...state.failures, [step]: count };
  if (count >= tries * rounds) {
    return { state: { ...progressOf(state), failures, condition: "closed", step }, effects: [] };
  }
  const counted = { ...state, failures, asking: null };
  const triesLeft = tries - (count % tries);
  const until = triesLeft === tries ? Math.max(lockedUntil, at + lockSeconds) : lockedUntil;
  if (until > at) return lock(counted, until);
  return { state: { ...counted, issues: [{ ...issue, params: { triesLeft } }] }, effects: [] };
}

/** Closes the step until an instant (epoch seconds). */
export function lock(state: AwaitingState, until: number): Transition {
  const locks = { ...state.locks, [state.step]: until };
  return { state: awaitStep({ ...progressOf(state), locks }, state.step), effects: [] };
}

/** Opens the step when its lock is past. */
export function unlock(state: AwaitingState): AwaitingState {
  const { [state.step]: _past, ...locks } = state.locks;
  return { ...state, locks, lock: null };
}
