import { endpoints, type SignOutResponse } from "@educonnect-activation/core";
import { z } from "zod";
import { auditEntry } from "../audit/audit-entry.ts";
import type { Environment } from "../environment.ts";
import { findOpenFlow } from "../flows/flow.ts";
import { showFlow } from "../flows/show-flow.ts";
import { json } from "../http/read-body.ts";
import { FranceConnectError } from "../ports/france-connect.ts";
import { createToken } from "../security/tokens.ts";
import { changesToEndSession, findSession } from "../sessions/session.ts";
import { defineEndpoint } from "./define-endpoint.ts";
import { methodsOffered } from "./read-status.ts";
import { nothing } from "./requirement.ts";
import { emptyRequest, named } from "./schemas/named.ts";
import { statusResponse } from "./schemas/session-view.ts";

const signOutResponse = named(
  "SignOutResponse",
  statusResponse.extend({
    logoutUrl: z
      .string()
      .nullable()
      .describe("Where the page goes next, to end the session at FranceConnect; null to stay"),
  }),
) satisfies z.ZodType<SignOutResponse>;

/** Where the browser goes on to, to end the session at FranceConnect that was the way in; a failure there keeps nobody signed in here. */
async function findLogoutUrl({ franceConnect, random, logger }: Environment, idToken: string | null) {
  if (franceConnect === null || idToken === null) return null;
  try {
    return await franceConnect.client.logoutLocation(idToken, createToken(random));
  } catch (error) {
    if (!(error instanceof FranceConnectError)) throw error;
    logger.log("error", "france_connect_failed", { code: error.code, reason: error.reason });
    return null;
  }
}

/** Ends the session; ending one that is over already is no error. */
export const signOut = defineEndpoint({
  ...endpoints.signOut,
  caller: "ownPages",
  body: json(emptyRequest),
  requires: nothing,
  response: signOutResponse,
  problems: ["flow_missing"],
  summary: "End the session",
  description: "Ending one that is over is no error. The flow goes on.",
  cookies: ["flow", "session"],
  setCookie: "The session cookie taken away",
  async handle(context, { request }) {
    const { store, cookies, clock, random } = context;
    const cookie = request.cookies.get(cookies.session);
    const session = await findSession(context, cookie);
    // Of somebody whom the directory no longer lets in there is a session to wipe all the same.
    const ended = await changesToEndSession(context, cookie);
    const entries = session ? [auditEntry(random, clock.now(), "signed_out", session.person.id)] : [];
    if (ended.length > 0) await store.commit([...ended, ...entries]);
    const flow = await findOpenFlow(context, request.cookies.get(cookies.flow));
    const body: SignOutResponse = {
      flow: flow && (await showFlow(context, flow)),
      session: null,
      methods: methodsOffered(context),
      logoutUrl: await findLogoutUrl(context, session?.idToken ?? null),
    };
    return { status: 200, body, cookies: [{ name: cookies.session, value: null, maxAgeSeconds: 0 }] };
  },
});
