import type { Plan } from "../plan.ts";
import type { ActivationMethod } from "../purposes.ts";
import { defaultActivationPolicy, type ActivationPolicy } from "../policy.ts";
import { isEnded } from "../progress.ts";
import { isCommandType } from "./event-alphabet.ts";
import {
  flowMachine,
  EndlessPlanError,
  explorePlan,
  type Exploration,
  type ExplorationOptions,
  type ExploredState,
  type ExploredStep,
  type Machine,
  type Move,
} from "./explore-plan.ts";
import { PlanViolationError, type InvariantName, type PlanViolation } from "./plan-violation-error.ts";
import { stateInvariants } from "./state-invariants.ts";
import { stepInvariants } from "./step-invariants.ts";

/** What a verification has looked at. */
export interface PlanReport {
  readonly method: ActivationMethod;
  readonly states: number;
  /** Events tried, each in every state. */
  readonly transitions: number;
  readonly invariants: readonly InvariantName[];
}

function keysOf<Name extends string>(record: Readonly<Record<Name, unknown>>): Name[] {
  const names: Name[] = [];
  for (const name in record) names.push(name);
  return names;
}

const stepNames = keysOf(stepInvariants);
const stateNames = keysOf(stateInvariants);

/** The states from which accepted commands alone lead to an end. */
function statesWithExit({ states, moves }: Exploration): ReadonlySet<number> {
  const origins = new Map<number, number[]>();
  for (const { from, to, move } of moves) {
    if (!isCommandType(move)) continue;
    const known = origins.get(to);
    if (known) known.push(from);
    else origins.set(to, [from]);
  }
  const open = states.filter(({ state }) => isEnded(state)).map(({ index }) => index);
  const exits = new Set(open);
  for (const to of open) {
    for (const from of origins.get(to) ?? []) {
      if (exits.has(from)) continue;
      exits.add(from);
      open.push(from);
    }
  }
  return exits;
}

/** Gathers the first, hence nearest, violation of each rule. */
class Findings {
  readonly #found = new Map<InvariantName, PlanViolation>();

  add(invariant: InvariantName, path: readonly Move[], detail: string): void {
    if (!this.#found.has(invariant)) this.#found.set(invariant, { invariant, path, detail });
  }

  get all(): readonly PlanViolation[] {
    return [...this.#found.values()];
  }
}

/** All other rules are about effects, or about a state that was checked when it was reached. */
const rulesOfVoidSteps: readonly (keyof typeof stepInvariants)[] = ["answer_ignored"];

/** Tells whether an event was refused and left the very same state, as most events in most states are. */
const changesNothing = ({ from, result }: ExploredStep): boolean =>
  result.rejection !== undefined && result.state === from.state && result.effects.length === 0;

function checkState(
  findings: Findings,
  explored: ExploredState,
  steps: readonly ExploredStep[],
  policy: ActivationPolicy,
  machine: Machine,
): void {
  for (const step of steps) {
    for (const name of changesNothing(step) ? rulesOfVoidSteps : stepNames) {
      const detail = stepInvariants[name](step, policy);
      if (detail !== null) findings.add(name, [...explored.path, step.event.type], detail);
    }
  }
  for (const name of stateNames) {
    const detail = stateInvariants[name](explored, steps, policy, machine);
    if (detail !== null) findings.add(name, explored.path, detail);
  }
}

/**
 * Visits every state that a plan can reach and checks every invariant of the machine in each.
 *
 * Call it once on a plan and a policy of your own, in a test or when the service starts: it takes up to a few seconds under
 * the default policy, and a fraction of one under small budgets.
 *
 * @param options the machine to check, by default this kit's, and how many states are too many.
 * @returns what was looked at, when every rule is kept.
 * @throws {PlanViolationError} naming each rule broken, with a shortest way to where it is.
 */
export function verifyPlan(
  plan: Plan,
  policy: ActivationPolicy = defaultActivationPolicy,
  options: Pick<ExplorationOptions, "machine" | "mostStates"> = {},
): PlanReport {
  const { machine = flowMachine } = options;
  const findings = new Findings();
  let exploration: Exploration | null = null;
  let path: readonly Move[] = [];
  try {
    exploration = explorePlan(plan, policy, {
      ...options,
      visit: (explored, steps) => {
        path = explored.path;
        checkState(findings, explored, steps, policy, machine);
      },
    });
  } catch (error) {
    const invariant = error instanceof EndlessPlanError ? "states_endless" : "machine_failed";
    findings.add(invariant, path, String(error));
  }
  const exits = exploration && statesWithExit(exploration);
  const trapped = exploration?.states.find(({ index }) => exits?.has(index) === false);
  if (trapped) findings.add("no_way_out", trapped.path, "no accepted command leads to an end");
  if (exploration === null || findings.all.length > 0)
    throw new PlanViolationError(plan.method, findings.all);
  return {
    method: plan.method,
    states: exploration.states.length,
    transitions: exploration.transitions,
    invariants: [...stepNames, ...stateNames, "no_way_out", "machine_failed", "states_endless"],
  };
}
