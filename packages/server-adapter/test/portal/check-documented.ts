import { problemsOf } from "../../src/endpoints/define-endpoint.ts";
import { endpoints, type EndpointName } from "../../src/endpoints/endpoints.ts";
import { createEndpointFinder } from "../../src/endpoints/find-endpoint.ts";
import { flowIssueCodes, requestIssueCodes } from "../../src/endpoints/schemas/flow-view.ts";
import type { PlainRequest, PlainResponse } from "../../src/http/message.ts";
import { ProblemError, problemsWithRetryAfter } from "../../src/http/problem.ts";

/** What of a request says which endpoint it is for. */
type RequestLine = Pick<PlainRequest, "method" | "path">;

const isEndpointName = (name: string): name is EndpointName => Object.hasOwn(endpoints, name);

const find = createEndpointFinder(endpoints);

/** The endpoint that answers a request; undefined where none does. */
function findEndpoint(request: RequestLine): EndpointName | undefined {
  try {
    const { endpoint } = find(request);
    return Object.keys(endpoints)
      .filter(isEndpointName)
      .find((name) => endpoints[name] === endpoint);
  } catch (error) {
    if (error instanceof ProblemError) return undefined;
    throw error;
  }
}

const memberOf = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null ? new Map(Object.entries(value)).get(name) : undefined;

/** The codes of the issues in an answer: a view's, or a problem's own. */
function issueCodesOf(body: PlainResponse["body"]): unknown[] {
  const lists = [memberOf(body, "issues"), memberOf(memberOf(body, "flow"), "issues")];
  return lists.flatMap((list) => (Array.isArray(list) ? list.map((issue) => memberOf(issue, "code")) : []));
}

const knownIssues = new Set<unknown>([...flowIssueCodes, ...requestIssueCodes]);

/**
 * Holds an answer against the API document: its problem's code, its issues, its `Retry-After` and its cookies must be described there.
 *
 * @throws {TypeError} naming the endpoint and what is missing.
 */
export function checkDocumented(
  request: RequestLine,
  { status, body, headers, cookies }: PlainResponse,
): void {
  const name = findEndpoint(request);
  if (name === undefined) return;
  const isDone = status < 400;
  const code = isDone
    ? undefined
    : problemsOf(endpoints[name]).find((known) => known === memberOf(body, "code"));
  const hasCookies = cookies !== undefined && cookies.length > 0;
  const missing = issueCodesOf(body)
    .filter((issue) => !knownIssues.has(issue))
    .map((issue) => `the issue ${String(issue)}`);
  if (isDone) {
    if (hasCookies && endpoints[name].setCookie === undefined) missing.push("set-cookie");
  } else if (code === undefined) missing.push(String(memberOf(body, "code")));
  else {
    if (headers?.["retry-after"] !== undefined && !problemsWithRetryAfter.includes(code)) {
      missing.push(`retry-after of ${code}`);
    }
    if (hasCookies && !endpoints[name].problemsWithCookie?.includes(code))
      missing.push(`set-cookie of ${code}`);
  }
  if (missing.length > 0) throw new TypeError(`${name} does not document ${missing.join(", ")}.`);
}
