import { describe, expect, it } from "vitest";
import { z } from "zod";
import type { PlainRequest } from "./message.ts";
import { ProblemError } from "./problem.ts";
import { json, readBody } from "./read-body.ts";
import { Refusal } from "../refusal.ts";

const schema = z.strictObject({ name: z.string().min(1).max(5), tags: z.array(z.string()).exactOptional() });

function read(body: unknown, changes: Partial<PlainRequest> = {}) {
  const request: PlainRequest = {
    method: "POST",
    path: "/",
    query: "",
    acceptLanguage: null,
    userAgent: null,
    webhookHeaders: new Map(),
    contentType: "application/json",
    contentEncoding: null,
    body: new TextEncoder().encode(JSON.stringify(body)),
    cookies: new Map(),
    origin: null,
    fetchSite: null,
    idempotencyKey: null,
    clientAddress: null,
    traceparent: null,
    deadline: null,
    ...changes,
  };
  return readBody(request, json(schema));
}

function refusal(body: unknown, changes?: Partial<PlainRequest>): Pick<ProblemError, "code" | "details"> {
  try {
    read(body, changes);
  } catch (error) {
    if (error instanceof ProblemError || error instanceof Refusal) return error;
  }
  throw new TypeError("The body was not refused.");
}

describe("a body", () => {
  it.each([
    "application/json",
    "application/json; charset=utf-8",
    'application/json;charset="UTF-8"',
    "application/json; profile=x; charset=utf-8",
    "Application/JSON",
  ])("is read as %s", (contentType) => {
    expect(read({ name: "Ada" }, { contentType })).toEqual({ name: "Ada" });
  });

  it.each([
    null,
    "",
    "text/plain",
    "application/x-www-form-urlencoded",
    "multipart/form-data",
    "text/plain; application/json",
    "application/json, text/plain",
    "application/jsonp",
    "application/problem+json",
    "application/json; charset=latin1",
    "application/json; charset=utf-16",
    'application/json; charset="utf-8x"',
    "application/json; charset=",
    "application/json; profile=x; Charset = iso-8859-1",
  ])("ASVS 3.5.2, 4.1.1 is refused as %s", (contentType) => {
    expect(refusal({ name: "Ada" }, { contentType }).code).toBe("content_type_unsupported");
  });

  it.each(["gzip", "br", "identity, gzip", "unknown"])("is refused packed as %s", (contentEncoding) => {
    expect(refusal({ name: "Ada" }, { contentEncoding }).code).toBe("content_type_unsupported");
  });

  it.each([null, "", "identity", "Identity"])("is read when its encoding is %s", (contentEncoding) => {
    expect(read({ name: "Ada" }, { contentEncoding })).toEqual({ name: "Ada" });
  });

  it("ASVS 4.3.1 is refused when it was too large to read", () => {
    expect(refusal(null, { body: "tooLarge" }).code).toBe("body_too_large");
  });

  it("is refused when there is none", () => {
    expect(refusal(null, { body: null }).code).toBe("request_malformed");
  });

  it.each([
    ["missing", {}, { code: "field_missing", field: "name" }],
    ["too short", { name: "" }, { code: "field_too_short", field: "name" }],
    ["too long", { name: "abcdef" }, { code: "field_too_long", field: "name" }],
    ["a number", { name: 1 }, { code: "field_wrong_kind", field: "name" }],
    ["null", { name: null }, { code: "field_wrong_kind", field: "name" }],
    ["wrong inside", { name: "a", tags: ["x", 2] }, { code: "field_wrong_kind", field: "tags.1" }],
    ["unknown", { name: "a", role: "admin" }, { code: "field_unknown", field: "role" }],
  ])("ASVS 2.2.1, 15.3.3 names the field that is %s", (_name, body, issue) => {
    expect(refusal(body).details.issues).toEqual([issue]);
  });

  it("names every unknown field, up to a limit", () => {
    expect(refusal({ name: "a", one: 1, two: 2 }).details.issues).toHaveLength(2);
    const many = Object.fromEntries(Array.from({ length: 5_000 }, (_, index) => [`f${index}`, 1]));
    expect(refusal({ name: "a", ...many }).details.issues).toHaveLength(20);
  });

  it("cuts a made-up name short between characters", () => {
    const [issue] = refusal({ name: "a", [`x${"😀".repeat(200)}`]: 1 }).details.issues ?? [];
    expect(issue?.field).toBe(`x${"😀".repeat(99)}`);
  });
});
