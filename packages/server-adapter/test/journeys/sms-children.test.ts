import { describe, expect, it } from "vitest";
import type { DirectoryRecords, PersonRecord } from "../../src/ports/directory-writer.ts";
import { problemOf } from "../portal/test-browser.ts";
import { createTestPortal, type TestPortal } from "../portal/test-portal.ts";
import { chosenPassword, rightAnswers, wrongAnswers } from "./guardian-journey.ts";
import { arriveBySms, identify, smsRecords, typedClaire } from "./sms-journey.ts";

/** Somebody of the records. */
function find(id: string): PersonRecord {
  const person = smsRecords.people.find((candidate) => candidate.id === id);
  if (person === undefined) throw new TypeError(`${id} is missing.`);
  return person;
}

/** Claire with so many children; the third has no date, and twins bear one name. */
function family(count: number): DirectoryRecords {
  const ids = Array.from({ length: count }, (_, index) => `child-${index}`);
  const [parent, child] = [find("claire"), find("emma")];
  const children = ids.map((id, index) => ({
    ...child,
    id,
    givenName: index < 2 ? "Camille" : `Enfant ${index}`,
    birthDate: index === 2 ? null : `2012-01-${index + 10}`,
  }));
  const stranger = { ...child, id: "stranger", givenName: "Zacharie", birthDate: "2015-05-05" };
  return {
    schools: smsRecords.schools,
    people: [parent, stranger, ...children],
    guardianships: [
      { guardianId: "claire", childId: "stranger", meaning: "inCharge" },
      ...ids.map((childId) => ({ guardianId: "claire", childId, meaning: "representative" as const })),
    ],
  };
}

const answersFor = (records: DirectoryRecords) =>
  records.guardianships.flatMap(({ childId, meaning }) => {
    const child = records.people.find(({ id }) => id === childId);
    return meaning !== "representative"
      ? []
      : [{ childId, relation: "guardian" as const, birthDate: child?.birthDate ?? null }];
  });

async function arrive(portal: TestPortal) {
  const browser = await identify(portal, typedClaire);
  await browser.send({ type: "smsCodeSubmitted", code: await portal.lastSmsCode() });
  return browser;
}

describe("children by SMS", () => {
  it.each([1, 2, 3, 12])(
    "of a family of %i are all asked after, and never one whom somebody is only in charge of",
    async (count) => {
      const records = family(count);
      const portal = await createTestPortal({ records });
      const browser = await arrive(portal);
      const { step } = browser.view();
      const shown = step.name === "children" ? step.children : [];
      expect(shown.map(({ id }) => id)).toEqual(
        Array.from({ length: count }, (_, index) => `child-${index}`),
      );
      expect(JSON.stringify(browser.view())).not.toMatch(/Zacharie|stranger|2012-/);
      await browser.send({ type: "childrenSubmitted", answers: answersFor(records) });
      await browser.send({ type: "passwordSubmitted", password: chosenPassword });
      expect(browser.view().step.name).toBe("success");
      const { store } = portal.environment;
      const granted = await store.find("account_children", { where: {} });
      const unrecorded = count > 2 ? 1 : 0;
      expect(granted).toHaveLength(count - unrecorded);
      expect(granted.map(({ child_id }) => child_id)).not.toContain("stranger");
      expect(await store.find("reports", { where: {} })).toHaveLength(unrecorded);
    },
  );

  it("that must all be answered, and nobody else's, cost no try", async () => {
    const portal = await createTestPortal({ records: smsRecords });
    const browser = await arriveBySms("children", portal);
    await browser.send({ type: "childrenSubmitted", answers: [rightAnswers[0]] });
    expect(browser.view().issues).toMatchObject([{ code: "child_unanswered", childId: "lucas" }]);
    const foreign = { childId: "zoe", relation: "guardian", birthDate: "2016-02-29" } as const;
    await browser.send({ type: "childrenSubmitted", answers: [...rightAnswers, foreign] });
    expect(browser.view().issues).toMatchObject([{ code: "children_changed" }]);
    expect(await portal.environment.store.find("attempts", { where: {} })).toEqual([]);
  });

  it("ASVS 6.3.1 with wrong dates three times close the step for a day, across flows, and the school is named", async () => {
    const portal = await createTestPortal({ records: smsRecords });
    const first = await arriveBySms("children", portal);
    await first.send({ type: "childrenSubmitted", answers: wrongAnswers });
    expect(first.view()).toMatchObject({
      issues: [{ code: "birth_dates_wrong" }],
      contact: { name: "E.E.PU Jean Moulin" },
    });
    await first.send({ type: "childrenSubmitted", answers: wrongAnswers });
    await first.send({ type: "abandonRequested" });
    const second = await arriveBySms("children", portal);
    await second.send({ type: "childrenSubmitted", answers: wrongAnswers });
    const right = await second.send({ type: "childrenSubmitted", answers: rightAnswers });
    expect(problemOf(right)).toMatchObject({ code: "step_locked", retryAfterSeconds: 86_400 });
  });

  it("all refused activate nobody, and leave reports", async () => {
    const portal = await createTestPortal({ records: smsRecords });
    const browser = await arriveBySms("children", portal);
    const answers = rightAnswers.map(({ childId }) => ({ childId, relation: "notGuardian" as const }));
    await browser.send({ type: "childrenSubmitted", answers });
    expect(browser.view()).toMatchObject({
      step: { name: "refused", reason: "allRefused" },
      contact: { name: "E.E.PU Jean Moulin" },
    });
    const { store } = portal.environment;
    expect(await store.find("reports", { where: {} })).toHaveLength(2);
    expect(await store.find("accounts", { where: { status: "active" } })).toEqual([]);
    await browser.send({ type: "backRequested" });
    await browser.send({ type: "childrenSubmitted", answers: rightAnswers });
    await browser.send({ type: "passwordSubmitted", password: chosenPassword });
    expect(await store.find("reports", { where: {} })).toEqual([]);
  });

  it("whose link is withdrawn on the way are granted to nobody", async () => {
    const portal = await createTestPortal({ records: smsRecords });
    const browser = await arriveBySms("password", portal);
    const { store } = portal.environment;
    const withdraw = (childId: string) =>
      store.commit([
        {
          type: "update",
          table: "guardianships",
          where: { guardian_id: "claire", child_id: childId },
          set: { closed_at: 1 },
        },
      ]);
    await withdraw("emma");
    await withdraw("lucas");
    const refused = await browser.send({ type: "passwordSubmitted", password: chosenPassword });
    expect(problemOf(refused)).toMatchObject({ code: "event_not_accepted", status: 409 });
    expect(await store.find("accounts", { where: { status: "active" } })).toEqual([]);
  });
});
