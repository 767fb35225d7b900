import type { ActivationEvent, Command, Fact } from "../../src/activation/events.ts";
import type { Plan } from "../../src/activation/plan.ts";
import { defaultActivationPolicy as policy } from "../../src/activation/policy.ts";
import type { Transition } from "../../src/activation/progress.ts";
import { transition } from "../../src/activation/transition.ts";
import { startPlan } from "../../src/activation/verification/explore-plan.ts";

/** When every flow that is played begins (epoch seconds). */
export const start = 1_800_000_000;

/** An event, or an event some seconds later than the one before. */
export type Played = Command | Fact | { readonly after: number; readonly event: Command | Fact };

/** Plays events from the beginning of a plan, and gives what the last one led to. */
export function play(plan: Plan, events: readonly Played[]): Transition {
  let at = start;
  let result: Transition = startPlan(plan, at, policy);
  for (const played of events) {
    const event = "after" in played ? played.event : played;
    if ("after" in played) at += played.after;
    const timed: ActivationEvent = { ...event, at };
    result = transition(result.state, timed, policy);
  }
  return result;
}

/** An event some seconds later than the one before. */
export const later = (after: number, event: Command | Fact): Played => ({ after, event });

/** The same events some times over. */
export const times = (count: number, ...events: readonly Played[]): Played[] =>
  Array.from({ length: count }, () => events).flat();

export const giveEmail: Played = { type: "emailSubmitted", email: "claire@example.org" };
export const choosePassword: readonly Played[] = [
  { type: "passwordSubmitted", password: "Une-phrase-2-passe" },
  { type: "passwordAccepted", credential: "hash" },
];
export const answerChildren: Command = {
  type: "childrenSubmitted",
  answers: [{ childId: "c1", relation: "guardian", birthDate: "2015-04-02" }],
};
export const confirmed: Fact = {
  type: "childrenMatched",
  confirmed: ["c1"],
  refused: ["c2"],
  unrecorded: [],
};
export const confirmChildren: readonly Played[] = [answerChildren, confirmed];
export const wrongChildren: readonly Played[] = [answerChildren, { type: "childrenMismatched" }];
export const typeMailCode: Played = { type: "emailCodeSubmitted", code: "12345678" };
export const wrongMailCode: readonly Played[] = [typeMailCode, { type: "emailCodeMismatched" }];
export const back: Played = { type: "backRequested" };
export const proceed: Played = { type: "continueRequested" };

export const toChildren: readonly Played[] = [giveEmail, ...choosePassword];
export const toMail: readonly Played[] = [...toChildren, ...confirmChildren];
