/**
 * Transitions a second: whole activations by letter, with a wrong password, a wrong birth date, a wrong code, a step back and a
 * message sent again, beside a bare reducer that copies the state and changes its step as often. Prints one line of JSON.
 */
import {
  defaultPlans,
  startProvenFlow,
  transition,
  type ActivationEvent,
  type ActivationState,
  type Command,
  type Fact,
} from "@educonnect-activation/core";
import { printRates } from "./rates.ts";

const at = 1_800_000_000;
const children = { confirmed: ["c1", "c2"], refused: [], unrecorded: [] };
const journey: readonly (Command | Fact)[] = [
  { type: "emailSubmitted", email: "claire.martin@example.org" },
  { type: "passwordSubmitted", password: "short" },
  { type: "passwordRejected", issues: [{ code: "password_too_short" }] },
  { type: "backRequested" },
  { type: "continueRequested" },
  { type: "passwordSubmitted", password: "Une-phrase-2-passe" },
  { type: "passwordAccepted", credential: "$argon2id$" },
  { type: "childrenSubmitted", answers: [{ childId: "c1", relation: "guardian", birthDate: "2015-04-01" }] },
  { type: "childrenMismatched" },
  { type: "childrenSubmitted", answers: [{ childId: "c1", relation: "guardian", birthDate: "2015-04-02" }] },
  { type: "childrenMatched", ...children },
  { type: "emailCodeSubmitted", code: "00000000" },
  { type: "emailCodeMismatched" },
  { type: "emailResendRequested" },
  { type: "emailConfirmed", generation: 1 },
  { type: "servicesRequested" },
];
const events: readonly ActivationEvent[] = journey.map((event, index) => ({ ...event, at: at + index * 60 }));
const plan = defaultPlans.letter;

function activate(): ActivationState {
  let state: ActivationState = startProvenFlow(plan, "p1", at).state;
  for (const event of events) state = transition(state, event).state;
  return state;
}

const copy = (state: ActivationState, { type }: ActivationEvent): ActivationState => ({
  ...state,
  condition: "closed",
  step: type === "backRequested" ? "email" : "password",
});

function copyAsOften(): ActivationState {
  let state: ActivationState = startProvenFlow(plan, "p1", at).state;
  for (const event of events) state = copy(state, event);
  return state;
}

if (activate().condition !== "finished") throw new Error("the journey does not end in an active account");

const activations = 200;

function repeat(once: () => ActivationState): () => number {
  return () => {
    for (let count = 0; count < activations; count += 1) once();
    return activations * events.length;
  };
}

await printRates("core/transition", { run: repeat(activate) }, { run: repeat(copyAsOften) });
