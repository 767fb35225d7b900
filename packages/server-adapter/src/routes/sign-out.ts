import type { StatusResponse } from "@educonnect-activation/core";
import { auditEntry } from "../audit.ts";
import type { Environment } from "../environment.ts";
import type { PlainRequest, PlainResponse } from "../http/message.ts";
import { readBody } from "../http/read-body.ts";
import { findSession } from "../sessions/session.ts";
import { emptyRequest } from "./schemas.ts";

/** Ends the session; ending one that is over already is no error. */
export async function signOut(environment: Environment, request: PlainRequest): Promise<PlainResponse> {
  readBody(request, emptyRequest);
  const { store, cookies, clock, random } = environment;
  const session = await findSession(environment, request.cookies.get(cookies.session));
  if (session !== null) {
    await store.commit([
      { type: "delete", table: "sessions", where: { cookie_key: session.cookieKey } },
      auditEntry(random, clock.now(), "signed_out", session.person.id),
    ]);
  }
  const body: StatusResponse = { flow: null, session: null };
  return { status: 200, body, cookies: [{ name: cookies.session, value: null, maxAgeSeconds: 0 }] };
}
