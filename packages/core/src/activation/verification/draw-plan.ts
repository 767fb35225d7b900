import type { Plan } from "../plan.ts";
import { isEnded } from "../progress.ts";
import type { ActivationState } from "../state.ts";
import { explorePlan, type ExploredMove } from "./explore-plan.ts";
import { smallPolicy } from "./small-policy.ts";

const lockedSuffix = "_locked";

/** The box of the picture that a state belongs to. */
function boxOf(state: ActivationState): string {
  if (state.condition !== "awaiting") return state.condition;
  const isLockable = Object.hasOwn(smallPolicy.failures, state.step);
  return state.lock !== null && isLockable ? `${state.step}${lockedSuffix}` : state.step;
}

function labelOf({ move }: ExploredMove): string {
  return move.startsWith("lockEnded:") ? "lock over" : move;
}

/**
 * Draws a plan as a Mermaid state diagram, from what the machine does and not from what it should.
 *
 * A box is a step that waits for the person, the same step locked by its own budget of failures, or another condition of the flow. An arrow is every event that
 * leads from some state of one box to some state of another; the order is that of the exploration, so the same machine always
 * gives the same text. Left out: what stays in its box (questions under way, wrong answers, messages sent again, more time), giving up, which every
 * box but `completed` allows, and expiry, which reaches every box.
 */
export function drawPlan(plan: Plan): string {
  const { states, moves } = explorePlan(plan, smallPolicy);
  const arrows = new Map<string, Set<string>>();
  const locked = new Set<string>();
  const ends = new Set<string>();
  for (const explored of moves) {
    const source = states[explored.from];
    const target = states[explored.to];
    if (!source || !target || explored.move === "abandonRequested") continue;
    const [from, to] = [boxOf(source.state), boxOf(target.state)];
    if (from === to) continue;
    for (const box of [from, to]) if (box.endsWith(lockedSuffix)) locked.add(box);
    if (isEnded(target.state)) ends.add(to);
    const arrow = `${from} --> ${to}`;
    arrows.set(arrow, (arrows.get(arrow) ?? new Set()).add(labelOf(explored)));
  }
  const lines = [
    "stateDiagram-v2",
    ...[...locked].map((box) => `  ${box}: ${box.slice(0, -lockedSuffix.length)} (locked)`),
    ...states.slice(0, 1).map(({ state }) => `  [*] --> ${boxOf(state)}`),
    ...[...arrows].map(([arrow, labels]) => `  ${arrow}: ${[...labels].join(", ")}`),
    ...[...ends].map((box) => `  ${box} --> [*]`),
  ];
  return lines.join("\n");
}
