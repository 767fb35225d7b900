import { endpoints, type EndpointName } from "@educonnect-activation/core";
import { cookieNames } from "../http/cookies.ts";
import { refer, writeSchemas } from "./api-components.ts";
import { writeProblemsOf, writeSharedProblems } from "./api-problems.ts";
import { operations, protocol, type Operation } from "./api-operations.ts";

type Response = Operation["response"];

function contentOf(response: Exclude<Response, "redirect" | "nothing">): object {
  if (response === "html") return { "text/html": { schema: { type: "string" } } };
  return { "application/json": { schema: response === "openapi" ? { type: "object" } : refer(response) } };
}

const setCookie = (description: string) => ({ "Set-Cookie": { description, schema: { type: "string" } } });

function successOf(response: Response, cookies: string | undefined): object {
  const headers = cookies === undefined ? undefined : setCookie(cookies);
  if (response === "nothing") return { 204: { description: "Taken" } };
  if (response !== "redirect") {
    return { 200: { description: "Done", ...(headers && { headers }), content: contentOf(response) } };
  }
  const location = { description: "The return address", schema: { type: "string" } };
  return { 303: { description: "Back to the page", headers: { Location: location, ...headers } } };
}

/** An empty requirement says that the cookie may be missing. */
function securityOf({ cookies = {} }: Operation): object[] {
  const { flow, session } = cookies;
  return [
    ...(flow === "needs" || session === "needs" ? [] : [{}]),
    ...(flow ? [{ flowCookie: [] }] : []),
    ...(session ? [{ sessionCookie: [] }] : []),
  ];
}

function operationOf(name: EndpointName): object {
  const operation = operations[name];
  const endpoint = endpoints[name];
  const { summary, description, request, response } = operation;
  const parameters = [
    ...(endpoint.method === "POST" && !("caller" in endpoint) ? ["Origin"] : []),
    ...(operation.parameters ?? []),
  ].map((parameter) => ({ $ref: `#/components/parameters/${parameter}` }));
  return {
    operationId: name,
    summary,
    ...(description && { description }),
    security: securityOf(operation),
    ...(parameters.length > 0 && { parameters }),
    ...(request && {
      requestBody: { required: true, content: { "application/json": { schema: refer(request) } } },
    }),
    responses: {
      ...successOf(response, operation.setCookie),
      ...writeProblemsOf(name),
    },
  };
}

const cookie = (name: string, description: string) => ({ type: "apiKey", in: "cookie", name, description });

function componentsOf(serverUrl: string): object {
  const names = cookieNames(serverUrl.startsWith("https:"));
  return {
    schemas: writeSchemas(),
    responses: writeSharedProblems(),
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

const isEndpointName = (name: string): name is EndpointName => Object.hasOwn(endpoints, name);
const endpointNames = Object.keys(endpoints).filter(isEndpointName);

/** Writes the OpenAPI 3.1 document of the wire from the schemas that check it, enough to write another back end from. */
export function openApiDocument(serverUrl: string): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const name of endpointNames) {
    const { method, path } = endpoints[name];
    paths[path] = { ...paths[path], [method.toLowerCase()]: operationOf(name) };
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
    components: componentsOf(serverUrl),
  };
}
