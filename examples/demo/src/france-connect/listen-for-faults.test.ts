import type { FranceConnectStandIn } from "@educonnect-activation/france-connect-stand-in";
import { afterEach, expect, test } from "vitest";
import { listenForFaults, type FaultControl } from "./listen-for-faults.ts";

let control: FaultControl | undefined;

afterEach(() => control?.stop());

async function listen() {
  const failing = new Map<string, string>();
  const setFault: FranceConnectStandIn["setFault"] = (place, fault) => {
    if (fault === null) failing.delete(place);
    else failing.set(place, fault);
  };
  const listening = await listenForFaults({ setFault });
  control = listening;
  const ask = async (body: string, contentType = "application/json", method = "POST") => {
    const headers = { "content-type": contentType };
    const url = `http://127.0.0.1:${listening.port}/`;
    return (await fetch(url, { method, headers, ...(method === "POST" && { body }) })).status;
  };
  return { failing, ask };
}

test("what is named fails from then on, and nothing else", async () => {
  const { failing, ask } = await listen();
  expect(await ask('{"token":"gone","callback":"server_error"}')).toBe(204);
  expect(Object.fromEntries(failing)).toEqual({ token: "gone", callback: "server_error" });
  expect(await ask('{"discovery":"slow"}')).toBe(204);
  expect(Object.fromEntries(failing)).toEqual({ discovery: "slow" });
  expect(await ask("{}")).toBe(204);
  expect(failing.size).toBe(0);
});

test.each([
  ["a place that there is not", '{"moon":"gone"}', "application/json", "POST", 400],
  ["what is no JSON", "{", "application/json", "POST", 400],
  ["no object", "null", "application/json", "POST", 400],
  ["what a form of another site could send", '{"token":"gone"}', "text/plain", "POST", 405],
  ["reading", "", "application/json", "GET", 405],
])("%s changes nothing", async (_, body, contentType, method, status) => {
  const { failing, ask } = await listen();
  expect(await ask(body, contentType, method)).toBe(status);
  expect(failing.size).toBe(0);
});
