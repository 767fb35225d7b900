import { createPlan, type Command, type Plan, type ActivationMethod } from "@educonnect-activation/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createTestPortal } from "../portal/test-portal.ts";
import type { TestBrowser } from "../portal/test-browser.ts";
import { chosenPassword, rightAnswers, wrongAnswers } from "./guardian-journey.ts";
import { smsRecords, typedClaire, typedNobody } from "./sms-journey.ts";

const passwords = { letter: chosenPassword, sms: "Girafe-Orange-2024" } as const;
type Party = keyof typeof passwords;
type Plans = Readonly<Partial<Record<ActivationMethod, Plan>>>;

const passwordFirst: Plans = {
  sms: createPlan({
    method: "sms",
    audience: "guardian",
    steps: ["identity", "smsCode", "password", "children"],
  }),
};

/** Claire's letter is in one pair of hands, her phone in another; who of them is Claire, nobody can tell. */
async function begin(plans: Plans) {
  const portal = await createTestPortal({
    records: smsRecords,
    methods: { plans },
    rateLimits: { sms: { perNumberAnHour: 1_000, perNumberADay: 1_000 } },
  });
  const letter = await portal.issue("claire");
  const browsers = { letter: portal.browser(), sms: portal.browser(), second: portal.browser() };
  const activatedBy: Party[] = [];
  return { portal, letter, browsers, activatedBy };
}

type Walk = Awaited<ReturnType<typeof begin>>;
type Move = (walk: Walk) => Promise<unknown>;

async function sendAs(walk: Walk, party: Party, browser: TestBrowser, event: Command): Promise<void> {
  await browser.request("readStatus");
  if (browser.cookies.size === 0) return;
  const response = await browser.send(event);
  const isNews = response.status === 200 && browser.view().condition === "completed";
  if (isNews) walk.activatedBy.push(party);
}

const send =
  (party: Party, event: Command, name: keyof Walk["browsers"] = party): Move =>
  (walk) =>
    sendAs(walk, party, walk.browsers[name], event);

const startSms =
  (name: "sms" | "second", replace: boolean): Move =>
  ({ browsers }) =>
    browsers[name].request("startFlow", { method: "sms", replace });

const typeCode =
  (name: "sms" | "second"): Move =>
  async (walk) => {
    const sent = (await walk.portal.texts()).some(({ text }) => text.includes("#"));
    if (!sent) return;
    const code = await walk.portal.lastSmsCode();
    await sendAs(walk, "sms", walk.browsers[name], { type: "smsCodeSubmitted", code });
  };

const typeMailCode: Move = async (walk) => {
  const isSent = (await walk.portal.mails()).some(({ text }) => text.includes("#"));
  if (!isSent) return;
  const { code } = await walk.portal.lastConfirmation();
  await sendAs(walk, "letter", walk.browsers.letter, { type: "emailCodeSubmitted", code });
};

const withDates = send("sms", { type: "childrenSubmitted", answers: rightAnswers });

/** What whoever has neither phone nor letter can do, who knows all else. */
const strangersMoves: readonly Move[] = [
  startSms("sms", false),
  startSms("sms", true),
  startSms("second", false),
  send("sms", { type: "identitySubmitted", ...typedClaire }),
  send("sms", { type: "identitySubmitted", ...typedNobody }),
  send("sms", { type: "identitySubmitted", ...typedClaire }, "second"),
  send("sms", { type: "smsCodeSubmitted", code: "00000000" }),
  send("sms", { type: "smsCodeResendRequested" }),
  withDates,
  send("sms", { type: "passwordSubmitted", password: passwords.sms }),
  send("sms", { type: "continueRequested" }),
  send("sms", { type: "backRequested" }),
  send("sms", { type: "servicesRequested" }),
  send("sms", { type: "abandonRequested" }),
  ({ portal }) => Promise.resolve(portal.clock.advance(60)),
  ({ portal }) => Promise.resolve(portal.clock.advance(1_800)),
];

const holdersMoves: readonly Move[] = [
  typeCode("sms"),
  typeCode("second"),
  typeCode("sms"),
  send("sms", { type: "childrenSubmitted", answers: rightAnswers }, "second"),
  send("sms", { type: "passwordSubmitted", password: passwords.sms }, "second"),
];

const lettersMoves: readonly Move[] = [
  ({ browsers, letter }) => browsers.letter.signIn(letter.identifier, letter.provisionalPassword, true),
  ({ browsers, letter }) => browsers.letter.signIn(letter.identifier, passwords.letter, true),
  send("letter", { type: "emailSubmitted", email: "claire@example.org" }),
  send("letter", { type: "passwordSubmitted", password: passwords.letter }),
  send("letter", { type: "childrenSubmitted", answers: rightAnswers }),
  typeMailCode,
];

async function wander(moves: readonly Move[], order: readonly number[], plans: Plans = {}) {
  const walk = await begin(plans);
  const { store } = walk.portal.environment;
  let mostProven = 0;
  for (const place of order) {
    await moves[place % moves.length]?.(walk);
    const proven = await store.find("flows", { where: { person_id: "claire" } });
    const open = proven.filter(({ state }) => /"condition":"(?:awaiting|refused|activated)"/.test(state));
    mostProven = Math.max(mostProven, open.length);
  }
  return { walk, mostProven };
}

const order = fc.array(fc.nat(10_000), { minLength: 10, maxLength: 60 });

describe("ASVS 2.3.1 moves in any order", () => {
  it("by somebody with neither phone nor letter prove nothing, show nothing, and touch nobody's", async () => {
    await fc.assert(
      fc.asyncProperty(order, async (places) => {
        const { walk, mostProven } = await wander(strangersMoves, places);
        const { store } = walk.portal.environment;
        expect(mostProven).toBe(0);
        expect(await store.find("accounts", { where: {} })).toMatchObject([
          // Opened, then given the letter's password.
          { status: "pending", version: 2 },
        ]);
        expect(await store.find("reports", { where: {} })).toEqual([]);
        expect(await store.find("sessions", { where: {} })).toEqual([]);
        const { letter, portal } = walk;
        expect((await portal.browser().signIn(letter.identifier, letter.provisionalPassword)).status).toBe(
          200,
        );
      }),
      { numRuns: 25 },
    );
  });

  it("by somebody with the phone and without the dates activate nothing", async () => {
    const moves = [
      send("sms", { type: "childrenSubmitted", answers: wrongAnswers }),
      ...strangersMoves.filter((move) => move !== withDates),
      typeCode("sms"),
      typeCode("second"),
      typeCode("sms"),
    ];
    await fc.assert(
      fc.asyncProperty(order, async (places) => {
        const { walk, mostProven } = await wander(moves, places);
        const { store } = walk.portal.environment;
        expect(mostProven).toBeLessThanOrEqual(1);
        expect(await store.find("accounts", { where: { status: "active" } })).toEqual([]);
        expect(await store.find("account_children", { where: {} })).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });

  it.each<[string, Plans, readonly number[]]>([
    ["of the deck's plans", {}, [0, 3, 16, 8, 9]],
    ["of a plan with the password before the children", passwordFirst, [0, 3, 16, 9, 8]],
  ])(
    "by two people, one with the phone and one with the letter, make one account, of whoever activated it: %s",
    async (_name, plans, path) => {
      const moves = [...strangersMoves, ...holdersMoves, ...lettersMoves];
      const straight = await wander(moves, path, plans);
      expect(straight.walk.activatedBy).toEqual(["sms"]);
      await fc.assert(
        fc.asyncProperty(order, fc.nat(4), async (places, kept) => {
          // Part of the way in a straight line, or chance would seldom arrive.
          const { walk, mostProven } = await wander(moves, [...path.slice(0, kept), ...places], plans);
          const { portal, letter } = walk;
          expect(mostProven).toBeLessThanOrEqual(1);
          const { store } = portal.environment;
          const [account] = await store.find("accounts", { where: {} });
          expect(await store.find("accounts", { where: {} })).toHaveLength(1);
          expect(account?.identifier).toBe(letter.identifier);
          const [winner] = walk.activatedBy;
          expect(account?.status).toBe(winner === undefined ? "pending" : "active");
          if (winner === undefined) return;
          portal.clock.advance(86_400);
          const loser = winner === "sms" ? "letter" : "sms";
          expect((await portal.browser().signIn(letter.identifier, passwords[winner])).status).toBe(200);
          expect((await portal.browser().signIn(letter.identifier, passwords[loser])).status).toBe(401);
        }),
        { numRuns: 40 },
      );
    },
  );
});
