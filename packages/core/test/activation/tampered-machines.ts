import type { ActivationEvent } from "../../src/activation/events.ts";
import { createPlan, defaultPlans, type Plan } from "../../src/activation/plan.ts";
import { type StepName } from "../../src/activation/step.ts";
import type { ActivationPolicy } from "../../src/activation/policy.ts";
import { awaitStep, progressOf, reject, type Transition } from "../../src/activation/progress.ts";
import type { ActivationState } from "../../src/activation/state.ts";
import { transition } from "../../src/activation/transition.ts";
import { flowMachine, type Machine } from "../../src/activation/verification/explore-plan.ts";
import type { InvariantName } from "../../src/activation/verification/plan-violation-error.ts";
import { smallPolicy } from "../../src/activation/verification/small-policy.ts";
import { createView } from "../../src/activation/view.ts";

type Tamper = (
  state: ActivationState,
  event: ActivationEvent,
  policy: ActivationPolicy,
  honest: Transition,
) => Transition;

/** The machine with another answer to some events. */
function tampered(tamper: Tamper): Machine {
  return {
    ...flowMachine,
    transition: (state, event) => tamper(state, event, smallPolicy, transition(state, event, smallPolicy)),
  };
}

/** A machine that obeys other numbers than the policy's. */
const obeying = (change: (policy: ActivationPolicy) => ActivationPolicy) =>
  tampered((state, event, policy) => transition(state, event, change(policy)));

/** A machine that lets a step be passed without its proof. */
const skipping = (step: StepName) =>
  tampered((state, event, policy, honest) =>
    state.condition === "awaiting" && state.step === step && event.type === "continueRequested"
      ? transition({ ...state, done: [...state.done, step] }, event, policy)
      : honest,
  );

const isAccepted = (honest: Transition) => honest.rejection === undefined;

const leaking = tampered((_state, event, _policy, honest) =>
  event.type === "passwordSubmitted" && honest.state.condition === "awaiting" && isAccepted(honest)
    ? {
        ...honest,
        state: { ...honest.state, issues: [{ code: "request_invalid", params: { leaked: event.password } }] },
      }
    : honest,
);

const { letter, pupil, sms } = defaultPlans;
const confirmedFirst = createPlan({
  method: "letter",
  audience: "guardian",
  steps: ["login", "email", "emailSent", "password", "children"],
});

/** For each invariant, a machine that breaks it and a plan on which that shows. */
export const tamperedMachines: Readonly<Record<InvariantName, readonly [Plan, Machine]>> = {
  completed_without_identity: [sms, skipping("smsCode")],
  activated_without_children: [letter, skipping("children")],
  activated_without_birth_date: [pupil, skipping("birthDate")],
  completed_without_password: [letter, skipping("password")],
  activated_without_email: [letter, skipping("emailSent")],
  activated_without_identifier: [
    sms,
    tampered((_state, _event, _policy, honest) => ({
      ...honest,
      effects: honest.effects.filter((effect) => effect.type !== "reserveIdentifier"),
    })),
  ],
  completion_not_once: [
    pupil,
    tampered((_state, _event, _policy, honest) =>
      honest.state.condition === "completed" && isAccepted(honest)
        ? { ...honest, effects: [...honest.effects, ...honest.effects] }
        : honest,
    ),
  ],
  activation_misreported: [
    letter,
    tampered((_state, _event, _policy, honest) => ({
      ...honest,
      effects: honest.effects.map((effect) =>
        effect.type === "activateAccount" ? { ...effect, email: "none" as const } : effect,
      ),
    })),
  ],
  secret_in_state: [pupil, leaking],
  counter_shrunk: [
    sms,
    tampered((_state, event, _policy, honest) =>
      event.type === "backRequested" ? { ...honest, state: { ...honest.state, failures: {} } } : honest,
    ),
  ],
  failure_uncounted: [
    pupil,
    tampered((state, event, _policy, honest) =>
      event.type === "birthDateMismatched" && state.condition === "awaiting" && isAccepted(honest)
        ? { state: { ...state, asking: null }, effects: [] }
        : honest,
    ),
  ],
  failures_over_budget: [
    pupil,
    obeying((policy) => ({
      ...policy,
      failures: { ...policy.failures, birthDate: { ...policy.failures.birthDate, rounds: 3 } },
    })),
  ],
  send_uncounted: [
    sms,
    tampered((state, event, _policy, honest) =>
      event.type === "smsCodeResendRequested"
        ? { ...honest, state: { ...honest.state, sent: state.sent } }
        : honest,
    ),
  ],
  sends_over_budget: [
    sms,
    obeying((policy) => ({
      ...policy,
      sends: { ...policy.sends, smsCode: { ...policy.sends.smsCode, sends: 3 } },
    })),
  ],
  lock_ignored: [
    pupil,
    tampered((_state, event, _policy, honest) =>
      event.type === "backRequested" ? { ...honest, state: { ...honest.state, locks: {} } } : honest,
    ),
  ],
  cooldown_ignored: [
    letter,
    obeying((policy) => ({
      ...policy,
      sends: {
        ...policy.sends,
        emailSent: { ...policy.sends.emailSent, cooldownSeconds: 0 },
      },
    })),
  ],
  code_not_sent: [
    sms,
    tampered((state, event, policy, honest) => {
      const sent = state.sent.smsCode;
      return event.type === "smsCodeSubmitted" && sent
        ? transition({ ...state, sent: { smsCode: { ...sent, isCurrent: true } } }, event, policy)
        : honest;
    }),
  ],
  proof_undone: [
    confirmedFirst,
    tampered((_state, event, _policy, honest) => {
      const done = honest.state.done.filter((step) => step !== "emailSent");
      return event.type === "backRequested" && isAccepted(honest)
        ? { ...honest, state: { ...honest.state, done } }
        : honest;
    }),
  ],
  refused_with_children: [
    letter,
    tampered((_state, event, _policy, honest) =>
      event.type === "childrenMatched" && isAccepted(honest)
        ? { state: { ...progressOf(honest.state), condition: "refused", reason: "allRefused" }, effects: [] }
        : honest,
    ),
  ],
  end_not_final: [
    pupil,
    tampered((state, event, _policy, honest) =>
      state.condition === "abandoned" && event.type === "continueRequested"
        ? { state: awaitStep(progressOf(state), "password"), effects: [] }
        : honest,
    ),
  ],
  rejection_not_void: [
    pupil,
    tampered((_state, _event, _policy, honest) =>
      isAccepted(honest) ? honest : { ...honest, state: { ...honest.state, subject: "another" } },
    ),
  ],
  effects_mixed: [
    pupil,
    tampered((_state, event, _policy, honest) =>
      event.type === "birthDateSubmitted" && isAccepted(honest)
        ? { ...honest, effects: [...honest.effects, { type: "rotateFlow" }] }
        : honest,
    ),
  ],
  fact_unasked: [
    pupil,
    tampered((state, event, policy, honest) =>
      event.type === "birthDateMatched" && state.condition === "awaiting"
        ? transition({ ...state, asking: "checkBirthDate" }, event, policy)
        : honest,
    ),
  ],
  answer_ignored: [
    pupil,
    tampered((state, event, _policy, honest) =>
      event.type === "passwordRejected" ? reject(state, "event_not_accepted") : honest,
    ),
  ],
  life_lengthened: [
    pupil,
    tampered((_state, event, _policy, honest) =>
      event.type === "continueRequested" && isAccepted(honest)
        ? { ...honest, state: { ...honest.state, expiresAt: honest.state.expiresAt + 1 } }
        : honest,
    ),
  ],
  view_accepts_wrongly: [
    pupil,
    {
      ...flowMachine,
      createView: (...details) => {
        const view = createView(...details);
        return { ...view, accepts: view.accepts.slice(1) };
      },
    },
  ],
  view_reveals_person: [
    sms,
    {
      ...flowMachine,
      createView: (state, ...details) =>
        createView({ ...state, subject: "anybody", isProven: true }, ...details),
    },
  ],
  view_reveals_secret: [pupil, leaking],
  view_tells_match: [
    sms,
    {
      ...flowMachine,
      createView: (state, ...details) => {
        const view = createView(state, ...details);
        return state.subject === null ? { ...view, issues: [{ code: "france_connect_unmatched" }] } : view;
      },
    },
  ],
  expiry_ignored: [
    pupil,
    tampered((state, event, policy) =>
      transition(state, { ...event, at: Math.min(event.at, state.expiresAt - 1) }, policy),
    ),
  ],
  more_time_misused: [
    sms,
    tampered((state, event, policy, honest) =>
      event.type === "moreTimeRequested" && isAccepted(honest)
        ? { ...honest, state: { ...state, expiresAt: event.at + policy.unprovenTtlSeconds } }
        : honest,
    ),
  ],
  no_way_out: [
    pupil,
    tampered((state, event, _policy, honest) =>
      state.condition === "closed" && event.type === "abandonRequested"
        ? reject(state, "event_not_accepted")
        : honest,
    ),
  ],
  machine_failed: [
    pupil,
    tampered((state, event, _policy, honest) => {
      if (state.condition === "refused" || event.type === "birthDateMatched") throw new Error("out of order");
      return honest;
    }),
  ],
  states_endless: [
    pupil,
    obeying((policy) => ({
      ...policy,
      failures: { ...policy.failures, birthDate: { ...policy.failures.birthDate, rounds: Infinity } },
    })),
  ],
};
