import { isQuestion, type Effect } from "../effects.ts";
import type { ActivationEvent } from "../events.ts";
import { type Plan } from "../plan.ts";
import { stepTraits } from "../step.ts";
import type { ActivationPolicy, SendingStep } from "../policy.ts";
import { isEnded } from "../progress.ts";
import { purposes } from "../purposes.ts";
import type { ActivationState } from "../state.ts";
import { questionAnswered } from "../steps.ts";
import { presentGeneration } from "./abstract-state.ts";
import { isCommandType, secretMark } from "./event-alphabet.ts";
import type { ExploredStep } from "./explore-plan.ts";
import { mismatchedStep, stepOfQuestion } from "./history.ts";

/** A rule that every step of every plan obeys; the answer says what is wrong, or null. */
export type StepInvariant = (step: ExploredStep, policy: ActivationPolicy) => string | null;

/** The effect by which each completion is known. */
const completionEffects = { activate: "activateAccount", reset: "endSessions" } as const;

const completionsIn = ({ from: { state }, result: { effects } }: ExploredStep) => {
  const type = completionEffects[purposes[state.plan.purpose].completion];
  return effects.filter((effect) => effect.type === type).length;
};

const asks = (plan: Plan, step: string) => plan.steps.some(({ name }) => name === step);

/** A rule about the moment of completion alone. */
function onCompletion(isBroken: (step: ExploredStep) => string | null): StepInvariant {
  return (step) => (completionsIn(step) > 0 ? isBroken(step) : null);
}

/** A rule about the moment of activation alone. */
function onActivation(isBroken: (step: ExploredStep) => string | null): StepInvariant {
  return onCompletion((step) => (step.from.state.plan.purpose === "activation" ? isBroken(step) : null));
}

const budgetOf = (before: ActivationState, after: ActivationState, step: SendingStep) =>
  (after.sent[step]?.count ?? 0) - (before.sent[step]?.count ?? 0);

const sendsOf = (effects: readonly Effect[], step: SendingStep) => {
  const type = step === "smsCode" ? "sendSmsCode" : "sendConfirmationMail";
  return effects.filter((effect) => effect.type === type).length;
};

function wasAskedFor({ from, event }: ExploredStep): boolean {
  const { history } = from;
  if (event.type === "budgetSpent") return history.asked !== null;
  if (event.type === "emailConfirmed" || event.type === "emailDisowned") {
    return (
      history.email === "given" &&
      history.codesOut.includes("emailSent") &&
      event.generation === presentGeneration
    );
  }
  if (event.type === "franceConnectMatched" || event.type === "franceConnectFailed") {
    const { state } = from;
    return state.condition === "awaiting" && state.step === "franceConnect";
  }
  const answers: Readonly<Partial<Record<ActivationEvent["type"], string>>> = questionAnswered;
  return history.asked !== null && answers[event.type] === history.asked;
}

const sendingSteps = ["smsCode", "emailSent"] as const;

/** The rules about single steps, by the name under which a violation is reported. */
export const stepInvariants = {
  completed_without_identity: onCompletion(({ from: { state }, history: { proven } }) => {
    const needed = {
      letter: ["login"],
      pupil: ["login"],
      sms: ["guardian", "smsCode"],
      franceConnect: ["franceConnect"],
    } as const satisfies Readonly<Record<typeof state.plan.method, readonly (typeof proven)[number][]>>;
    const also = asks(state.plan, "smsCode") ? (["smsCode"] as const) : [];
    const missing = [...needed[state.plan.method], ...also].filter((proof) => !proven.includes(proof));
    return missing.length === 0 && state.subject !== null ? null : `not proven: ${missing.join(", ")}`;
  }),
  activated_without_children: onActivation(({ from: { state }, history }) => {
    if (state.plan.audience !== "guardian") return null;
    return (history.confirmedChildren ?? []).length > 0 ? null : "no child is confirmed";
  }),
  activated_without_birth_date: onActivation(({ from: { state }, history }) => {
    if (state.plan.audience !== "pupil") return null;
    return history.proven.includes("birthDate") ? null : "the pupil's own date is not proven";
  }),
  completed_without_password: onCompletion(({ from: { state }, history }) =>
    asks(state.plan, "password") && !history.passwordSaved ? "no password was saved" : null,
  ),
  activated_without_email: onActivation(({ from: { state }, history }) => {
    const mustConfirm = state.plan.method === "letter" || asks(state.plan, "emailSent");
    return mustConfirm && history.email !== "confirmed" ? "the address is not confirmed" : null;
  }),
  activated_without_identifier: onActivation(({ history }) =>
    history.identifierReserved ? null : "no identifier was reserved",
  ),
  completion_not_once: (step) => {
    const { from, result } = step;
    const count = completionsIn(step);
    const isCompleting = from.state.condition !== "completed" && result.state.condition === "completed";
    if (count !== (isCompleting ? 1 : 0)) return `the completion takes place ${count} times`;
    const isLeaving = from.state.condition === "completed" && result.state.condition !== "completed";
    return isLeaving && !isEnded(result.state) ? "a completed flow goes back" : null;
  },
  activation_misreported: ({ result: { effects }, history }) => {
    for (const effect of effects) {
      if (effect.type !== "activateAccount") continue;
      const email = history.email === "given" ? "pending" : history.email;
      if (effect.email !== email) return `the address is ${email}, reported as ${effect.email}`;
      const confirmed = history.confirmedChildren ?? [];
      if (effect.children.join() !== confirmed.join()) return "other children than the confirmed ones";
    }
    return null;
  },
  secret_in_state: ({ result }) =>
    result.rejection === undefined && JSON.stringify(result.state).includes(secretMark)
      ? "what was typed is in the state"
      : null,
  counter_shrunk: ({ from: { state: before }, result: { state: after } }) => {
    const names = before.plan.steps.map(({ name }) => name);
    for (const name of names) {
      const failures: Readonly<Partial<Record<string, number>>> = before.failures;
      const failuresAfter: Readonly<Partial<Record<string, number>>> = after.failures;
      if ((failuresAfter[name] ?? 0) < (failures[name] ?? 0)) return `failures of ${name}`;
    }
    for (const name of sendingSteps) if (budgetOf(before, after, name) < 0) return `messages of ${name}`;
    return after.emailGeneration < before.emailGeneration ? "generations of the address" : null;
  },
  failure_uncounted: ({ from: { state: before }, event, result: { state: after, rejection } }) => {
    const step = rejection === undefined ? mismatchedStep(event.type) : null;
    if (step === null) return null;
    return (after.failures[step] ?? 0) === (before.failures[step] ?? 0) + 1 ? null : `failure of ${step}`;
  },
  failures_over_budget: ({ result: { state } }, policy) => {
    if (state.condition !== "awaiting") return null;
    for (const [step, { tries, rounds }] of Object.entries(policy.failures)) {
      const failures: Readonly<Partial<Record<string, number>>> = state.failures;
      if ((failures[step] ?? 0) >= tries * rounds) return `${step} stays open`;
    }
    return null;
  },
  send_uncounted: ({ from: { state: before }, result: { state: after, effects } }) => {
    const wrong = sendingSteps.find((step) => budgetOf(before, after, step) !== sendsOf(effects, step));
    return wrong === undefined ? null : `messages of ${wrong}`;
  },
  sends_over_budget: ({ from: { state: before }, result: { effects } }, policy) => {
    const over = sendingSteps.find(
      (step) =>
        asks(before.plan, step) &&
        sendsOf(effects, step) > 0 &&
        (before.sent[step]?.count ?? 0) >= policy.sends[step].sends,
    );
    return over === undefined ? null : `messages of ${over}`;
  },
  lock_ignored: ({ from: { history }, result: { effects } }) => {
    const question = effects.find(isQuestion);
    const step = question && stepOfQuestion[question.type];
    return step !== undefined && history.locked.includes(step) ? `${step} answers while locked` : null;
  },
  cooldown_ignored: ({ from: { history }, event, result: { effects } }) => {
    // Another contact is not the one that has just been written to.
    const isAnew =
      event.type === "guardianMatched" ||
      event.type === "guardianUnmatched" ||
      effects.some((effect) => effect.type === "saveEmail");
    const hasty = sendingSteps.find((step) => sendsOf(effects, step) > 0 && history.cooling.includes(step));
    return hasty !== undefined && !isAnew ? `message of ${hasty}` : null;
  },
  code_not_sent: ({ from: { history }, result: { effects } }) => {
    const question = effects.find(isQuestion);
    const step = question && stepOfQuestion[question.type];
    if (step !== "smsCode" && step !== "emailSent") return null;
    return history.codesOut.includes(step) ? null : `${step}: the present contact was sent no code`;
  },
  proof_undone: ({ from: { state: before }, result: { state: after } }) => {
    const undone = before.done.find((step) => !stepTraits[step].revisable && !after.done.includes(step));
    if (undone !== undefined) return undone;
    if (before.isProven && !after.isProven) return "the identity is no longer proven";
    return before.isProven && after.subject !== before.subject ? "the person has changed" : null;
  },
  refused_with_children: ({ result: { state }, history }) =>
    state.condition === "refused" && (history.confirmedChildren ?? []).length > 0
      ? "a child is confirmed"
      : null,
  end_not_final: ({ from: { state }, result }) =>
    isEnded(state) && (result.rejection === undefined || result.effects.length > 0)
      ? `${state.condition} goes on`
      : null,
  rejection_not_void: ({ from: { state }, result }) => {
    if (result.rejection === undefined) return null;
    const isSame = result.state === state || JSON.stringify(result.state) === JSON.stringify(state);
    return isSame && result.effects.length === 0 ? null : "a rejected event changes something";
  },
  effects_mixed: ({ result: { effects } }) =>
    effects.some(isQuestion) && effects.length > 1 ? "a question comes with other effects" : null,
  fact_unasked: (step) => {
    const { event, result } = step;
    if (isCommandType(event.type) || result.rejection !== undefined) return null;
    return wasAskedFor(step) ? null : "nobody asked";
  },
  answer_ignored: (step) => {
    const { from, event, result } = step;
    const isAnswer = Object.hasOwn(questionAnswered, event.type) && wasAskedFor(step);
    const isAwaited = from.state.condition === "awaiting" && from.state.asking === from.history.asked;
    return isAnswer && isAwaited && result.rejection !== undefined ? "it was asked for" : null;
  },
  life_lengthened: ({ from: { state: before }, event, result: { state: after, effects } }) => {
    const isProof = ["franceConnectMatched", "smsCodeMatched"].includes(event.type);
    // Texts are counted, so a flow that waits for one can't be kept alive for ever.
    const isTexted = effects.some(({ type }) => type === "sendSmsCode");
    const isAskedFor = event.type === "moreTimeRequested";
    return !isProof && !isTexted && !isAskedFor && after.expiresAt !== before.expiresAt
      ? "neither a proof was given nor more time asked for"
      : null;
  },
} as const satisfies Readonly<Record<string, StepInvariant>>;
