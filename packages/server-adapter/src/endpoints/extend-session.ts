import type { SessionView } from "@educonnect-activation/core";
import type { Environment } from "../environment.ts";
import type { PlainRequest, PlainResponse } from "../http/message.ts";
import { sessionCookie } from "../http/cookies.ts";
import { ProblemError } from "../http/problem.ts";
import { readBody } from "../http/read-body.ts";
import { extendSession as giveMoreTime } from "../sessions/extend-session.ts";
import { emptyRequest } from "./schemas.ts";

/** Gives the session more time, when the person asks; where its end would not move by a minute, it is as it was. */
export async function extendSession(environment: Environment, request: PlainRequest): Promise<PlainResponse> {
  readBody(request, emptyRequest);
  const extended = await giveMoreTime(environment, request.cookies.get(environment.cookies.session));
  if (extended === null) throw new ProblemError("session_missing");
  const body: SessionView = extended;
  const token = request.cookies.get(environment.cookies.session) ?? "";
  return { status: 200, body, cookies: [sessionCookie(environment, { view: extended, token })] };
}
