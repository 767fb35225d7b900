import { describe, expect, it } from "vitest";
import type { PlainRequest } from "./message.ts";
import { checkOrigin } from "./origin.ts";

const request = (origin: string | null, fetchSite: string | null): PlainRequest => ({
  method: "POST",
  path: "/flow/events",
  query: "",
  acceptLanguage: null,
  userAgent: null,
  webhookHeaders: new Map(),
  contentType: "application/json",
  contentEncoding: null,
  body: null,
  cookies: new Map(),
  origin,
  fetchSite,
  idempotencyKey: null,
  clientAddress: null,
  traceparent: null,
  deadline: null,
});

const own = "https://ent.example";

describe("a state-changing request", () => {
  it.each([
    ["with this origin", own, null],
    ["with this origin and fetch metadata", own, "same-origin"],
    ["with fetch metadata where a privacy tool took the origin", null, "same-origin"],
  ])("passes %s", (_name, origin, fetchSite) => {
    expect(() => checkOrigin(request(origin, fetchSite), own)).not.toThrow();
  });

  it.each([
    ["without a word on where it comes from", null, null],
    ["from an opaque origin", "null", null],
    ["from an opaque origin that says it is the same", "null", "same-origin"],
    ["from another site", "https://evil.example", "cross-site"],
    ["from another site, without metadata", "https://evil.example", null],
    ["from a sibling host", "https://www.ent.example", "same-site"],
    ["from a host that begins alike", "https://ent.example.evil.example", null],
    ["over plain HTTP", "http://ent.example", null],
    ["from another port", "https://ent.example:8443", null],
    ["with two origins", "https://ent.example, https://evil.example", null],
    ["with a path after the origin", "https://ent.example/", null],
    ["with capitals no browser sends", "https://ENT.example", null],
    ["typed into the address bar", null, "none"],
    ["from a sibling site, origin taken away", null, "same-site"],
    ["with an origin that the metadata belies", own, "cross-site"],
    ["with an empty origin", "", null],
  ])("ASVS 3.5.1 is refused %s", (_name, origin, fetchSite) => {
    expect(() => checkOrigin(request(origin, fetchSite), own)).toThrow(
      expect.objectContaining({ code: "origin_refused" }),
    );
  });
});
