import { endpoints, type EndpointName } from "@educonnect-activation/core";
import { z } from "zod";
import { problemCodes } from "../http/problem.ts";
import { eventRequest, linkAnswerRequest, linkRequest, signInRequest, emptyRequest } from "./schemas.ts";
import {
  flowView,
  healthResponse,
  linkAnswerResponse,
  linkResponse,
  problem,
  servicesResponse,
  signInResponse,
  statusResponse,
} from "./response-schemas.ts";

/** What an endpoint takes and gives, for the document. */
interface Operation {
  readonly summary: string;
  readonly request?: z.ZodType;
  readonly response: z.ZodType | "html" | "openapi";
  readonly headers?: readonly string[];
}

const operations: Readonly<Record<EndpointName, Operation>> = {
  readStatus: { summary: "What is under way in this browser", response: statusResponse },
  signIn: {
    summary: "Sign in with a letter's or a chosen password",
    request: signInRequest,
    response: signInResponse,
  },
  signOut: { summary: "End the session", request: emptyRequest, response: statusResponse },
  sendEvent: {
    summary: "Send an event to the activation",
    request: eventRequest,
    response: flowView,
    headers: ["Idempotency-Key"],
  },
  readLink: { summary: "What a confirmation link is about", request: linkRequest, response: linkResponse },
  answerLink: {
    summary: "Confirm or disown an address",
    request: linkAnswerRequest,
    response: linkAnswerResponse,
  },
  readServices: { summary: "The services of who is signed in", response: servicesResponse },
  linkPage: { summary: "The page a confirmation link opens", response: "html" },
  openApi: { summary: "This document", response: "openapi" },
  health: { summary: "Whether the server can serve", response: healthResponse },
};

const schemaOf = (schema: z.ZodType, io: "input" | "output") =>
  z.toJSONSchema(schema, { target: "draft-2020-12", io });

function contentOf(response: Operation["response"]): object {
  if (response === "html") return { "text/html": { schema: { type: "string" } } };
  if (response === "openapi") return { "application/json": { schema: { type: "object" } } };
  return { "application/json": { schema: schemaOf(response, "output") } };
}

function operationOf(name: EndpointName): object {
  const { summary, request, response, headers } = operations[name];
  return {
    operationId: name,
    summary,
    ...(headers && {
      parameters: headers.map((header) => ({
        name: header,
        in: "header",
        required: true,
        schema: { type: "string", pattern: "^[A-Za-z0-9_-]{16,64}$" },
      })),
    }),
    ...(request && {
      requestBody: {
        required: true,
        content: { "application/json": { schema: schemaOf(request, "input") } },
      },
    }),
    responses: {
      200: { description: "Done", content: contentOf(response) },
      default: {
        description: `A problem (RFC 9457); its code is one of ${problemCodes.join(", ")}`,
        content: { "application/problem+json": { schema: schemaOf(problem, "output") } },
      },
    },
  };
}

const isEndpointName = (name: string): name is EndpointName => Object.hasOwn(endpoints, name);
const endpointNames = Object.keys(endpoints).filter(isEndpointName);

/** Writes the OpenAPI 3.1 document of the wire from the schemas that check it. */
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
      description:
        "The wire between the activation elements and a back end. State-changing requests need a matching Origin header and JSON.",
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [{ url: serverUrl }],
    paths,
  };
}
