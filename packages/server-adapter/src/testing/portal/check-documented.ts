import { endpoints, type EndpointName } from "@educonnect-activation/core";
import type { PlainRequest, PlainResponse } from "../../http/message.ts";
import { operations } from "../../routes/api-operations.ts";
import {
  endpointProblems,
  problemsWithCookie,
  problemsWithRetryAfter,
} from "../../routes/endpoint-problems.ts";

/** What of a request says which endpoint it is for. */
type RequestLine = Pick<PlainRequest, "method" | "path">;

const isEndpointName = (name: string): name is EndpointName => Object.hasOwn(endpoints, name);

function findEndpoint({ method, path }: RequestLine): EndpointName | undefined {
  const asked = method === "HEAD" ? "GET" : method;
  return Object.keys(endpoints)
    .filter(isEndpointName)
    .find((name) => endpoints[name].path === path && endpoints[name].method === asked);
}

const codeOf = (body: PlainResponse["body"]): unknown =>
  typeof body === "object" && body !== null && "code" in body ? body.code : undefined;

/**
 * Holds an answer against the API document: its problem's code, its `Retry-After` and its cookies must be described there.
 *
 * @throws {TypeError} naming the endpoint and what is missing.
 */
export function checkDocumented(
  request: RequestLine,
  { status, body, headers, cookies }: PlainResponse,
): void {
  const name = findEndpoint(request);
  if (name === undefined) return;
  const code = status === 200 ? undefined : endpointProblems[name].find((known) => known === codeOf(body));
  const hasCookies = cookies !== undefined && cookies.length > 0;
  const missing: string[] = [];
  if (status === 200) {
    if (hasCookies && operations[name].setCookie === undefined) missing.push("set-cookie");
  } else if (code === undefined) missing.push(String(codeOf(body)));
  else {
    if (headers?.["retry-after"] !== undefined && !problemsWithRetryAfter.includes(code)) {
      missing.push(`retry-after of ${code}`);
    }
    if (hasCookies && !problemsWithCookie[name]?.includes(code)) missing.push(`set-cookie of ${code}`);
  }
  if (missing.length > 0) throw new TypeError(`${name} does not document ${missing.join(", ")}.`);
}
