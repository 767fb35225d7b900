import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ActivationEvent } from "../events.ts";
import { defaultPlans } from "../plan.ts";
import type { Transition } from "../progress.ts";
import type { ActivationState } from "../state.ts";
import { transition } from "../transition.ts";
import { endInstant, foldState, presentInstant } from "./abstract-state.ts";
import { eventAlphabet } from "./event-alphabet.ts";
import { explorePlan } from "./explore-plan.ts";
import { smallPolicy } from "./small-policy.ts";

const states = Object.values(defaultPlans).flatMap((plan) =>
  explorePlan(plan, smallPolicy).states.map(({ state }) => state),
);

const anyState = fc.constantFrom(...states);
const anyEvent = fc.constantFrom(...eventAlphabet);
const anyInstant = fc.constantFrom(presentInstant, presentInstant + 1, endInstant - 1, endInstant);

function shiftState(state: ActivationState, seconds: number, generations: number): ActivationState {
  const shifted = {
    ...state,
    startedAt: state.startedAt + seconds,
    expiresAt: state.expiresAt + seconds,
    emailGeneration: state.emailGeneration + generations,
    locks: Object.fromEntries(Object.entries(state.locks).map(([step, until]) => [step, until + seconds])),
    sent: Object.fromEntries(
      Object.entries(state.sent).map(([step, sent]) => [step, { ...sent, lastAt: sent.lastAt + seconds }]),
    ),
  };
  if (shifted.condition !== "awaiting" || shifted.lock === null) return shifted;
  return { ...shifted, lock: { ...shifted.lock, until: shifted.lock.until + seconds } };
}

function shiftEvent(event: ActivationEvent, seconds: number, generations: number): ActivationEvent {
  const at = event.at + seconds;
  if (event.type === "budgetSpent") return { ...event, at, until: event.until + seconds };
  if ("lockedUntil" in event && event.lockedUntil !== undefined) {
    return { ...event, at, lockedUntil: event.lockedUntil + seconds };
  }
  if (event.type === "emailConfirmed" || event.type === "emailDisowned") {
    return { ...event, at, generation: event.generation + generations };
  }
  return { ...event, at };
}

function shiftTransition(result: Transition, seconds: number, generations: number): Transition {
  return {
    ...result,
    state: shiftState(result.state, seconds, generations),
    effects: result.effects.map((effect) =>
      effect.type === "saveEmail" || effect.type === "sendConfirmationMail"
        ? { ...effect, generation: effect.generation + generations }
        : effect,
    ),
  };
}

/** What of a transition can be seen from outside. */
const visible = ({ effects, rejection, state }: Transition) => ({
  effects,
  rejection,
  condition: state.condition,
  state: foldState(state, smallPolicy),
});

describe("folding states", () => {
  it("is right that the machine only knows differences of instants and of generations", () => {
    fc.assert(
      fc.property(
        anyState,
        anyEvent,
        anyInstant,
        fc.integer({ min: -1_000, max: 1_000_000_000 }),
        fc.integer({ min: 0, max: 50 }),
        (state, untimed, at, seconds, generations) => {
          const event = { ...untimed, at };
          const shifted = transition(
            shiftState(state, seconds, generations),
            shiftEvent(event, seconds, generations),
            smallPolicy,
          );
          expect(shifted).toEqual(
            shiftTransition(transition(state, event, smallPolicy), seconds, generations),
          );
        },
      ),
      { numRuns: 5_000 },
    );
  });

  it("gives what behaves the same one form, once and for all", () => {
    fc.assert(
      fc.property(anyState, anyEvent, (state, untimed) => {
        const event = { ...untimed, at: presentInstant };
        const { state: next, rejection } = transition(state, event, smallPolicy);
        const folded = foldState(next, smallPolicy);
        expect(foldState(folded, smallPolicy)).toEqual(folded);
        if (rejection !== undefined) return;
        for (const other of eventAlphabet.slice(0, 60)) {
          const timed = { ...other, at: presentInstant };
          // The generation of the address is folded too, so events about it are shifted along.
          const generations = next.emailGeneration - folded.emailGeneration;
          const after = transition(next, shiftEvent(timed, 0, generations), smallPolicy);
          const { effects } = shiftTransition(after, 0, -generations);
          expect(visible({ ...after, effects })).toEqual(visible(transition(folded, timed, smallPolicy)));
        }
      }),
      { numRuns: 300 },
    );
  });
});
