import type { EndpointName as PageEndpointName } from "@educonnect-activation/core";
import { answerConfirmationLink } from "./answer-confirmation-link.ts";
import { confirmationLinkPage } from "./confirmation-link-page.ts";
import type { Endpoint } from "./define-endpoint.ts";
import { extendSession } from "./extend-session.ts";
import { franceConnectCallback } from "./france-connect-callback.ts";
import { health } from "./health.ts";
import { openApi } from "./open-api.ts";
import { writeDocument } from "./openapi/write-document.ts";
import { readConfirmationLink } from "./read-confirmation-link.ts";
import { readServices } from "./read-services.ts";
import { readStatus } from "./read-status.ts";
import { sendEvent } from "./send-event.ts";
import { signIn } from "./sign-in.ts";
import { signOut } from "./sign-out.ts";
import { smsReceipt } from "./sms-receipt.ts";
import { startFlow } from "./start-flow.ts";
import { startFranceConnect } from "./start-france-connect.ts";

/** Every endpoint, in the order of the API document. Those that pages call must all be here. */
export const endpoints = {
  readStatus,
  signIn,
  extendSession,
  signOut,
  startFlow,
  startFranceConnect,
  franceConnectCallback,
  sendEvent,
  readConfirmationLink,
  answerConfirmationLink,
  readServices,
  confirmationLinkPage,
  smsReceipt,
  openApi,
  health,
} as const satisfies Readonly<Record<PageEndpointName, Endpoint> & Record<string, Endpoint>>;

/** The name of an endpoint. */
export type EndpointName = keyof typeof endpoints;

/** Writes the OpenAPI 3.1 document of the wire from the endpoints themselves, enough to write another back end from. */
export const openApiDocument = (serverUrl: string): object => writeDocument(endpoints, serverUrl);
