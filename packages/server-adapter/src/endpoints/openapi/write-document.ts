import { z } from "zod";
import { cookieNames } from "../../http/cookies.ts";
import type { Endpoint, EndpointDescription, Endpoints } from "../define-endpoint.ts";
import { writeProblems, type WrittenProblems } from "./api-problems.ts";
import { writeNamedSchemas, writeSchema } from "./api-schemas.ts";

/** The protocol, for whoever writes the other side of the wire in another language. */
const protocol = [
  "The wire between the activation elements and a back end.",
  "**State.** The server holds the flow and decides; the page shows `FlowView.step` and offers the commands in `accepts`. Instants are epoch seconds. Answers may gain members; requests with members not listed are refused.",
  "**Requests.** GET and HEAD change nothing on the server, but for FranceConnect's callback. Every POST carries `Content-Type: application/json`, one JSON object of at most 64 KiB (UTF-8, not compressed, no name twice), and an `Origin` equal to the server's own; without `Origin`, `Sec-Fetch-Site: same-origin` stands in. All else is `origin_refused`.",
  "**Order.** An event is judged by its idempotency key first, then its revision, then the machine. 409 `revision_stale` carries `flow`, to show in place of the old one; with a cookie rotated away it carries none, and the page asks `GET /status`.",
  "**Cookies.** Two opaque random values, `HttpOnly; SameSite=Lax; Path=/`, over HTTPS `Secure` with the `__Host-` prefix; the server keeps only keyed hashes. The flow's is replaced at sign-in and at each later proof of identity, in the same commit. For 600 seconds the old one still gets the kept answer to the same request, and `revision_stale` for any other; after that, `flow_missing`. A flow that signed in elsewhere is `flow_moved`.",
  "**Time.** A flow ends at `expiresAt`, a session too. Before that the page warns, by the answer's `now` and not the browser's clock, and gives more time when the person presses for it, never by itself: `moreTimeRequested` where `accepts` has it, `POST /session/extend` while `expiresAt` is before `endsAt` (WCAG 2.2.1). An end that would not move by a minute stays.",
  "**Problems.** RFC 9457 with a stable `code`. A path that is none is 404 `endpoint_unknown`, a wrong method 405 `method_not_allowed` with `Allow`. After a network failure, repeat the same body with the same key; wait for `Retry-After` when there is one.",
  "**Headers.** Every answer has `Cache-Control: no-store`, `X-Content-Type-Options: nosniff` and an `X-Request-Id`, which names it in the log.",
].join("\n\n");

const setCookie = (description: string) => ({ "Set-Cookie": { description, schema: { type: "string" } } });

function writeSuccess({ response, setCookie: cookies }: EndpointDescription): object {
  const headers = cookies === undefined ? undefined : setCookie(cookies);
  if (response === "nothing") return { 204: { description: "Taken" } };
  if (response === "redirect") {
    const location = { description: "The return address", schema: { type: "string" } };
    return { 303: { description: "Back to the page", headers: { Location: location, ...headers } } };
  }
  const content =
    response === "html"
      ? { "text/html": { schema: { type: "string" } } }
      : { "application/json": { schema: writeSchema(response) } };
  return { 200: { description: "Done", ...(headers && { headers }), content } };
}

/** An empty requirement says that the cookie may be missing. */
function writeSecurity({ requires, cookies = [] }: EndpointDescription): object[] {
  const shown = (cookie: "flow" | "session") => requires.cookie === cookie || cookies.includes(cookie);
  return [
    ...(requires.cookie === null ? [{}] : []),
    ...(shown("flow") ? [{ flowCookie: [] }] : []),
    ...(shown("session") ? [{ sessionCookie: [] }] : []),
  ];
}

function writeParameters({ method, caller, headers = [], params }: Endpoint): object[] {
  const { properties = {} } = params === null ? {} : z.toJSONSchema(params, { io: "input" });
  const shared = [...(method !== "GET" && caller === "ownPages" ? ["Origin"] : []), ...headers];
  return [
    ...Object.entries(properties).map(([name, schema]) => ({ name, in: "path", required: true, schema })),
    ...shared.map((parameter) => ({ $ref: `#/components/parameters/${parameter}` })),
  ];
}

function writeOperation(name: string, endpoint: Endpoint, problems: WrittenProblems): object {
  const { summary, description, body } = endpoint;
  const parameters = writeParameters(endpoint);
  return {
    operationId: name,
    summary,
    ...(description && { description }),
    security: writeSecurity(endpoint),
    ...(parameters.length > 0 && { parameters }),
    ...(body.mediaType !== null &&
      body.schema !== null && {
        requestBody: { required: true, content: { [body.mediaType]: { schema: writeSchema(body.schema) } } },
      }),
    responses: { ...writeSuccess(endpoint), ...problems.of(endpoint) },
  };
}

const cookie = (name: string, description: string) => ({ type: "apiKey", in: "cookie", name, description });

function writeComponents(serverUrl: string, problems: WrittenProblems): object {
  const names = cookieNames(serverUrl.startsWith("https:"));
  return {
    schemas: writeNamedSchemas(),
    responses: problems.shared,
    parameters: {
      AcceptLanguage: {
        name: "Accept-Language",
        in: "header",
        required: false,
        description:
          "RFC 9110, 12.5.4. The language of the screen, which the kit's pages name where it was chosen; else the browser's own. French where it is missing, can't be read, or names no language that is there.",
        schema: { type: "string", maxLength: 512 },
      },
      IdempotencyKey: {
        name: "Idempotency-Key",
        in: "header",
        required: true,
        description:
          "Random, fresh for each new event and the same when it is repeated. Kept for 600 seconds, per flow.",
        schema: { type: "string", pattern: "^[A-Za-z0-9_-]{16,64}$" },
      },
      Origin: {
        name: "Origin",
        in: "header",
        description: "The site's own origin; browsers send it with every POST.",
        schema: { type: "string" },
      },
    },
    headers: {
      RetryAfter: {
        description: "Seconds until it is worth trying again, where that is known.",
        schema: { type: "integer", minimum: 1 },
      },
    },
    securitySchemes: {
      flowCookie: cookie(names.flow, "Opens this browser's flow. Replaced at each proof of identity."),
      sessionCookie: cookie(names.session, "Opens the session of an active account."),
    },
  };
}

/** An endpoint's path as the document writes it: `/x/{id}` for `/x/:id`. */
export const documentPath = (path: string): string => path.replace(/:(\w+)/g, "{$1}");

/** Writes the OpenAPI 3.1 document of some endpoints at an address. */
export function writeDocument(endpoints: Endpoints, serverUrl: string): object {
  const problems = writeProblems(endpoints);
  const paths: Record<string, Record<string, object>> = {};
  for (const [name, endpoint] of Object.entries(endpoints)) {
    const path = documentPath(endpoint.path);
    const operation = writeOperation(name, endpoint, problems);
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operation };
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "EduConnect activation",
      version: "1.0.0",
      description: protocol,
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [{ url: serverUrl }],
    paths,
    components: writeComponents(serverUrl, problems),
  };
}
