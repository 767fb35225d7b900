import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { educonnectPasswordPolicy } from "../password/policy.ts";
import type { ActivationEvent, Command, Fact } from "./events.ts";
import { isQuestion, type Effect } from "./effects.ts";
import { createPlan, defaultPlans, type Plan } from "./plan.ts";
import { defaultActivationPolicy as policy } from "./policy.ts";
import { isEnded } from "./progress.ts";
import { readSnapshot, writeSnapshot } from "./snapshot.ts";
import type { ActivationState } from "./state.ts";
import { transition } from "./transition.ts";
import { startPlan } from "./verification/explore-plan.ts";
import { eventAlphabet, isCommandType, secretMark } from "./verification/event-alphabet.ts";
import { createView, type ViewDetails } from "./view.ts";

const plans: readonly Plan[] = [
  ...Object.values(defaultPlans),
  createPlan({
    method: "franceConnect",
    audience: "guardian",
    steps: ["franceConnect", "smsCode", "children", "password"],
  }),
];

const details: ViewDetails = {
  identifier: "person-identifier",
  children: [
    {
      id: "child-1",
      givenName: "person-given",
      familyName: "person-family",
      school: "person-school",
      hasBirthDate: true,
    },
  ],
  maskedEmail: "person-email",
  maskedPhone: null,
  personal: ["person-word"],
  contact: { name: "person-contact", phone: null, email: null },
  passwordPolicy: educonnectPasswordPolicy,
};

/** An adapter for whoever guesses: it answers truly, and everything typed is wrong but for what the attacker does know. */
type Knowledge = ReadonlySet<keyof typeof truths>;

const truths = {
  matchGuardian: ["guardianMatched", "guardianUnmatched"],
  checkSmsCode: ["smsCodeMatched", "smsCodeMismatched"],
  /** The return from FranceConnect, which is news and no answer to a question. */
  franceConnect: ["franceConnectMatched", "franceConnectFailed"],
  checkChildren: ["childrenMatched", "childrenMismatched"],
  checkBirthDate: ["birthDateMatched", "birthDateMismatched"],
  hashPassword: ["passwordAccepted", "passwordRejected"],
  checkEmailCode: ["emailCodeMatched", "emailCodeMismatched"],
} as const;

function factNamed(type: Fact["type"]): Command | Fact {
  const fact = eventAlphabet.find((event) => event.type === type);
  if (!fact) throw new TypeError(`no fact ${type}`);
  return fact;
}

const secrets = [
  "checkSmsCode",
  "franceConnect",
  "checkChildren",
  "checkBirthDate",
  "checkEmailCode",
] as const;

interface Walk {
  readonly plan: Plan;
  readonly knows: readonly (typeof secrets)[number][];
  readonly steps: readonly {
    /** An event, or the place of one among those accepted at that moment. */
    readonly event: Command | Fact | number;
    /** Seconds that pass before. */
    readonly wait: number;
    /** Whether the state has been stored and read back. */
    readonly reload: boolean;
  }[];
}

const commands = eventAlphabet.filter((event) => isCommandType(event.type));
const isNews = (type: string) => type === "emailConfirmed" || type.startsWith("franceConnect");
const unasked = eventAlphabet.filter((event) => !isCommandType(event.type) && !isNews(event.type));

const walks = (event: fc.Arbitrary<Command | Fact>, longest: number): fc.Arbitrary<Walk> =>
  fc.record({
    plan: fc.constantFrom(...plans),
    knows: fc.subarray([...secrets]),
    steps: fc.array(
      fc.record({
        event: fc.oneof({ weight: 1, arbitrary: event }, { weight: 2, arbitrary: fc.nat({ max: 9 }) }),
        wait: fc.constantFrom(0, 0, 0, 1, 60, 900, 86_400),
        reload: fc.boolean(),
      }),
      { minLength: Math.floor(longest / 2), maxLength: longest, size: "max" },
    ),
  });

function answerTruly(question: keyof typeof truths, knows: Knowledge): Command | Fact {
  const isRight = question === "matchGuardian" || question === "hashPassword" || knows.has(question);
  return factNamed(truths[question][isRight ? 0 : 1]);
}

/** One of the commands that lead on from a state; null when it has ended. */
function acceptedEvent(
  state: ActivationState,
  place: number,
  at: number,
  knows: Knowledge,
): Command | Fact | null {
  if (state.condition === "awaiting" && state.step === "franceConnect") {
    return answerTruly("franceConnect", knows);
  }
  const { accepts } = createView(state, 1, details, at, policy);
  const onward = commands.filter(
    ({ type }) => type !== "abandonRequested" && accepts.some((accepted) => accepted === type),
  );
  return onward[place % onward.length] ?? null;
}

/** Plays a walk as the server does, and hands every state and effect to a witness. */
function play(
  walk: Walk,
  witness: (state: ActivationState, effects: readonly Effect[], at: number) => void,
): void {
  const knows: Knowledge = new Set(walk.knows);
  let at = 1_800_000_000;
  const start = startPlan(walk.plan, at, policy);
  let state: ActivationState = start.state;
  witness(state, start.effects, at);
  for (const { event, wait, reload } of walk.steps) {
    at += wait;
    if (reload) state = readSnapshot(writeSnapshot(state));
    const tried = typeof event === "number" ? acceptedEvent(state, event, at, knows) : event;
    let next: ActivationEvent | null = tried && { ...tried, at };
    while (next !== null) {
      const result = transition(state, next, policy);
      const question = result.effects.find(isQuestion);
      state = result.state;
      witness(state, result.effects, at);
      next = question ? { ...answerTruly(question.type, knows), at } : null;
    }
  }
}

describe("an attacker who orders events at will (ASVS 2.3.1)", () => {
  it("activates nothing without every proof of the method, however the events are mixed with forged answers", () => {
    let activations = 0;
    fc.assert(
      fc.property(walks(fc.constantFrom(...commands, ...unasked), 60), (walk) => {
        const needed: readonly string[] = walk.plan.steps.flatMap(({ name }) => {
          const questions: Readonly<Partial<Record<typeof name, string>>> = {
            smsCode: "checkSmsCode",
            franceConnect: "franceConnect",
            children: "checkChildren",
            birthDate: "checkBirthDate",
            emailSent: "checkEmailCode",
          };
          return questions[name] ?? [];
        });
        const known: readonly string[] = walk.knows;
        play(walk, (_state, effects) => {
          if (!effects.some((effect) => effect.type === "activateAccount")) return;
          activations += 1;
          expect(needed.filter((question) => !known.includes(question))).toEqual([]);
        });
      }),
      { numRuns: 3_000 },
    );
    expect(activations).toBeGreaterThan(0);
  });

  it("never gets a counter back, a lock opened or a secret kept", () => {
    fc.assert(
      fc.property(walks(fc.constantFrom(...commands), 60), (walk) => {
        let before: ActivationState | null = null;
        let activations = 0;
        play(walk, (state, effects, at) => {
          expect(JSON.stringify(state)).not.toContain(secretMark);
          activations += effects.filter((effect) => effect.type === "activateAccount").length;
          if (before) {
            for (const [step, count] of Object.entries(before.failures)) {
              expect(
                Object.entries(state.failures).find(([name]) => name === step)?.[1],
              ).toBeGreaterThanOrEqual(count);
            }
            if (isEnded(before)) expect(state).toEqual(before);
            const question = effects.find(isQuestion);
            if (question?.type === "checkChildren")
              expect(before.locks.children ?? 0).toBeLessThanOrEqual(at);
            if (question?.type === "checkEmailCode") {
              expect(before.locks.emailSent ?? 0).toBeLessThanOrEqual(at);
            }
          }
          before = state;
        });
        expect(activations).toBeLessThanOrEqual(1);
      }),
      { numRuns: 1_500 },
    );
  });

  it("sees nothing of anybody before a proof", () => {
    fc.assert(
      fc.property(walks(fc.constantFrom(...commands, ...unasked), 25), (walk) => {
        const proofs = new Set<string>(["checkSmsCode", "franceConnect"]);
        const ignorant = { ...walk, knows: walk.knows.filter((question) => !proofs.has(question)) };
        play(ignorant, (state, _effects, at) => {
          if (startPlan(walk.plan, at, policy).state.isProven) return;
          expect(JSON.stringify(createView(state, 1, details, at, policy))).not.toContain("person-");
        });
      }),
      { numRuns: 1_500 },
    );
  });
});
