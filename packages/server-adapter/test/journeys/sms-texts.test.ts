import { describe, expect, it } from "vitest";
import { createTestPortal } from "../portal/test-portal.ts";
import {
  arriveBySms,
  identify,
  otherCode,
  settleFamily,
  smsRecords,
  tries,
  typedClaire,
  typedNobody,
  wordsWaiting,
} from "./sms-journey.ts";

const minute = 60;

async function open() {
  const portal = await createTestPortal({ records: smsRecords });
  await settleFamily(portal);
  return portal;
}

const submit = (code: string) => ({ type: "smsCodeSubmitted", code }) as const;
const resend = { type: "smsCodeResendRequested" } as const;

describe("the text that leaves", () => {
  const words = {
    code: /^Code ÉduConnect : (\d{8}), valable 30 min\..*\n\n@ent\.example #\1$/s,
    severalPeople: /plusieurs personnes/,
    pupilsNumber: /élève/,
    already: /déjà actif/,
    nobody: null,
  } as const;

  it.each(Object.entries(tries))(
    "says what to do, and nothing of anybody: %s",
    async (_name, { typed, says }) => {
      const portal = await open();
      await identify(portal, typed);
      const texts = await portal.texts();
      expect(texts.map(({ to }) => to)).toEqual(says === "nobody" ? [] : [typed.phone]);
      const [text = ""] = texts.map((sent) => sent.text);
      if (words[says] !== null) expect(text).toMatch(words[says]);
      if (says !== "code") expect(text).not.toMatch(/\d{4}|#/);
      for (const name of [typed.givenName, typed.familyName, "Emma", "Moulin"])
        expect(text).not.toContain(name);
    },
  );

  it("leaves for nobody nobody knows, and the outbox is empty all the same", async () => {
    const portal = await open();
    const browser = await identify(portal, typedNobody);
    expect(await portal.environment.store.find("outbox", { where: {} })).toMatchObject([{ kind: "none" }]);
    expect(await portal.texts()).toEqual([]);
    expect(await portal.environment.store.find("outbox", { where: {} })).toEqual([]);
    expect(browser.view().step.name).toBe("smsCode");
  });

  it("names the portal's host without its port, as phones want it", async () => {
    const portal = await createTestPortal({ publicOrigin: "https://ent.example:8443" });
    await identify(portal, { ...typedClaire, phone: "06 12 34 56 71" });
    expect((await portal.texts())[0]?.text).toMatch(/@ent\.example #\d{8}$/);
  });

  it("goes to a number typed as in the school's own territory", async () => {
    const [claire] = smsRecords.people;
    if (claire === undefined) throw new TypeError("The family is empty.");
    const records = {
      ...smsRecords,
      people: [{ ...claire, mobile: "+687751234" }, ...smsRecords.people.slice(1)],
    };
    const portal = await createTestPortal({ records, methods: { sms: { defaultRegion: "NC" } } });
    await identify(portal, { ...typedClaire, phone: "75 12 34" });
    expect((await portal.texts()).map(({ to }) => to)).toEqual(["+687751234"]);
  });

  it.each([
    ["Réunion", "0692 12 34 56", "+262692123456"],
    ["Réunion, with France's calling code", "+33 692 12 34 56", "+262692123456"],
    ["Réunion, from abroad", "00262 692 12 34 56", "+262692123456"],
  ])("gets a parent from %s in, with a name of œ", async (_place, phone, to) => {
    const portal = await open();
    const browser = await identify(portal, { givenName: "ada", familyName: "LOEB", phone });
    expect((await portal.texts()).map((text) => text.to)).toEqual([to]);
    await browser.send(submit(await portal.lastSmsCode()));
    expect(browser.view().step).toMatchObject({ name: "children", children: [{ id: "zoe" }] });
  });

  it("keeps a letter's file of two, whichever it is", async () => {
    for (const id of ["jeanne-1", "jeanne-2"]) {
      const portal = await open();
      const letter = await portal.issue(id);
      const browser = await identify(portal, tries.twoFiles.typed);
      await browser.send(submit(await portal.lastSmsCode()));
      const child = id === "jeanne-1" ? "emma" : "lucas";
      expect(browser.view().step).toMatchObject({ children: [{ id: child }] });
      expect((await portal.environment.accounts.findByPerson(id))?.identifier).toBe(letter.identifier);
    }
  });

  it("is no code where one of several files is another's: birth names, or more than can be one person's", async () => {
    const file = smsRecords.people.find(({ id }) => id === "jeanne-1");
    if (file === undefined) throw new TypeError("Jeanne is missing.");
    const twin = (id: string, birthName: string | null) => ({ ...file, id, birthName });
    for (const twins of [
      [twin("one", "Durand"), twin("two", "Petit")],
      ["a", "b", "c", "d", "e"].map((id) => twin(id, null)),
    ]) {
      const guardianships = twins.map(({ id }) => ({
        guardianId: id,
        childId: "emma",
        meaning: "representative" as const,
      }));
      const children = smsRecords.people.filter(({ kind }) => kind === "pupil");
      const records = { schools: smsRecords.schools, people: [...twins, ...children], guardianships };
      const portal = await createTestPortal({ records });
      await identify(portal, tries.twoFiles.typed);
      expect((await portal.texts()).map(({ text }) => text)).toEqual([
        expect.stringContaining("plusieurs personnes"),
      ]);
    }
  });
});

describe("a code by text", () => {
  it("ASVS 6.5.1 counts once, and only the last one", async () => {
    const portal = await open();
    const browser = await arriveBySms("smsCode", portal);
    const first = await portal.lastSmsCode();
    portal.clock.advance(minute);
    await browser.send(resend);
    const second = await portal.lastSmsCode();
    expect(second).not.toBe(first);
    await browser.send(submit(first));
    expect(browser.view().issues).toMatchObject([{ code: "code_wrong", params: { triesLeft: 4 } }]);
    await browser.send(submit(second));
    expect(browser.view().step.name).toBe("children");
    expect(await portal.environment.store.find("sms_codes", { where: {} })).toEqual([]);
    expect(await portal.texts()).toHaveLength(2);
  });

  it.each([
    [
      "12 34-56 78",
      (code: string) => `${code.slice(0, 2)} ${code.slice(2, 4)}-${code.slice(4, 6)} ${code.slice(6)}`,
    ],
    [
      "full-width digits",
      (code: string) => code.replaceAll(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit))),
    ],
    [
      "Arabic digits",
      (code: string) => code.replaceAll(/\d/g, (digit) => String.fromCodePoint(0x0660 + Number(digit))),
    ],
    ["spaces that do not break", (code: string) => ` ${code.slice(0, 4)} ${code.slice(4)}​`],
  ])("is taken as %s", async (_name, write) => {
    const portal = await open();
    const browser = await arriveBySms("smsCode", portal);
    await browser.send(submit(write(await portal.lastSmsCode())));
    expect(browser.view().step.name).toBe("children");
  });

  it("ASVS 6.5.5 is too old after 30 min, which costs no try, and can be replaced", async () => {
    const portal = await open();
    const browser = await arriveBySms("smsCode", portal);
    const code = await portal.lastSmsCode();
    portal.clock.advance(30 * minute);
    for (let index = 0; index < 7; index += 1) await browser.send(submit(code));
    expect(browser.view()).toMatchObject({ issues: [{ code: "code_expired" }], lockedUntil: null });
    expect(await portal.environment.store.find("attempts", { where: {} })).toEqual([]);
    await browser.send(resend);
    await browser.send(submit(await portal.lastSmsCode()));
    expect(browser.view().step.name).toBe("children");
  });

  it("counts to its last second, and is never sent once too old", async () => {
    const portal = await open();
    const browser = await arriveBySms("smsCode", portal);
    const [words = ""] = await wordsWaiting(portal);
    portal.clock.advance(30 * minute);
    expect(await portal.texts()).toEqual([]);
    const inTime = await open();
    const quick = await arriveBySms("smsCode", inTime);
    const code = await inTime.lastSmsCode();
    inTime.clock.advance(30 * minute - 1);
    await quick.send(submit(code));
    expect(quick.view().step.name).toBe("children");
    expect(words).toMatch(/#\d{8}$/);
    expect(browser.view().step.name).toBe("smsCode");
  });

  it("is good in its own flow and for its own number only", async () => {
    const portal = await open();
    const one = await identify(portal, typedClaire);
    const codeOfOne = await portal.lastSmsCode();
    const other = await identify(portal, typedClaire);
    const codeOfOther = await portal.lastSmsCode();
    await other.send(submit(codeOfOne));
    expect(other.view().issues).toMatchObject([{ code: "code_wrong" }]);
    // The same flow, after another number was typed in it.
    await other.send({ type: "backRequested" });
    await other.send({ type: "identitySubmitted", ...tries.twoFiles.typed });
    await other.send(submit(codeOfOther));
    expect(other.view().issues).toMatchObject([{ code: "code_wrong" }]);
    await one.send(submit(codeOfOne));
    expect(one.view().step.name).toBe("children");
  });

  it("of a flow that is over is nothing", async () => {
    const portal = await open();
    const browser = await arriveBySms("smsCode", portal);
    const code = await portal.lastSmsCode();
    portal.clock.advance(60 * minute);
    await browser.send(submit(code));
    expect(browser.view().condition).toBe("expired");
    expect(await portal.environment.store.find("sms_codes", { where: {} })).toEqual([]);
  });

  it.each(["nobody", "homonyms", "active", "pupilsNumber", "noRank"] as const)(
    "that was only drawn, for %s, is right nowhere",
    async (name) => {
      const portal = await open();
      // The words of a decoy hold the code that was drawn; nobody can read them, but a test has the keys.
      const drawn = tries[name].says === "nobody";
      const browser = await identify(portal, tries[name].typed);
      const [words = ""] = await wordsWaiting(portal);
      const code = /#(\d{8})$/.exec(words)?.[1];
      expect(code !== undefined).toBe(drawn);
      await browser.send(submit(code ?? "12345678"));
      expect(browser.view().issues).toMatchObject([{ code: "code_wrong" }]);
    },
  );

  it("gives no way into an account activated since, and the next text says so", async () => {
    const portal = await open();
    const browser = await identify(portal, typedClaire);
    const code = await portal.lastSmsCode();
    await arriveBySms("success", portal);
    await browser.send(submit(code));
    expect(browser.view()).toMatchObject({ step: { name: "smsCode" }, issues: [{ code: "code_wrong" }] });
    portal.clock.advance(minute);
    await browser.send(resend);
    expect((await portal.texts()).at(-1)?.text).toContain("déjà actif");
    await browser.send(submit(otherCode(code)));
    expect(browser.view().step.name).toBe("smsCode");
  });

  it("is not sent again after the proof, and the number is not kept", async () => {
    const portal = await open();
    const browser = await arriveBySms("children", portal);
    portal.clock.advance(minute);
    expect((await browser.send(resend)).status).toBe(409);
    expect((await browser.send(submit("12345678"))).status).toBe(409);
    expect(await portal.texts()).toHaveLength(1);
    expect(await portal.environment.store.find("flows", { where: {} })).toMatchObject([
      { contact_encrypted: null },
    ]);
  });
});

describe("what was mistyped", () => {
  it.each([
    [{ ...typedClaire, familyName: " " }, "name_missing", "familyName"],
    [{ ...typedClaire, familyName: "x".repeat(101) }, "name_too_long", "familyName"],
    [{ ...typedClaire, givenName: "x".repeat(101) }, "name_too_long", "givenName"],
    [{ ...typedClaire, phone: "" }, "phone_empty", "phone"],
    [{ ...typedClaire, phone: "0000000000" }, "phone_placeholder", "phone"],
    [{ ...typedClaire, phone: "03 20 12 34 56" }, "phone_not_mobile", "phone"],
    [{ ...typedClaire, phone: "061234" }, "phone_too_short", "phone"],
  ])("is told at its field, costs nothing and looks nobody up: %o", async (typed, code, field) => {
    const portal = await open();
    const browser = await identify(portal, typed);
    expect(browser.view()).toMatchObject({ step: { name: "identity" }, issues: [{ code, field }] });
    const { store } = portal.environment;
    for (const table of ["sms_codes", "outbox", "rate_limits"] as const) {
      expect(await store.find(table, { where: {} })).toEqual([]);
    }
  });

  it("of a given name left out matches nobody who has one", async () => {
    const portal = await open();
    await identify(portal, { ...typedClaire, givenName: "" });
    expect(await portal.texts()).toEqual([]);
  });
});
