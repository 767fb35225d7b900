import type { Issue } from "@educonnect-activation/core";
import type { z } from "zod";
import { parseJsonObject } from "./json.ts";
import type { PlainRequest } from "./message.ts";
import { ProblemError } from "./problem.ts";

/** Schema issues as the wire names them: what is wrong, and with which field. */
const issueCodes: Readonly<Record<string, string>> = {
  unrecognized_keys: "field_unknown",
  too_big: "field_too_long",
  too_small: "field_too_short",
  invalid_format: "field_malformed",
};

function issuesOf(error: z.ZodError): Issue[] {
  return error.issues.map((issue) => {
    const isMissing = issue.code === "invalid_type" && issue.input === undefined;
    const path = [...issue.path, ...(issue.code === "unrecognized_keys" ? issue.keys.slice(0, 1) : [])];
    const code = isMissing ? "field_missing" : (issueCodes[issue.code] ?? "field_wrong_kind");
    return path.length === 0 ? { code } : { code, field: path.join(".").slice(0, 100) };
  });
}

/**
 * Reads a request's body as what the schema says.
 *
 * @throws {ProblemError} `content_type_unsupported`, `body_too_large`, `request_malformed`, or `request_invalid` with an issue per field.
 */
export function readBody<Body>(request: PlainRequest, schema: z.ZodType<Body>): Body {
  const mediaType = request.contentType?.split(";")[0]?.trim().toLowerCase();
  if (mediaType !== "application/json") throw new ProblemError("content_type_unsupported");
  if (request.body === "tooLarge") throw new ProblemError("body_too_large");
  const parsed = schema.safeParse(parseJsonObject(request.body ?? new Uint8Array()), { reportInput: true });
  if (!parsed.success) throw new ProblemError("request_invalid", { issues: issuesOf(parsed.error) });
  return parsed.data;
}
