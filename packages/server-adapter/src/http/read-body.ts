import type { Issue, ProblemCode, RequestIssueCode } from "@educonnect-activation/core";
import type { z } from "zod";
import { parseForm } from "./form.ts";
import { parseJsonObject } from "../security/strict-json.ts";
import type { PlainRequest } from "./message.ts";
import { ProblemError } from "./problem.ts";

/** A kind of body: how it is told apart, read and described. */
export interface Body<Value> {
  /** The media type that a request must name; null when none is looked at. */
  readonly mediaType: "application/json" | "application/x-www-form-urlencoded" | null;
  /** What the body holds; null when it holds nothing, or bytes that the endpoint reads itself. */
  readonly schema: z.ZodType<Value> | null;
  /** Why a body of this kind can be refused. */
  readonly problems: readonly ProblemCode[];
  /** Makes a value of the bytes; they are empty when the request has no body. */
  parse(bytes: Uint8Array): Value;
}

const described = [
  "request_malformed",
  "request_invalid",
  "body_too_large",
  "content_type_unsupported",
] as const;

/** A body that is one JSON object of this shape. */
export function json<Value>(schema: z.ZodType<Value>): Body<Value> {
  return {
    mediaType: "application/json",
    schema,
    problems: described,
    parse: (bytes) => check(schema, parseJsonObject(bytes)),
  };
}

/** A body that is a form's fields, each a text and none twice. */
export function form<Value>(schema: z.ZodType<Value>): Body<Value> {
  return {
    mediaType: "application/x-www-form-urlencoded",
    schema,
    problems: described,
    parse: (bytes) => check(schema, parseForm(bytes)),
  };
}

/** The bytes as they were sent, for a signature to be checked over them; whatever their type. */
export const signedBytes: Body<Uint8Array> = {
  mediaType: null,
  schema: null,
  problems: ["body_too_large"],
  parse: (bytes) => bytes,
};

/** No body: one that holds anything is refused. */
export const noBody: Body<null> = {
  mediaType: null,
  schema: null,
  problems: ["request_malformed", "body_too_large"],
  parse(bytes) {
    if (bytes.length > 0) throw new ProblemError("request_malformed");
    return null;
  },
};

/** Text is UTF-8 (RFC 8259, 8.1), and bodies are not unpacked, so that none grows after it was measured. */
function isOfType({ contentType, contentEncoding }: PlainRequest, expected: string): boolean {
  const [mediaType, ...parameters] = (contentType ?? "").toLowerCase().split(";");
  return (
    mediaType?.trim() === expected &&
    parameters.every((parameter) => !/^\s*charset\s*=(?!\s*(?:utf-8|"utf-8")\s*$)/.test(parameter)) &&
    /^\s*(?:identity)?\s*$/i.test(contentEncoding ?? "")
  );
}

/**
 * Reads the body of a request as an endpoint's kind of body; that of a GET or HEAD means nothing and is left aside (RFC 9110, 9.3.1).
 *
 * @throws {ProblemError} `content_type_unsupported`, `body_too_large`, `request_malformed`, or `request_invalid` with an issue per field.
 */
export function readBody<Value>(request: PlainRequest, body: Body<Value>): Value {
  if (body.mediaType !== null && !isOfType(request, body.mediaType)) {
    throw new ProblemError("content_type_unsupported");
  }
  const isReading = request.method === "GET" || request.method === "HEAD";
  if (request.body === "tooLarge" && !isReading) throw new ProblemError("body_too_large");
  const bytes = isReading || request.body === "tooLarge" ? null : request.body;
  return body.parse(bytes ?? new Uint8Array());
}

/** The names of zod's issues on the wire: what is wrong with a field. */
const issueCodes: Readonly<Record<string, RequestIssueCode>> = {
  too_big: "field_too_long",
  too_small: "field_too_short",
  invalid_format: "field_malformed",
};

/** Enough to put anything right by; a hostile body must not get an answer longer than itself. */
const mostIssues = 20;

/** The path as text; names that the client made up are cut short, never inside a character. */
const fieldOf = (path: readonly PropertyKey[]) => [...path.map(String).join(".")].slice(0, 100).join("");

function issuesOf(error: z.ZodError): Issue[] {
  const issues = error.issues.flatMap((issue): Issue[] => {
    if (issue.code === "unrecognized_keys") {
      return issue.keys.map((key) => ({ code: "field_unknown", field: fieldOf([...issue.path, key]) }));
    }
    const isMissing = issue.code === "invalid_type" && issue.input === undefined;
    const code = isMissing ? "field_missing" : (issueCodes[issue.code] ?? "field_wrong_kind");
    return [issue.path.length === 0 ? { code } : { code, field: fieldOf(issue.path) }];
  });
  return issues.slice(0, mostIssues);
}

function check<Value>(schema: z.ZodType<Value>, value: object): Value {
  const parsed = schema.safeParse(value, { reportInput: true });
  if (!parsed.success) throw new ProblemError("request_invalid", { issues: issuesOf(parsed.error) });
  return parsed.data;
}
