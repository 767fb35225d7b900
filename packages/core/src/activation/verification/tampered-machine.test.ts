import { describe, expect, it } from "vitest";
import type { ActivationEvent } from "../events.ts";
import { createPlan, defaultPlans, type Plan, type StepName } from "../plan.ts";
import type { ActivationPolicy } from "../policy.ts";
import { awaitStep, progressOf, reject, type Transition } from "../progress.ts";
import type { ActivationState } from "../state.ts";
import { transition } from "../transition.ts";
import { createView } from "../view.ts";
import { activationMachine, type Machine } from "./explore-plan.ts";
import { PlanViolationError, type InvariantName } from "./plan-violation-error.ts";
import { smallPolicy } from "./small-policy.ts";
import { verifyPlan } from "./verify-plan.ts";

type Tamper = (
  state: ActivationState,
  event: ActivationEvent,
  policy: ActivationPolicy,
  honest: Transition,
) => Transition;

/** The machine with another answer to some events. */
function tampered(tamper: Tamper): Machine {
  return {
    ...activationMachine,
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
    ? { ...honest, state: { ...honest.state, issues: [{ code: event.password }] } }
    : honest,
);

const { letter, pupil, sms } = defaultPlans;
const confirmedFirst = createPlan({
  route: "letter",
  audience: "guardian",
  steps: ["credentials", "email", "emailConfirmation", "password", "children"],
});

const mutations: Readonly<Record<InvariantName, readonly [Plan, Machine]>> = {
  activated_without_identity: [sms, skipping("mobileCode")],
  activated_without_children: [letter, skipping("children")],
  activated_without_birth_date: [pupil, skipping("birthDate")],
  activated_without_password: [letter, skipping("password")],
  activated_without_email: [letter, skipping("emailConfirmation")],
  activated_without_identifier: [
    pupil,
    tampered((_state, _event, _policy, honest) => ({
      ...honest,
      effects: honest.effects.filter((effect) => effect.type !== "reserveIdentifier"),
    })),
  ],
  activation_not_once: [
    pupil,
    tampered((_state, _event, _policy, honest) =>
      honest.state.condition === "activated" && isAccepted(honest)
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
      event.type === "mobileCodeResendRequested"
        ? { ...honest, state: { ...honest.state, sent: state.sent } }
        : honest,
    ),
  ],
  sends_over_budget: [
    sms,
    obeying((policy) => ({
      ...policy,
      sends: { ...policy.sends, mobileCode: { ...policy.sends.mobileCode, sends: 3 } },
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
      sends: { ...policy.sends, emailConfirmation: { sends: 2, cooldownSeconds: 0 } },
    })),
  ],
  code_not_sent: [
    sms,
    tampered((state, event, policy, honest) => {
      const sent = state.sent.mobileCode;
      return event.type === "mobileCodeSubmitted" && sent
        ? transition({ ...state, sent: { mobileCode: { ...sent, isCurrent: true } } }, event, policy)
        : honest;
    }),
  ],
  proof_undone: [
    confirmedFirst,
    tampered((_state, event, _policy, honest) => {
      const done = honest.state.done.filter((step) => step !== "emailConfirmation");
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
      ...activationMachine,
      createView: (...details) => {
        const view = createView(...details);
        return { ...view, accepts: view.accepts.slice(1) };
      },
    },
  ],
  view_reveals_person: [
    letter,
    {
      ...activationMachine,
      createView: (state, ...details) =>
        createView({ ...state, subject: "anybody", done: ["credentials"] }, ...details),
    },
  ],
  view_reveals_secret: [pupil, leaking],
  view_tells_match: [
    sms,
    {
      ...activationMachine,
      createView: (state, ...details) => {
        const view = createView(state, ...details);
        return state.subject === null ? { ...view, issues: [{ code: "nobody_matched" }] } : view;
      },
    },
  ],
  expiry_ignored: [
    pupil,
    tampered((state, event, policy) =>
      transition(state, { ...event, at: Math.min(event.at, state.expiresAt - 1) }, policy),
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

function violationsOf(plan: Plan, machine: Machine) {
  try {
    verifyPlan(plan, smallPolicy, { machine, mostStates: 4_000 });
  } catch (error) {
    if (error instanceof PlanViolationError) return error.violations;
    throw error;
  }
  return [];
}

describe("a machine that is tampered with", () => {
  it.each(Object.entries(mutations))("is found out by %s", (invariant, [plan, machine]) => {
    const violation = violationsOf(plan, machine).find((found) => found.invariant === invariant);
    expect(violation?.detail).toBeTypeOf("string");
  });

  it("is reported with a shortest way to where it breaks", () => {
    const [plan, machine] = mutations.activated_without_birth_date;
    const found = violationsOf(plan, machine).find(
      ({ invariant }) => invariant === "activated_without_birth_date",
    );
    expect(found?.path).toEqual([
      "credentialsSubmitted",
      "credentialsMatched",
      "passwordSubmitted",
      "passwordAccepted",
      "continueRequested",
      "emailSubmitted",
    ]);
  });

  it("makes an error with a stable code that names route, rule and way", () => {
    const [plan, machine] = mutations.secret_in_state;
    expect(() => verifyPlan(plan, smallPolicy, { machine })).toThrow(
      expect.objectContaining({
        name: "PlanViolationError",
        code: "plan_violation",
        message: expect.stringMatching(/"pupil".*secret_in_state.*passwordSubmitted/s),
      }),
    );
  });
});
