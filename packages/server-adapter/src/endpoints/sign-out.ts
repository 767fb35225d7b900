import type { SignOutResponse } from "@educonnect-activation/core";
import { auditEntry } from "../audit/audit-entry.ts";
import type { Environment } from "../environment.ts";
import { findOpenFlow } from "../flows/flow.ts";
import { showFlow } from "../flows/show-flow.ts";
import type { PlainRequest, PlainResponse } from "../http/message.ts";
import { readBody } from "../http/read-body.ts";
import { FranceConnectError } from "../ports/france-connect.ts";
import { createToken } from "../security/tokens.ts";
import { changesToEndSession, findSession } from "../sessions/session.ts";
import { methodsOffered } from "./methods-offered.ts";
import { emptyRequest } from "./schemas.ts";

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
export async function signOut(environment: Environment, request: PlainRequest): Promise<PlainResponse> {
  readBody(request, emptyRequest);
  const { store, cookies, clock, random } = environment;
  const cookie = request.cookies.get(cookies.session);
  const session = await findSession(environment, cookie);
  // Of somebody whom the directory no longer lets in there is a session to wipe all the same.
  const ended = await changesToEndSession(environment, cookie);
  const entries = session ? [auditEntry(random, clock.now(), "signed_out", session.person.id)] : [];
  if (ended.length > 0) await store.commit([...ended, ...entries]);
  const flow = await findOpenFlow(environment, request.cookies.get(cookies.flow));
  const body: SignOutResponse = {
    flow: flow && (await showFlow(environment, flow)),
    session: null,
    methods: methodsOffered(environment),
    logoutUrl: await findLogoutUrl(environment, session?.idToken ?? null),
  };
  return { status: 200, body, cookies: [{ name: cookies.session, value: null, maxAgeSeconds: 0 }] };
}
