import { educonnectPasswordPolicy } from "../../password/policy.ts";
import type { ActivationEvent } from "../events.ts";
import type { ActivationPolicy } from "../policy.ts";
import { isEnded, leastMoreTimeSeconds } from "../progress.ts";
import type { ActivationState } from "../state.ts";
import type { FlowView, ViewDetails } from "../view.ts";
import { endInstant, presentInstant } from "./abstract-state.ts";
import { isCommandType, secretMark } from "./event-alphabet.ts";
import type { ExploredState, ExploredStep, Machine } from "./explore-plan.ts";
import type { History } from "./history.ts";

/** A rule about a state and all that can happen in it; the answer says what is wrong, or null. */
export type StateInvariant = (
  state: ExploredState,
  steps: readonly ExploredStep[],
  policy: ActivationPolicy,
  machine: Machine,
) => string | null;

/** Every personal text known of the person begins so. */
const personMark = "person-";

/** The masked number is made from what was typed, so it may show before a proof. */
const typedPhone = "typed-phone";

const details: ViewDetails = {
  identifier: `${personMark}identifier`,
  children: [
    {
      id: `${personMark}child`,
      givenName: `${personMark}given`,
      familyName: `${personMark}family`,
      school: `${personMark}school`,
      hasBirthDate: true,
    },
  ],
  maskedEmail: `${personMark}email`,
  maskedPhone: typedPhone,
  personal: [`${personMark}word`],
  contact: { name: `${personMark}contact`, phone: null, email: null },
  passwordPolicy: educonnectPasswordPolicy,
};

function viewOf(machine: Machine, state: ActivationState, policy: ActivationPolicy, at: number): FlowView {
  return machine.createView(state, 1, details, at, policy);
}

/** The same flow, had nobody been matched to the names and number typed. */
function unmatchedTwin(state: ActivationState): ActivationState {
  return { ...state, subject: null };
}

const isProven = ({ proven }: History) =>
  (["login", "franceConnect", "smsCode"] as const).some((proof) => proven.includes(proof));

function isUnprovenMatch({ state, history }: ExploredState): boolean {
  return (
    state.plan.method === "sms" && history.proven.includes("guardian") && !history.proven.includes("smsCode")
  );
}

/** What the twin hears where the matched one hears an event; null where it would never. */
function eventOfTwin(event: ActivationEvent): ActivationEvent | null {
  if (event.type === "guardianMatched") return { type: "guardianUnmatched", at: event.at };
  return event.type === "smsCodeMatched" ? null : event;
}

const withoutSubject = (state: ActivationState) => JSON.stringify(unmatchedTwin(state));

/** The rules about whole states, by the name under which a violation is reported. */
export const stateInvariants = {
  view_accepts_wrongly: ({ state }, steps, policy, machine) => {
    const accepts: readonly string[] = viewOf(machine, state, policy, presentInstant).accepts;
    if (new Set(accepts).size !== accepts.length) return "a command is listed twice";
    for (const { event, result } of steps) {
      if (!isCommandType(event.type)) continue;
      const isAccepted = result.rejection === undefined;
      if (isAccepted !== accepts.includes(event.type)) {
        return isAccepted ? `${event.type} is not listed` : `${event.type} is listed`;
      }
    }
    return null;
  },
  view_reveals_person: ({ state, history }, _steps, policy, machine) => {
    const text = JSON.stringify(viewOf(machine, state, policy, presentInstant));
    if (!isProven(history) && text.includes(personMark)) return "nobody has proved who they are";
    const mayShowPhone = state.condition === "awaiting" && state.step === "smsCode";
    return text.includes(typedPhone) && !mayShowPhone ? "the number has no place here" : null;
  },
  view_reveals_secret: ({ state }, _steps, policy, machine) =>
    JSON.stringify(viewOf(machine, state, policy, presentInstant)).includes(secretMark)
      ? "what was typed is in the view"
      : null,
  view_tells_match: (explored, steps, policy, machine) => {
    if (!isUnprovenMatch(explored)) return null;
    const twin = unmatchedTwin(explored.state);
    const show = (state: ActivationState) => JSON.stringify(viewOf(machine, state, policy, presentInstant));
    if (show(explored.state) !== show(twin)) return "the views differ";
    for (const { event, result } of steps) {
      const heard = eventOfTwin(event);
      if (heard === null) continue;
      const other = machine.transition(twin, heard, policy);
      if (other.rejection !== result.rejection) return `they part at ${event.type}`;
      if (result.rejection !== undefined) continue;
      const isSame =
        JSON.stringify(other.effects) === JSON.stringify(result.effects) &&
        withoutSubject(other.state) === withoutSubject(result.state) &&
        show(other.state) === show(result.state);
      if (!isSame) return `they part at ${event.type}`;
    }
    return null;
  },
  expiry_ignored: ({ state }, steps, policy, machine) => {
    if (isEnded(state)) return null;
    const view = viewOf(machine, state, policy, endInstant);
    if (view.condition !== "expired" || view.accepts.length > 0) return "the view goes on";
    for (const { event } of steps) {
      const late = machine.transition(state, { ...event, at: endInstant }, policy);
      if (late.state.condition !== "expired" || late.effects.length > 0) return `${event.type} goes on`;
    }
    return null;
  },
  more_time_misused: (explored, _steps, policy, machine) => {
    const { state, history } = explored;
    const { expiresAt, startedAt } = state;
    // Just before the end, where more time would pass the ceiling if it could, and a second before it is worth the asking.
    for (const at of [expiresAt - 1, expiresAt + leastMoreTimeSeconds - 1 - policy.unprovenTtlSeconds]) {
      const result = machine.transition(state, { type: "moreTimeRequested", at }, policy);
      const { state: after, effects, rejection } = result;
      if (rejection !== undefined) continue;
      if (isEnded(state) || isProven(history)) return "a flow that has ended or is proven gets more";
      if (effects.length > 0) return "it comes with effects";
      if (after.expiresAt < expiresAt + leastMoreTimeSeconds) return "the end hardly moves";
      if (after.expiresAt > startedAt + policy.unprovenCeilingSeconds) return "the ceiling is passed";
      if (JSON.stringify({ ...after, expiresAt }) !== JSON.stringify(state)) return "something else changes";
    }
    return null;
  },
} as const satisfies Readonly<Record<string, StateInvariant>>;
