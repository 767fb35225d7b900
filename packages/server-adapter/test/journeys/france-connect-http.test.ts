import { startFranceConnectStandIn } from "@educonnect-activation/france-connect-stand-in";
import { afterAll, describe, expect, it } from "vitest";
import { createEduconnectHandler } from "../../src/create-educonnect-handler.ts";
import { webRandom } from "../../src/ports/random.ts";
import { createKeyRing, generateMasterKey } from "../../src/security/keys.ts";
import { createVault } from "../../src/security/vault.ts";
import { createMemoryStore } from "../../src/stores/memory/memory-store.ts";
import { civilPeople } from "../france-connect/civil-people.ts";
import { franceConnectOptions, portalClient } from "../france-connect/france-connect-portal.ts";
import { createPageHasher } from "../portal/page-hasher.ts";

const standIn = await startFranceConnectStandIn({ clients: [portalClient], people: civilPeople });
afterAll(() => standIn.stop());

describe("over HTTP", () => {
  it("Host and X-Forwarded-* reach neither a link nor a redirect, and the answer is kept nowhere", async () => {
    const handler = createEduconnectHandler({
      publicOrigin: "https://ent.example",
      confirmationLink: { elementsModule: "/elements.js" },
      store: createMemoryStore(),
      vault: createVault(createKeyRing({ current: generateMasterKey(webRandom, "test") })),
      passwordHasher: createPageHasher(),
      ...franceConnectOptions(standIn),
    });
    const forged = {
      host: "evil.example",
      "x-forwarded-host": "evil.example",
      "x-forwarded-proto": "http",
      forwarded: "host=evil.example",
    };
    const base = "https://evil.example/educonnect/france-connect";
    const started = await handler(
      new Request(`${base}/start`, {
        method: "POST",
        headers: { ...forged, origin: "https://ent.example", "content-type": "application/json" },
        body: JSON.stringify({ returnUrl: "/compte" }),
      }),
    );
    const begun: unknown = await started.json();
    const location =
      begun !== null && typeof begun === "object" && "location" in begun ? String(begun.location) : "";
    expect(new URL(location).searchParams.get("redirect_uri")).toBe(portalClient.redirectUris[0]);
    const cookie = started.headers.getSetCookie().join();
    expect(cookie).toMatch(/^__Host-educonnect-flow=[\w-]{22,};/);
    for (const attribute of ["HttpOnly", "Secure", "SameSite=Lax", "Path=/"])
      expect(cookie).toContain(attribute);
    const callback = new URL(await standIn.signIn(location, { person: "nobody" }));
    const answer = await handler(
      new Request(`${base}/callback${callback.search}`, {
        headers: { ...forged, cookie: cookie.split(";")[0] ?? "", "sec-fetch-site": "cross-site" },
      }),
    );
    expect(answer.status).toBe(303);
    expect(answer.headers.get("location")).toBe("https://ent.example/compte");
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(answer.headers.get("referrer-policy")).toBe("no-referrer");
    const head = await handler(new Request(`${base}/callback`, { method: "HEAD", headers: forged }));
    expect(head.headers.get("location")).toBe("https://ent.example/");
  });
});
