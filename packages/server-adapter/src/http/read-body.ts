import type { Issue, RequestIssueCode } from "@educonnect-activation/core";
import type { z } from "zod";
import { parseJsonObject } from "../security/strict-json.ts";
import type { PlainRequest } from "./message.ts";
import { ProblemError } from "./problem.ts";

/** Schema issues as the wire names them: what is wrong, and with which field. */
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

/** JSON is UTF-8 between systems (RFC 8259, 8.1), and bodies are not unpacked, so that none grows after it was measured. */
function isPlainJson({ contentType, contentEncoding }: PlainRequest): boolean {
  const [mediaType, ...parameters] = (contentType ?? "").toLowerCase().split(";");
  return (
    mediaType?.trim() === "application/json" &&
    parameters.every((parameter) => !/^\s*charset\s*=(?!\s*(?:utf-8|"utf-8")\s*$)/.test(parameter)) &&
    /^\s*(?:identity)?\s*$/i.test(contentEncoding ?? "")
  );
}

/**
 * Reads a request's body as what the schema says.
 *
 * @throws {ProblemError} `content_type_unsupported`, `body_too_large`, `request_malformed`, or `request_invalid` with an issue per field.
 */
export function readBody<Body>(request: PlainRequest, schema: z.ZodType<Body>): Body {
  if (!isPlainJson(request)) throw new ProblemError("content_type_unsupported");
  if (request.body === "tooLarge") throw new ProblemError("body_too_large");
  const parsed = schema.safeParse(parseJsonObject(request.body ?? new Uint8Array()), { reportInput: true });
  if (!parsed.success) throw new ProblemError("request_invalid", { issues: issuesOf(parsed.error) });
  return parsed.data;
}
