import type { StatusResponse } from "@educonnect-activation/core";
import { auditEntry } from "../audit/audit-entry.ts";
import type { Environment } from "../environment.ts";
import { findOpenFlow } from "../flows/flow.ts";
import { showFlow } from "../flows/show-flow.ts";
import type { PlainRequest, PlainResponse } from "../http/message.ts";
import { readBody } from "../http/read-body.ts";
import { changesToEndSession, findSession } from "../sessions/session.ts";
import { emptyRequest } from "./schemas.ts";

/** Ends the session; ending one that is over already is no error. */
export async function signOut(environment: Environment, request: PlainRequest): Promise<PlainResponse> {
  readBody(request, emptyRequest);
  const { store, cookies, clock, random } = environment;
  const cookie = request.cookies.get(cookies.session);
  const session = await findSession(environment, cookie);
  if (session !== null) {
    await store.commit([
      ...(await changesToEndSession(environment, cookie)),
      auditEntry(random, clock.now(), "signed_out", session.person.id),
    ]);
  }
  const flow = await findOpenFlow(environment, request.cookies.get(cookies.flow));
  const body: StatusResponse = { flow: flow && (await showFlow(environment, flow)), session: null };
  return { status: 200, body, cookies: [{ name: cookies.session, value: null, maxAgeSeconds: 0 }] };
}
