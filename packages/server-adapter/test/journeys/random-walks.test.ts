import type { Command } from "@educonnect-activation/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createTestPortal } from "../portal/test-portal.ts";
import { chosenPassword, rightAnswers, wrongAnswers } from "./guardian-journey.ts";

/** One move of somebody who holds the letter. */
type Move = (walk: Walk) => Promise<unknown>;
type Walk = Awaited<ReturnType<typeof begin>>;

async function begin() {
  const portal = await createTestPortal();
  const letter = await portal.issue("claire");
  return { portal, letter, browsers: [portal.browser(), portal.browser()] as const };
}

const send =
  (event: Command): Move =>
  async ({ browsers: [browser] }) => {
    await browser.request("readStatus");
    return browser.cookies.size === 0 ? null : browser.send(event);
  };

const signIn =
  (index: 0 | 1, isChosen: boolean): Move =>
  ({ browsers, letter }) =>
    browsers[index].signIn(letter.identifier, isChosen ? chosenPassword : letter.provisionalPassword, true);

const refusals = rightAnswers.map(({ childId }) => ({ childId, relation: "notGuardian" as const }));

/** What can be done without the dates of the children and without the mail. */
const freeMoves: readonly Move[] = [
  signIn(0, false),
  signIn(0, true),
  signIn(1, false),
  signIn(1, true),
  send({ type: "emailSubmitted", email: "claire@example.org" }),
  send({ type: "passwordSubmitted", password: chosenPassword }),
  send({ type: "childrenSubmitted", answers: wrongAnswers }),
  send({ type: "childrenSubmitted", answers: refusals }),
  send({ type: "childrenSubmitted", answers: [] }),
  send({ type: "emailCodeSubmitted", code: "00000000" }),
  send({ type: "emailResendRequested" }),
  send({ type: "emailCorrectionRequested" }),
  send({ type: "emailSkipped" }),
  send({ type: "continueRequested" }),
  send({ type: "backRequested" }),
  send({ type: "abandonRequested" }),
  send({ type: "servicesRequested" }),
  ({ portal }) => Promise.resolve(portal.clock.advance(3_600)),
];

const withDates: Move = send({ type: "childrenSubmitted", answers: rightAnswers });

const afterMail =
  (move: Move): Move =>
  async (walk) =>
    (await walk.portal.mails()).length === 0 ? null : move(walk);

const withMail: readonly Move[] = [
  afterMail(async (walk) => {
    const { code } = await walk.portal.lastConfirmation();
    return send({ type: "emailCodeSubmitted", code })(walk);
  }),
  afterMail(async ({ portal }) => {
    const { token } = await portal.lastConfirmation();
    return portal.browser().request("answerConfirmationLink", { token, answer: "confirm" });
  }),
];

/** Makes moves in any order; tells how many accounts, children, sessions and open flows there are in the end. */
async function wander(moves: readonly Move[], order: readonly number[]) {
  const walk = await begin();
  const { store } = walk.portal.environment;
  const open = async () => {
    const flows = await store.find("flows", { where: {} });
    return flows.filter((flow) => /"condition":"(?:awaiting|refused|activated)"/.test(flow.state)).length;
  };
  let mostOpen = 0;
  for (const place of order) {
    await moves[place % moves.length]?.(walk);
    mostOpen = Math.max(mostOpen, await open());
  }
  return {
    active: (await store.find("accounts", { where: { status: "active" } })).length,
    children: (await store.find("account_children", { where: {} })).length,
    sessions: (await store.find("sessions", { where: {} })).length,
    mostOpen,
  };
}

const order = fc.array(fc.nat(10_000), { minLength: 10, maxLength: 40 });
const nobody = { active: 0, children: 0, sessions: 0 };

describe("ASVS 2.3.1 moves in any order, by somebody who holds the letter", () => {
  it.each([
    ["without the children's dates", [...freeMoves, ...withMail]],
    ["without the mail", [...freeMoves, withDates, withDates]],
  ])("activate nothing %s", async (_name, moves) => {
    await fc.assert(
      fc.asyncProperty(order, async (places) => {
        const { mostOpen, ...gained } = await wander(moves, places);
        expect(gained).toEqual(nobody);
        expect(mostOpen).toBeLessThanOrEqual(1);
      }),
      { numRuns: 25 },
    );
  });

  it("activate once with both", async () => {
    const path = [0, 4, 5, 18, 19, 16];
    const moves = [...freeMoves, withDates, ...withMail];
    expect(await wander(moves, path)).toEqual({ active: 1, children: 2, sessions: 1, mostOpen: 1 });
    await fc.assert(
      fc.asyncProperty(order, async (places) => {
        const { active, children } = await wander(moves, [...path, ...places]);
        expect([active, children]).toEqual([1, 2]);
      }),
      { numRuns: 15 },
    );
  });
});
