import { startFranceConnectStandIn, type JsonMembers } from "@educonnect-activation/france-connect-stand-in";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { clientOf, outcomeOf, registeredClients, signIn } from "../../test/france-connect/sign-in.ts";

const standIn = await startFranceConnectStandIn({ clients: registeredClients });

afterEach(() => standIn.mend());
afterAll(() => standIn.stop());

const places = ["discovery", "jwks", "token", "userinfo"] as const;
const faults = [
  ["gone", "provider_unreachable"],
  ["error", "provider_status_500"],
  ["unavailable", "provider_status_503"],
  ["garbled", "answer_malformed"],
] as const;

const padded = (body: JsonMembers): JsonMembers => ({ ...body, padding: "x".repeat(300_000) });

/** A client that counts what it asks of the provider, by the last part of the address. */
function createCounting(now: () => number = () => Math.floor(Date.now() / 1000)) {
  const asked: string[] = [];
  const client = clientOf(standIn, {
    clock: { now },
    fetch: (url, init) => {
      asked.push(url.slice(url.lastIndexOf("/") + 1));
      return fetch(url, init);
    },
  });
  const countOf = (name: string): number => asked.filter((last) => last === name).length;
  return { client, countOf };
}

describe("a provider in trouble", () => {
  it.each(places.flatMap((place) => faults.map(([fault, reason]) => [place, fault, reason] as const)))(
    "makes sign-ins unavailable while its %s is %s, and no longer",
    async (place, fault, reason) => {
      const client = clientOf(standIn);
      standIn.setFault(place, fault);
      expect(await outcomeOf(signIn(client, standIn))).toBe(`unavailable:${reason}`);
      standIn.mend();
      expect(await outcomeOf(signIn(client, standIn))).toMatch(/^let in/);
    },
  );

  it("is not waited for beyond the time limit, wherever it is slow", async () => {
    const outcomes = places.map(async (place) => {
      const provider = await startFranceConnectStandIn({ clients: registeredClients });
      provider.setFault(place, "slow");
      try {
        return await outcomeOf(signIn(clientOf(provider, { timeoutSeconds: 1 }), provider));
      } finally {
        provider.mend();
        await provider.stop();
      }
    });
    expect(await Promise.all(outcomes)).toEqual(places.map(() => "unavailable:provider_timeout"));
  });

  it("makes what it ends unavailable too: the log-out", async () => {
    standIn.setFault("discovery", "unavailable");
    expect(await outcomeOf(clientOf(standIn).logoutLocation("a.b.c", "state").then(Object))).toBe(
      "unavailable:provider_status_503",
    );
  });

  it.each([
    ["discovery", { discovery: padded }],
    ["keys", { jwks: padded }],
    ["tokens", { token: padded }],
    ["userinfo", { userinfo: () => "x".repeat(300_000) }],
  ])("is not read to the end of a huge answer: %s", async (_, tampering) => {
    standIn.tamperWith(tampering);
    expect(await outcomeOf(signIn(clientOf(standIn), standIn))).toBe("unavailable:answer_too_large");
  });

  it.each<[string, JsonMembers, string]>([
    ["another issuer", { issuer: "https://other.example" }, "discovery_issuer_mismatch"],
    ["an issuer that is no address", { issuer: "provider" }, "discovery_response_invalid"],
    ["no issuer", { issuer: undefined }, "discovery_response_invalid"],
    [
      "a token endpoint in clear",
      { token_endpoint: "http://other.example/token" },
      "metadata_token_endpoint",
    ],
    ["no userinfo endpoint", { userinfo_endpoint: undefined }, "metadata_userinfo_endpoint"],
    ["keys that are no address", { jwks_uri: 4 }, "metadata_jwks_uri"],
    [
      "a sign-in page that is a script",
      { authorization_endpoint: "javascript:alert(1)" },
      "metadata_authorization_endpoint",
    ],
    ["a log-out in clear", { end_session_endpoint: "http://other.example" }, "metadata_end_session_endpoint"],
  ])("is refused when it publishes %s", async (_, changes, reason) => {
    standIn.tamperWith({ discovery: (document) => ({ ...document, ...changes }) });
    const client = clientOf(standIn);
    expect(await outcomeOf(client.begin())).toBe(`refused:${reason}`);
    standIn.mend();
    expect(await outcomeOf(client.begin())).toBe("let in");
  });
});

describe("what is asked of a provider", () => {
  it("is nothing before the first use, then its metadata and keys once for all", async () => {
    const { client, countOf } = createCounting();
    expect(countOf("openid-configuration")).toBe(0);
    await Promise.all(Array.from({ length: 10 }, () => signIn(client, standIn)));
    expect(["openid-configuration", "jwks", "token", "userinfo"].map(countOf)).toEqual([1, 1, 10, 10]);
  });

  it("is its metadata again after an hour", async () => {
    let present = 1_000_000;
    const { client, countOf } = createCounting(() => present);
    await client.begin();
    present += 3_599;
    await client.begin();
    expect(countOf("openid-configuration")).toBe(1);
    present += 1;
    await client.begin();
    expect(countOf("openid-configuration")).toBe(2);
  });

  it("is tried again at once when it failed, by whoever asks next", async () => {
    const { client, countOf } = createCounting();
    standIn.setFault("discovery", "unavailable");
    const outcomes = await Promise.all([outcomeOf(client.begin()), outcomeOf(client.begin())]);
    expect(outcomes).toEqual(["unavailable:provider_status_503", "unavailable:provider_status_503"]);
    expect(countOf("openid-configuration")).toBe(1);
    standIn.mend();
    expect(await outcomeOf(client.begin())).toBe("let in");
    expect(countOf("openid-configuration")).toBe(2);
  });
});

describe("clocks apart", () => {
  const apart = (seconds: number) =>
    clientOf(standIn, { clock: { now: () => Math.floor(Date.now() / 1000) + seconds } });

  it.each([-25, 25])("signs in with a clock that is %i s off", async (seconds) => {
    expect(await outcomeOf(signIn(apart(seconds), standIn))).toMatch(/^let in/);
  });

  it.each([
    [-40, "refused:id_token_iat"],
    [100, "refused:id_token_exp"],
  ])("refuses to with one that is %i s off", async (seconds, outcome) => {
    expect(await outcomeOf(signIn(apart(seconds), standIn))).toBe(outcome);
  });
});

describe("what a failure says", () => {
  it("names neither the person nor a token, but in its cause", async () => {
    const issued: string[] = [];
    standIn.tamperWith({
      token: (body) => {
        issued.push(String(body["id_token"]), String(body["access_token"]));
        return body;
      },
      userinfo: ({ claims }, forge) => forge.sign({ ...claims, birthdate: "24/08/1982" }),
    });
    const failure: unknown = await signIn(clientOf(standIn), standIn).catch((error: unknown) => error);
    expect(failure).toMatchObject({
      name: "FranceConnectError",
      reason: expect.stringMatching(/^[a-z0-9_]+$/),
    });
    const said = String(failure) + JSON.stringify(failure);
    for (const canary of [...issued, "Angela", "DUBOIS", "1982"]) expect(said).not.toContain(canary);
    expect(issued).toHaveLength(2);
  });
});
