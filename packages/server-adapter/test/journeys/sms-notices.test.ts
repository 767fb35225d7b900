import { describe, expect, it } from "vitest";
import type { DirectoryRecords } from "../../src/ports/directory-writer.ts";
import { createTestPortal, type TestPortal } from "../portal/test-portal.ts";
import { arriveAt } from "./guardian-journey.ts";
import { arriveBySms, smsRecords, typedClaire, typedPaul } from "./sms-journey.ts";

const week = 7 * 86_400;

/** Makes somebody's account active, by mail if an address is given. */
async function activate({ environment }: TestPortal, personId: string, email: string | null = null) {
  const { accounts, directory } = environment;
  const person = await directory.findPerson(personId);
  if (person === null) throw new TypeError(`${personId} is missing.`);
  const emailStatus = email === null ? ("none" as const) : ("confirmed" as const);
  const activated = { type: "activate", at: 1, children: [], email, emailStatus } as const;
  await accounts.apply(await accounts.open(person), [activated], personId);
}

const notices = async (portal: TestPortal) =>
  (await portal.texts()).filter(({ text }) => text.includes("vient d'activer"));

const changed = (id: string, mobile: string | null): DirectoryRecords => ({
  ...smsRecords,
  people: smsRecords.people.map((person) => (person.id === id ? { ...person, mobile } : person)),
});

describe("the other guardians of an activation by SMS", () => {
  it("are told once by text, of all the children they share, where no mail is confirmed", async () => {
    const portal = await createTestPortal({ records: smsRecords });
    await activate(portal, "paul");
    await arriveBySms("success", portal);
    const told = await notices(portal);
    expect(told.map(({ to }) => to)).toEqual([typedPaul.phone]);
    expect(told[0]?.text).toContain("Claire Martin");
    expect(told[0]?.text).toContain("Emma et Lucas");
    expect(told[0]?.text).not.toMatch(/#|\d{4}|http/);
    expect(told[0]?.expiresAt).toBe(portal.clock.now() + week);
  });

  it("are told by mail where one is confirmed, and then not by text", async () => {
    const portal = await createTestPortal({ records: smsRecords });
    await activate(portal, "paul", "paul@example.org");
    await arriveBySms("success", portal);
    expect((await portal.mails()).map(({ to }) => to)).toEqual(["paul@example.org"]);
    expect(await notices(portal)).toEqual([]);
  });

  it.each([
    ["of the one who activated", typedClaire.phone],
    ["that is a pupil's", "+33652345671"],
    ["that receives no text", "03 20 12 34 56"],
    ["that is not there", null],
  ])("are not told at a number %s", async (_name, mobile) => {
    const portal = await createTestPortal({ records: changed("paul", mobile) });
    await activate(portal, "paul");
    if (mobile === typedClaire.phone) {
      // Claire's own number is Paul's as well: hers is the name that was typed.
      expect((await portal.environment.directory.findByMobile(mobile)).map(({ id }) => id).sort()).toEqual([
        "claire",
        "paul",
      ]);
    }
    await arriveBySms("success", portal);
    expect(await notices(portal)).toEqual([]);
  });

  it("who share a number are told in one text", async () => {
    const number = "+33699998888";
    const records = changed("paul", number);
    const paul = records.people.find(({ id }) => id === "paul");
    if (paul === undefined) throw new TypeError("Paul is missing.");
    const third = { ...paul, id: "third", givenName: "Tiers", mobile: number };
    const portal = await createTestPortal({
      records: {
        ...records,
        people: [...records.people, third],
        guardianships: [
          ...records.guardianships,
          { guardianId: "third", childId: "lucas", meaning: "representative" },
        ],
      },
    });
    await activate(portal, "paul");
    await activate(portal, "third");
    await arriveBySms("success", portal);
    expect((await notices(portal)).map(({ to }) => to)).toEqual([number]);
  });

  it("are told nothing while they are not active, nor by texts that are not wired", async () => {
    const idle = await createTestPortal({ records: smsRecords });
    await arriveBySms("success", idle);
    expect(await notices(idle)).toEqual([]);
    const portal = await createTestPortal({ records: smsRecords });
    await activate(portal, "paul");
    const { sms: _unwired, ...plans } = portal.environment.plans;
    await arriveAt("success", portal, { ...portal.environment, plans });
    expect(await notices(portal)).toEqual([]);
  });

  it("are not told a week later", async () => {
    const portal = await createTestPortal({ records: smsRecords });
    await activate(portal, "paul");
    await arriveBySms("success", portal);
    portal.clock.advance(week);
    expect(await notices(portal)).toEqual([]);
    expect(await portal.environment.store.find("outbox", { where: {} })).toEqual([]);
  });
});
