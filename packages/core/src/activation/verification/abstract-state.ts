import type { Issue } from "../../issue.ts";
import { stepTraits, type StepName } from "../step.ts";
import type { ActivationPolicy, SendingStep } from "../policy.ts";
import { endWithMoreTime, leastMoreTimeSeconds } from "../progress.ts";
import type { ActivationState, Lock, Progress, Sent } from "../state.ts";

/**
 * How the states of a plan, endless in clocks and counters, are folded to a finite set without losing a behaviour.
 *
 * - Instants. The machine only ever compares an instant of the state with the event's: `at >= expiresAt`, `at < until`,
 *   `at < lastAt + cooldownSeconds`, `at + unprovenTtlSeconds < expiresAt + leastMoreTimeSeconds`; or two of its own,
 *   `startedAt + unprovenCeilingSeconds < expiresAt + leastMoreTimeSeconds`. Shifting the state and the event alike changes nothing, so
 *   every event can happen at one `presentInstant`. Only the outcome of a comparison matters, so a lock is either on or gone, a cooldown
 *   either on or over, the ceiling either reached or not, and an end that can be moved either far or near; that time passes is a move of
 *   its own, in which any one of them ends. The flow's end is kept ahead, and every event is also tried at the end. Locks may so end in
 *   an order, or before an end, that real clocks would not give: the set explored is larger than the real one, never smaller.
 * - `emailGeneration` is only compared for equality with an event's and increased by one, so it can be shifted too: whatever it
 *   is, it is written `presentGeneration`, and events come with that one, an older and a newer one.
 * - `done` is asked for membership only: its order is that of the plan.
 * - What was counted at a step that is passed for good (done, and not revisable) is never read again and forgotten.
 *
 * The first two are checked by properties of their own in the tests: `transition` commutes with both shifts.
 */
export const presentInstant = 1_000_000;

/** When every flow explored ends, unless its end is near; far enough that nothing but its own comparison reaches it. */
export const endInstant = presentInstant * 2;

/** How the generation of the address is written in every explored state. */
export const presentGeneration = 2;

/** Tells whether a step is passed for good. */
export function isSettled({ done }: Progress, step: StepName): boolean {
  return done.includes(step) && !stepTraits[step].revisable;
}

/** Whether a message has left so lately that it can't be sent again. */
export function isCooling(sent: Sent | undefined, step: SendingStep, policy: ActivationPolicy): boolean {
  return (
    sent !== undefined && sent.isCurrent && presentInstant < sent.lastAt + policy.sends[step].cooldownSeconds
  );
}

function entriesOf<Name extends StepName, Value>(
  record: Readonly<Partial<Record<Name, Value>>>,
  names: readonly Name[],
  fold: (value: Value, name: Name) => Value | undefined,
): Partial<Record<Name, Value>> {
  const folded: Partial<Record<Name, Value>> = {};
  for (const name of names) {
    const value = record[name];
    const kept = value === undefined ? undefined : fold(value, name);
    if (kept !== undefined) folded[name] = kept;
  }
  return folded;
}

function foldSent(sent: Sent, step: SendingStep, policy: ActivationPolicy): Sent {
  const ago = isCooling(sent, step, policy) ? 0 : policy.sends[step].cooldownSeconds;
  return { ...sent, lastAt: presentInstant - ago };
}

const foldLock = (lock: Lock | null): Lock | null =>
  lock !== null && lock.until > presentInstant ? { ...lock, until: presentInstant + 1 } : null;

/** The part that waits or has closed; its lock and its issues are about the step. */
function foldCondition(state: ActivationState): ActivationState {
  if (state.condition !== "awaiting") return state;
  const lock = foldLock(state.lock);
  // A view leaves this issue out once the lock is over.
  const isShown = (issue: Issue) => lock !== null || issue.code !== "step_locked";
  return { ...state, lock, issues: state.issues.filter(isShown) };
}

/** Writes a state as the one that stands for all that behave like it. */
export function foldState(state: ActivationState, policy: ActivationPolicy): ActivationState {
  const names = state.plan.steps.map((step) => step.name);
  const open = names.filter((name) => !isSettled(state, name));
  const budgeted = (["login", "smsCode", "children", "birthDate", "emailSent"] as const).filter((name) =>
    open.includes(name),
  );
  const sending = (["smsCode", "emailSent"] as const).filter((name) => open.includes(name));
  const isOver =
    state.condition === "abandoned" || state.condition === "finished" || state.condition === "expired";
  return {
    ...foldCondition(state),
    done: [...state.done].sort((first, second) => names.indexOf(first) - names.indexOf(second)),
    emailGeneration: presentGeneration,
    // Nothing of an ended flow is ever read again.
    failures: isOver ? {} : entriesOf(state.failures, budgeted, (count) => count),
    sent: isOver ? {} : entriesOf(state.sent, sending, (sent, step) => foldSent(sent, step, policy)),
    locks: isOver
      ? {}
      : entriesOf(state.locks, open, (until) => (until > presentInstant ? presentInstant + 1 : undefined)),
    startedAt: isOver ? presentInstant : foldStart(state, policy),
    expiresAt: !isOver && isEndNear(state, policy) ? nearInstant : endInstant,
  };
}

const nearInstant = presentInstant + 1;

/** Whether the end is so near that more time moves it. */
const isEndNear = (state: ActivationState, policy: ActivationPolicy): boolean =>
  endWithMoreTime(state, presentInstant, policy) !== null;

/** Whether more time may be had now, or will be. */
export const mayGetMoreTime = (state: ActivationState, policy: ActivationPolicy): boolean =>
  endWithMoreTime(state, state.expiresAt - 1, policy) !== null;

/** Keeps of when a flow began whether it may yet be given more time: then, as little as there is. */
function foldStart(state: ActivationState, policy: ActivationPolicy): number {
  const start = startOfOld(policy);
  return mayGetMoreTime(state, policy) ? start + leastMoreTimeSeconds : start;
}

const startOfOld = (policy: ActivationPolicy) => endInstant - policy.unprovenCeilingSeconds;

/** Lets time pass until the end is near. */
export function comeNearEnd(state: ActivationState): ActivationState {
  return { ...state, expiresAt: nearInstant };
}

/** Lets time pass until the flow ends where no more time can be had. */
export function reachCeiling(state: ActivationState, policy: ActivationPolicy): ActivationState {
  return { ...state, startedAt: startOfOld(policy), expiresAt: endInstant };
}

/** Lets time pass until the lock of a step is over. */
export function endLock(state: ActivationState, step: StepName): ActivationState {
  const { [step]: _over, ...locks } = state.locks;
  if (state.condition !== "awaiting" || state.lock?.step !== step) return { ...state, locks };
  return { ...state, locks, lock: null };
}

/** Lets time pass until a message may be sent again. */
export function endCooldown(
  state: ActivationState,
  step: SendingStep,
  policy: ActivationPolicy,
): ActivationState {
  const sent = state.sent[step];
  if (sent === undefined) return state;
  const lastAt = presentInstant - policy.sends[step].cooldownSeconds;
  return { ...state, sent: { ...state.sent, [step]: { ...sent, lastAt } } };
}
