import { ActivationError } from "../../errors.ts";
import type { ActivationEvent } from "../events.ts";
import type { Plan } from "../plan.ts";
import { defaultActivationPolicy, type ActivationPolicy } from "../policy.ts";
import { isEnded, type Transition } from "../progress.ts";
import type { ActivationState } from "../state.ts";
import { methodRules } from "../purposes.ts";
import { startFlow, startProvenFlow, transition } from "../transition.ts";
import { createView } from "../view.ts";
import {
  comeNearEnd,
  endCooldown,
  endLock,
  foldState,
  mayGetMoreTime,
  presentInstant,
  reachCeiling,
} from "./abstract-state.ts";
import { eventAlphabet } from "./event-alphabet.ts";
import { extendHistory, foldHistory, startHistory, type History } from "./history.ts";

/** The functions that make up the machine; another one than ours can be explored, which is how the checks are checked. */
export interface Machine {
  readonly startFlow: typeof startFlow;
  readonly startProvenFlow: typeof startProvenFlow;
  readonly transition: typeof transition;
  readonly createView: typeof createView;
}

/** The machine of this kit. */
export const flowMachine: Machine = { startFlow, startProvenFlow, transition, createView };

/** One way to move: an event, or time passing until the lock or the cooldown of a step is over or the flow has all the time it can have. */
export type Move =
  | ActivationEvent["type"]
  | `lockEnded:${string}`
  | `cooldownEnded:${string}`
  | "endNear"
  | "ceilingReached";

/** A state as it was first reached; it stands for all that behave like it. */
export interface ExploredState {
  readonly index: number;
  readonly state: ActivationState;
  readonly history: History;
  /** The moves of a shortest way from the beginning. */
  readonly path: readonly Move[];
}

/** What an event did in an explored state. */
export interface ExploredStep {
  readonly from: ExploredState;
  readonly event: ActivationEvent;
  readonly result: Transition;
  /** What an onlooker knows afterwards. */
  readonly history: History;
}

/** An accepted move from one explored state to another. */
export interface ExploredMove {
  readonly from: number;
  readonly to: number;
  readonly move: Move;
}

/** Every state a plan can reach, and every move between them. */
export interface Exploration {
  readonly plan: Plan;
  readonly states: readonly ExploredState[];
  readonly moves: readonly ExploredMove[];
  /** The events tried. */
  readonly transitions: number;
}

/** There is no end of states: the machine counts something without limit, or the policy's budgets are huge. */
export class EndlessPlanError extends ActivationError {
  override readonly name = "EndlessPlanError";

  constructor(mostStates: number) {
    super("plan_endless", `The plan reaches more than ${mostStates} states.`);
  }
}

/** What to explore with, and who looks on. */
export interface ExplorationOptions {
  readonly machine?: Machine;
  /** Called once a state, in the order they are reached, with what every event does in it. */
  readonly visit?: (state: ExploredState, steps: readonly ExploredStep[]) => void;
  /** States after which the exploration gives up; by default 200 000. */
  readonly mostStates?: number;
}

/** Starts a flow as the rules of its purpose ask: open, or with a proof of the person "subject". */
export function startPlan(
  plan: Plan,
  at: number,
  policy: ActivationPolicy = defaultActivationPolicy,
  machine: Machine = flowMachine,
): Transition {
  return methodRules(plan.purpose, plan.method)?.start === "proven"
    ? machine.startProvenFlow(plan, "subject", at, policy)
    : { state: machine.startFlow(plan, at, policy), effects: [] };
}

/** The text that is equal for two states only if nothing tells them apart. */
function keyOf(state: ActivationState, history: History): string {
  const { plan: _same, failures, sent, locks, ...others } = state;
  const sorted = Object.entries(others).sort(([first], [second]) => (first < second ? -1 : 1));
  // `foldState` has written the three records in the order of their steps.
  return JSON.stringify([sorted, failures, sent, locks, history]);
}

/**
 * Visits every state that a plan can reach under a policy: every command and every fact, asked for or not, with the present, an older
 * and a newer generation of the address, while locks and cooldowns run and after.
 *
 * Breadth first, so each state comes with a shortest way to it. Instants and generations are folded (see `abstract-state.ts`); the
 * counters are not, so the work grows with the policy's budgets: some ten thousand states for the default ones.
 *
 * @throws {EndlessPlanError} when there are more than `mostStates`, which a machine that counts without end would cause.
 */
export function explorePlan(
  plan: Plan,
  policy: ActivationPolicy = defaultActivationPolicy,
  options: ExplorationOptions = {},
): Exploration {
  const { machine = flowMachine, visit, mostStates = 200_000 } = options;
  const states: ExploredState[] = [];
  const moves: ExploredMove[] = [];
  const indexes = new Map<string, number>();

  function reach(
    reached: ActivationState,
    reachedHistory: History,
    from: ExploredState | null,
    move: Move | null,
  ): void {
    const state = foldState(reached, policy);
    const history = foldHistory(reachedHistory, reached, policy);
    const key = keyOf(state, history);
    let to = indexes.get(key);
    if (to === undefined) {
      to = states.length;
      if (to >= mostStates) throw new EndlessPlanError(mostStates);
      indexes.set(key, to);
      const path = from === null || move === null ? [] : [...from.path, move];
      states.push({ index: to, state, history, path });
    }
    if (from !== null && move !== null) moves.push({ from: from.index, to, move });
  }

  function passTime(from: ExploredState): void {
    const { state, history } = from;
    if (isEnded(state)) return;
    for (const { name } of plan.steps) {
      if (history.locked.includes(name) || state.locks[name] !== undefined) {
        const locked = history.locked.filter((other) => other !== name);
        reach(endLock(state, name), { ...history, locked }, from, `lockEnded:${name}`);
      }
    }
    for (const name of history.cooling) {
      const cooling = history.cooling.filter((other) => other !== name);
      reach(endCooldown(state, name, policy), { ...history, cooling }, from, `cooldownEnded:${name}`);
    }
    if (mayGetMoreTime(state, policy)) {
      reach(comeNearEnd(state), history, from, "endNear");
      reach(reachCeiling(state, policy), history, from, "ceilingReached");
    }
  }

  function tryEvents(from: ExploredState): ExploredStep[] {
    return eventAlphabet.map((event) => {
      const timed: ActivationEvent = { ...event, at: presentInstant };
      const result = machine.transition(from.state, timed, policy);
      const history =
        result.rejection === undefined
          ? extendHistory(from.history, from.state, timed, result, policy)
          : from.history;
      return { from, event: timed, result, history };
    });
  }

  let transitions = 0;
  const start = startPlan(plan, presentInstant, policy, machine);
  reach(start.state, startHistory(plan, start), null, null);
  // The list grows while it is walked.
  for (const from of states) {
    const steps = tryEvents(from);
    transitions += steps.length;
    visit?.(from, steps);
    for (const step of steps) {
      if (step.result.rejection === undefined) reach(step.result.state, step.history, from, step.event.type);
    }
    passTime(from);
  }
  return { plan, states, moves, transitions };
}
