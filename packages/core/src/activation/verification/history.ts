import { isQuestion, type QuestionType } from "../effects.ts";
import type { ActivationEvent } from "../events.ts";
import type { Plan } from "../plan.ts";
import type { StepName } from "../step.ts";
import type { ActivationPolicy, BudgetedStep, SendingStep } from "../policy.ts";
import type { Transition } from "../progress.ts";
import { methodRules } from "../purposes.ts";
import type { ActivationState } from "../state.ts";
import { isSettled, presentInstant } from "./abstract-state.ts";

/**
 * What an onlooker knows who sees only the events, whether they were refused, and the effects.
 *
 * It is kept beside the machine's own state, so that a machine that wrongly believes a step done is found out.
 */
export interface History {
  readonly asked: QuestionType | null;
  /** The facts that prove something, as far as they still hold. */
  readonly proven: readonly ProofName[];
  readonly confirmedChildren: readonly string[] | null;
  readonly email: "none" | "given" | "confirmed";
  readonly passwordSaved: boolean;
  readonly identifierReserved: boolean;
  /** The steps whose message has gone to the contact given last. */
  readonly codesOut: readonly SendingStep[];
  readonly locked: readonly StepName[];
  readonly cooling: readonly SendingStep[];
}

/** What can be proved to the machine. */
export type ProofName = "login" | "guardian" | "smsCode" | "franceConnect" | "children" | "birthDate";

/** What is known when a flow begins. */
export const emptyHistory: History = {
  asked: null,
  proven: [],
  confirmedChildren: null,
  email: "none",
  passwordSaved: false,
  identifierReserved: false,
  codesOut: [],
  locked: [],
  cooling: [],
};

const mismatches: Readonly<Partial<Record<ActivationEvent["type"], BudgetedStep>>> = {
  smsCodeMismatched: "smsCode",
  childrenMismatched: "children",
  birthDateMismatched: "birthDate",
  emailCodeMismatched: "emailSent",
};

/** The budget a fact is counted against, if it is a wrong answer. */
export function mismatchedStep(type: ActivationEvent["type"]): BudgetedStep | null {
  return mismatches[type] ?? null;
}

/** The step that each question is asked from. */
export const stepOfQuestion: Readonly<Record<QuestionType, StepName>> = {
  matchGuardian: "identity",
  checkSmsCode: "smsCode",
  checkChildren: "children",
  checkBirthDate: "birthDate",
  hashPassword: "password",
  checkEmailCode: "emailSent",
};

const without = <Item>(items: readonly Item[], item: Item): readonly Item[] =>
  items.includes(item) ? items.filter((other) => other !== item) : items;

const withItem = <Item extends string>(items: readonly Item[], item: Item): readonly Item[] =>
  items.includes(item) ? items : [...items, item].sort();

function forgetContact(history: History, step: SendingStep): History {
  return { ...history, codesOut: without(history.codesOut, step), cooling: without(history.cooling, step) };
}

const prove = (history: History, proof: ProofName): History => ({
  ...history,
  proven: withItem(history.proven, proof),
});

function hear(history: History, event: ActivationEvent): History {
  switch (event.type) {
    case "franceConnectMatched":
      return prove(history, "franceConnect");
    case "guardianMatched":
      return prove(forgetContact(history, "smsCode"), "guardian");
    case "guardianUnmatched": {
      const forgotten = forgetContact(history, "smsCode");
      return { ...forgotten, proven: without(forgotten.proven, "guardian") };
    }
    case "smsCodeMatched":
      // Where nobody was matched there is nobody whose code this could be.
      return history.proven.length > 0 ? prove(history, "smsCode") : history;
    case "childrenMatched":
      return { ...prove(history, "children"), confirmedChildren: event.confirmed };
    case "birthDateMatched":
      return prove(history, "birthDate");
    case "emailCodeMatched":
    case "emailConfirmed":
      return { ...history, email: "confirmed" };
    default:
      return history;
  }
}

function see(history: History, { effects }: Transition): History {
  let seen = history;
  for (const effect of effects) {
    if (effect.type === "saveEmail") seen = { ...forgetContact(seen, "emailSent"), email: "given" };
    if (effect.type === "forgetEmail") seen = { ...forgetContact(seen, "emailSent"), email: "none" };
    if (effect.type === "savePassword") seen = { ...seen, passwordSaved: true };
    if (effect.type === "reserveIdentifier") seen = { ...seen, identifierReserved: true };
    if (effect.type === "sendSmsCode") seen = markSent(seen, "smsCode");
    if (effect.type === "sendConfirmationMail") seen = markSent(seen, "emailSent");
  }
  return seen;
}

const markSent = (history: History, step: SendingStep): History => ({
  ...history,
  codesOut: withItem(history.codesOut, step),
  cooling: withItem(history.cooling, step),
});

/** The step that an event must have locked. */
function stepToLock(
  history: History,
  before: ActivationState,
  event: ActivationEvent,
  policy: ActivationPolicy,
): StepName | null {
  if (event.type === "budgetSpent") {
    return history.asked !== null && event.until > presentInstant ? stepOfQuestion[history.asked] : null;
  }
  const step = mismatchedStep(event.type);
  if (step === null) return null;
  const { tries, lockSeconds } = policy.failures[step];
  const isSpent = ((before.failures[step] ?? 0) + 1) % tries === 0;
  const isAccountLocked = "lockedUntil" in event && (event.lockedUntil ?? 0) > presentInstant;
  return isAccountLocked || (isSpent && lockSeconds > 0) ? step : null;
}

/** What is known when a flow has started, from how it started and the effects that came with it. */
export function startHistory({ purpose, method }: Plan, start: Transition): History {
  const rules = methodRules(purpose, method);
  const isLogin = rules?.start === "proven" && rules.proofs.includes("login");
  return see(isLogin ? prove(emptyHistory, "login") : emptyHistory, start);
}

/** Adds to a history what an accepted event and its effects show. */
export function extendHistory(
  history: History,
  before: ActivationState,
  event: ActivationEvent,
  transition: Transition,
  policy: ActivationPolicy,
): History {
  const locking = stepToLock(history, before, event, policy);
  const question = transition.effects.find(isQuestion);
  // Neither news from outside nor more time answers a question, so one under way stays under way.
  const isNews = event.type === "emailConfirmed" || event.type === "moreTimeRequested";
  const asked = question?.type ?? (isNews ? history.asked : null);
  const heard = see(hear(history, event), transition);
  return { ...heard, asked, locked: locking === null ? heard.locked : withItem(heard.locked, locking) };
}

/** Leaves out of a history what can't matter any more, as `foldState` does for the state. */
export function foldHistory(history: History, state: ActivationState, policy: ActivationPolicy): History {
  const isOver =
    state.condition === "abandoned" || state.condition === "finished" || state.condition === "expired";
  if (isOver) return emptyHistory;
  const isOpen = (step: StepName) => !isSettled(state, step);
  return {
    ...history,
    locked: history.locked.filter(isOpen),
    cooling: history.cooling.filter((step) => isOpen(step) && policy.sends[step].cooldownSeconds > 0),
    codesOut: history.codesOut.filter(isOpen),
  };
}
