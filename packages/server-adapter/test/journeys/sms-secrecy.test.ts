import { describe, expect, it } from "vitest";
import { createTestPortal } from "../portal/test-portal.ts";
import { dumpStore } from "./dump-store.ts";
import { chosenPassword, rightAnswers } from "./guardian-journey.ts";
import { identify, otherCode, settleFamily, smsRecords, tries, typedClaire } from "./sms-journey.ts";

/** A way by SMS with errors, limits, decoys and a second device, noting each secret on it. */
async function travel() {
  const logged: string[] = [];
  const portal = await createTestPortal({
    records: smsRecords,
    rateLimits: { sms: { inAllAnHour: 14 } },
    logger: { log: (...entry) => logged.push(JSON.stringify(entry)) },
  });
  await settleFamily(portal);
  const cookies: string[] = [];
  const codes: string[] = [];
  for (const { typed } of Object.values(tries)) {
    const browser = await identify(portal, { ...typed, givenName: `${typed.givenName} Canari` });
    await browser.send({ type: "smsCodeSubmitted", code: "01010101" });
    cookies.push(...browser.cookies.values());
  }
  const browser = await identify(portal, typedClaire);
  const code = await portal.lastSmsCode();
  codes.push(code, otherCode(code));
  await browser.send({ type: "smsCodeSubmitted", code: otherCode(code) });
  cookies.push(...browser.cookies.values());
  await browser.send({ type: "smsCodeSubmitted", code });
  cookies.push(...browser.cookies.values());
  await browser.send({ type: "childrenSubmitted", answers: rightAnswers });
  await browser.send({ type: "passwordSubmitted", password: chosenPassword });
  for (let index = 0; index < 6; index += 1)
    await identify(portal, { ...typedClaire, phone: `+3368234599${index}` });
  await browser.send({ type: "servicesRequested" });
  cookies.push(...browser.cookies.values());
  await portal.texts();
  const numbers = Object.values(tries).flatMap(({ typed }) => [typed.phone, typed.phone.slice(3)]);
  const secrets = [
    ...cookies,
    ...codes,
    ...numbers,
    chosenPassword,
    "01010101",
    "Canari",
    "2015-03-12",
    "1980-05-01",
  ];
  return { portal, logged, secrets };
}

describe("after a way by SMS", () => {
  it("ASVS 11.3.2, 14.2.2 the store holds no number, name typed, date, code, cookie or password in clear", async () => {
    const { portal, secrets } = await travel();
    const text = await dumpStore(portal.environment.store);
    for (const secret of secrets) expect(text).not.toContain(secret);
  });

  it("ASVS 16.2.5 logs and audit hold none of them, nor a name, and tell known from unknown to nobody but operators", async () => {
    const { portal, logged, secrets } = await travel();
    const audit = await portal.environment.store.find("audit", { where: {} });
    const text = [...logged, JSON.stringify(audit)].join("\n");
    for (const secret of [...secrets, "Martin", "Durand", "Emma", "c.martin"])
      expect(text).not.toContain(secret);
    expect(text).toContain("sms_breaker_open");
  });

  it("ASVS 16.3.1 the audit tells each step of a flow, by ids and codes", async () => {
    const { portal } = await travel();
    const audit = await portal.environment.store.find("audit", { where: { subject_id: "claire" } });
    const events = audit.map(({ event, details }) => ({ event, ...JSON.parse(details) }));
    expect(events.filter(({ event }) => event === "smsCodeSubmitted").slice(-2)).toEqual([
      expect.objectContaining({ step: "smsCode", issue: "code_wrong" }),
      expect.objectContaining({ step: "children", issue: null }),
    ]);
    const steps = new Set(audit.map(({ event }) => event));
    for (const event of ["childrenSubmitted", "passwordSubmitted", "servicesRequested"])
      expect(steps).toContain(event);
    const begun = await portal.environment.store.find("audit", { where: { event: "flow_started" } });
    expect(begun.every(({ subject_id }) => subject_id === null)).toBe(true);
  });

  it("nothing of the flow but its ids is kept once it is over", async () => {
    const { portal } = await travel();
    const over = await portal.environment.store.find("flows", { where: { person_id: "claire" } });
    expect(over).toMatchObject([
      { contact_encrypted: null, email_encrypted: null, identity_encrypted: null },
    ]);
    const codes = await portal.environment.store.find("sms_codes", {
      where: { flow_id: over[0]?.id ?? "" },
    });
    expect(codes).toEqual([]);
  });
});
