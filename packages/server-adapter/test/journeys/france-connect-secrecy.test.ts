import { startFranceConnectStandIn } from "@educonnect-activation/france-connect-stand-in";
import { decodeJwt } from "jose";
import { afterAll, describe, expect, it } from "vitest";
import { civilPeople } from "../france-connect/civil-people.ts";
import {
  asShown,
  comeBack,
  connectAs,
  leaveFor,
  openFranceConnectPortal,
  portalClient,
  showStatus,
} from "../france-connect/france-connect-portal.ts";
import { dumpStore } from "./dump-store.ts";
import { chosenPassword, rightAnswers, wrongAnswers } from "./guardian-journey.ts";

const standIn = await startFranceConnectStandIn({ clients: [portalClient], people: civilPeople });
afterAll(() => standIn.stop());

/** A whole journey by FranceConnect with failures on the way, noting each secret and what the store held at each stage. */
async function travel() {
  const logged: string[] = [];
  const portal = await openFranceConnectPortal(standIn, {
    logger: { log: (...entry) => logged.push(JSON.stringify(entry)) },
  });
  const { store } = portal.environment;
  const secrets: string[] = ["1980-05-12", "claire@example.org", chosenPassword, "2015-03-12", "2009-11-30"];
  const dumps: string[] = [];
  const browser = portal.browser();
  const note = async () => {
    secrets.push(...browser.cookies.values());
    dumps.push(await dumpStore(store));
  };
  const go = async (person: string) => {
    const location = new URL(await leaveFor(browser));
    await note();
    const callback = new URL(await standIn.signIn(location.href, { person }));
    for (const name of ["state", "nonce", "code_challenge"])
      secrets.push(location.searchParams.get(name) ?? "-");
    secrets.push(callback.searchParams.get("code") ?? "-");
    await comeBack(browser, callback.href);
    await comeBack(browser, callback.href);
    await note();
    return callback;
  };
  await go("nobody");
  standIn.tamperWith({ idToken: ({ claims }, forge) => forge.signWithForeignKey(claims) });
  await go("claire");
  standIn.mend();
  const callback = await go("claire");
  await portal.browser().request("franceConnectCallback", undefined, { query: callback.search.slice(1) });
  await showStatus(browser);
  await browser.send({ type: "childrenSubmitted", answers: asShown(browser, wrongAnswers) });
  await browser.send({ type: "childrenSubmitted", answers: asShown(browser, rightAnswers) });
  await browser.send({ type: "passwordSubmitted", password: chosenPassword });
  await note();
  const [proven] = await store.find("flows", { where: { person_id: "claire" } });
  await browser.send({ type: "servicesRequested" });
  await note();
  const [session] = await store.find("sessions", { where: {} });
  const [finished] = await store.find("flows", { where: {} });
  const { body } = await browser.request("signOut", {});
  const logoutUrl =
    body !== null && typeof body === "object" && "logoutUrl" in body ? String(body.logoutUrl) : "";
  const idToken = new URL(logoutUrl).searchParams.get("id_token_hint") ?? "-";
  secrets.push(
    idToken,
    idToken.split(".")[1] ?? "-",
    decodeJwt(idToken).sub ?? "-",
    new URL(logoutUrl).searchParams.get("state") ?? "-",
  );
  await connectAs(browser, standIn, "claire");
  await note();
  const audit = JSON.stringify(await store.find("audit", { where: {} }));
  return { store, browser, logged, secrets, dumps, audit, proven, session, finished };
}

describe("after a whole journey by FranceConnect", () => {
  it("ASVS 11.3.2, 14.2.2 the store holds no sub, token, code, state, nonce, date or cookie in clear, at any moment", async () => {
    const { dumps, secrets } = await travel();
    expect(new Set(secrets).has("-")).toBe(false);
    for (const secret of secrets) for (const dump of dumps) expect(dump).not.toContain(secret);
  });

  it("ASVS 16.2.5 logs and audit hold none of these, and no name", async () => {
    const { logged, audit, secrets } = await travel();
    const text = [...logged, audit].join("\n");
    expect(text).toContain("france_connect_returned");
    expect(text).toContain("id_token_signature");
    for (const secret of [
      ...secrets,
      "Martin",
      "MARTIN",
      "Claire",
      "Marie Louise",
      "INCONNU",
      "Emma",
      "Simone Veil",
    ]) {
      expect(text).not.toContain(secret);
    }
  });

  it("ASVS 14.2.7 the ID token is sealed while flow and session last, and goes with each", async () => {
    const { store, browser, proven, session, finished } = await travel();
    expect(proven?.identity_encrypted).toEqual(expect.any(String));
    expect(session?.id_token_encrypted).toEqual(expect.any(String));
    expect(finished?.identity_encrypted ?? null).toBeNull();
    expect(await store.find("authorizations", { where: {} })).toEqual([]);
    await browser.request("signOut", {});
    expect(await store.find("sessions", { where: {} })).toEqual([]);
  });
});
