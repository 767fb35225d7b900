import { startFranceConnectStandIn } from "@educonnect-activation/france-connect-stand-in";
import { decodeJwt } from "jose";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import type { FranceConnect } from "../ports/france-connect.ts";
import { clientOf, outcomeOf, registeredClients, signIn } from "../../test/france-connect/sign-in.ts";

const standIn = await startFranceConnectStandIn({ clients: registeredClients });
const other = await startFranceConnectStandIn({ clients: registeredClients });
const silent = await startFranceConnectStandIn({ clients: registeredClients, isIssuerSent: false });

afterEach(() => standIn.mend());
afterAll(() => Promise.all([standIn, other, silent].map((provider) => provider.stop())));

/** Begins a sign-in and lets the person finish it, up to the address the browser comes back to. */
async function comeBack(client: FranceConnect, provider = standIn) {
  const begun = await client.begin();
  const address = new URL(await provider.signIn(begun.location, { person: "ordinary" }));
  return { ...begun, query: address.search, code: address.searchParams.get("code") ?? "" };
}

describe("OIDC client, callback", () => {
  it("RFC 9700 4.7.1 refuses: wrong state", async () => {
    const client = clientOf(standIn);
    const query = (text: string) => text.replace(/state=[^&]+/, `state=${"s".repeat(32)}`);
    expect(await outcomeOf(signIn(client, standIn, "ordinary", query))).toBe("refused:state_mismatch");
  });

  it("RFC 9700 4.7.1 refuses: missing state", async () => {
    const query = (text: string) => text.replace(/state=[^&]+&?/, "");
    expect(await outcomeOf(signIn(clientOf(standIn), standIn, "ordinary", query))).toBe(
      "refused:state_mismatch",
    );
  });

  it("RFC 9700 4.7.1 refuses: callbacks swapped between two tabs", async () => {
    const client = clientOf(standIn);
    const [one, two] = await Promise.all([comeBack(client), comeBack(client)]);
    expect(await outcomeOf(client.complete(one.query, two.state, two.pending))).toBe(
      "refused:state_mismatch",
    );
    expect(await outcomeOf(client.complete(one.query, one.state, two.pending))).toBe(
      "refused:pending_mismatch",
    );
    expect(await outcomeOf(client.complete(two.query, two.state, two.pending))).toMatch(/^let in/);
  });

  it.each([
    [true, "refused:token_invalid_grant"],
    [false, "refused:id_token_nonce"],
  ])("refuses: somebody else's code put in (RFC 9700, 4.5), PKCE %s", async (pkce, outcome) => {
    const client = clientOf(standIn, { pkce });
    const [victim, attacker] = await Promise.all([comeBack(client), comeBack(client)]);
    const query = victim.query.replace(encodeURIComponent(victim.code), encodeURIComponent(attacker.code));
    expect(query).not.toBe(victim.query);
    expect(await outcomeOf(client.complete(query, victim.state, victim.pending))).toBe(outcome);
  });

  it("RFC 9700 4.5, ASVS 10.4.2 refuses: replayed code", async () => {
    const client = clientOf(standIn);
    const { query, state, pending } = await comeBack(client);
    expect(await outcomeOf(client.complete(query, state, pending))).toMatch(/^let in/);
    expect(await outcomeOf(client.complete(query, state, pending))).toBe("refused:token_invalid_grant");
  });

  it("RFC 6749 4.1.2 refuses: late callback, after the 30 s of its code", async () => {
    const client = clientOf(standIn);
    const { query, state, pending } = await comeBack(client);
    standIn.setFault("code", "expired");
    expect(await outcomeOf(client.complete(query, state, pending))).toBe("refused:token_invalid_grant");
  });

  it.each(["code", "state", "iss"])("RFC 6749 3.1 refuses: %s twice", async (name) => {
    const twice = (query: string) => `${query}&${name}=${new URLSearchParams(query).get(name) ?? ""}`;
    expect(await outcomeOf(signIn(clientOf(standIn), standIn, "ordinary", twice))).toBe(
      "refused:callback_parameter_repeated",
    );
  });

  it.each([
    ["access_denied", "cancelled:access_denied"],
    ["server_error", "unavailable:callback_server_error"],
    ["temporarily_unavailable", "unavailable:callback_temporarily_unavailable"],
    ["invalid_request", "refused:callback_invalid_request"],
  ] as const)("tells error callbacks apart: %s", async (error, outcome) => {
    standIn.setFault("callback", error);
    expect(await outcomeOf(signIn(clientOf(standIn), standIn))).toBe(outcome);
  });

  it.each([
    ["at the first page", { cancel: true }],
    ["instead of consenting", { consent: false }],
  ])("is cancelled by a person who goes back %s", async (_, answer) => {
    const client = clientOf(standIn);
    const { location, state, pending } = await client.begin();
    const { search } = new URL(await standIn.signIn(location, { person: "ordinary", ...answer }));
    expect(await outcomeOf(client.complete(search, state, pending))).toBe("cancelled:access_denied");
  });

  it.each([
    ["nothing", ""],
    ["no JSON", "pending"],
    ["another shape", "{}"],
    ["one member more", JSON.stringify({ state: "s", admin: true })],
  ])("refuses what was kept when it is %s", async (_, pending) => {
    const client = clientOf(standIn);
    const { query, state } = await comeBack(client);
    expect(await outcomeOf(client.complete(query, state, pending))).toBe("refused:pending_malformed");
  });
});

describe("OIDC client, mixed-up providers (RFC 9207, RFC 9700 4.4, ASVS 10.2.2)", () => {
  it("refuses: a callback that names another provider", async () => {
    const query = (text: string) =>
      text.replace(encodeURIComponent(standIn.issuer), encodeURIComponent(other.issuer));
    expect(await outcomeOf(signIn(clientOf(standIn), standIn, "ordinary", query))).toBe(
      "refused:callback_issuer_mismatch",
    );
  });

  it("refuses: a callback that names none, of a provider that promised to", async () => {
    const query = (text: string) => text.replace(/&?iss=[^&]+/, "");
    expect(await outcomeOf(signIn(clientOf(standIn), standIn, "ordinary", query))).toBe(
      "refused:callback_issuer_missing",
    );
  });

  it("takes a callback that names none, of a provider that never did", async () => {
    expect(await outcomeOf(signIn(clientOf(silent), silent))).toMatch(/^let in/);
  });

  it("refuses: the code of another provider, under our state", async () => {
    const client = clientOf(silent);
    const [{ state, pending }, foreign] = await Promise.all([
      client.begin(),
      comeBack(clientOf(other), other),
    ]);
    const query = new URLSearchParams({ code: foreign.code, state }).toString();
    expect(await outcomeOf(client.complete(query, state, pending))).toBe("refused:token_invalid_grant");
  });

  it("refuses: a sign-in begun at another provider, before a change of the options", async () => {
    const { query, state, pending } = await comeBack(clientOf(other), other);
    expect(await outcomeOf(clientOf(standIn).complete(query, state, pending))).toBe(
      "refused:provider_changed",
    );
  });
});

describe("client authentication", () => {
  it("refuses: a wrong secret", async () => {
    const clientAuthentication = { method: "client_secret_post", secret: "another" } as const;
    const client = clientOf(standIn, { clientAuthentication });
    expect(await outcomeOf(signIn(client, standIn))).toBe("refused:token_invalid_client");
  });

  it("refuses: a key that is not registered", async () => {
    const { privateKey } = await crypto.subtle.generateKey({ name: "ECDSA", namedCurve: "P-256" }, true, [
      "sign",
      "verify",
    ]);
    const clientAuthentication = {
      method: "private_key_jwt",
      key: privateKey,
      keyId: "ES256",
      algorithm: "ES256",
    } as const;
    const client = clientOf(
      standIn,
      { clientAuthentication },
      { method: "private_key_jwt", algorithm: "ES256" },
    );
    expect(await outcomeOf(signIn(client, standIn))).toBe("refused:token_invalid_client");
  });

  it.each(["client_secret_post", "private_key_jwt"] as const)("never sends %s as Basic", async (method) => {
    const authorizations: (string | null)[] = [];
    const client = clientOf(
      standIn,
      {
        fetch: async (url, init) => {
          if (url.endsWith("/token")) authorizations.push(new Headers(init.headers).get("authorization"));
          return fetch(url, init);
        },
      },
      { method, algorithm: "ES256" },
    );
    await signIn(client, standIn);
    expect(authorizations).toEqual([null]);
  });

  it("dates its assertions by the clock it was given", async () => {
    const ahead = 1_000;
    const dates: number[] = [];
    const client = clientOf(
      standIn,
      {
        clock: { now: () => Math.floor(Date.now() / 1000) + ahead },
        fetch: (url, init) => {
          if (init.body instanceof URLSearchParams) {
            dates.push(decodeJwt(init.body.get("client_assertion") ?? "").iat ?? 0);
          }
          return fetch(url, init);
        },
      },
      { method: "private_key_jwt", algorithm: "ES256" },
    );
    await outcomeOf(signIn(client, standIn));
    expect(dates).toEqual([expect.closeTo(Date.now() / 1000 + ahead, -1)]);
  });
});
