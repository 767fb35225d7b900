import { endpoints, type SessionView } from "@educonnect-activation/core";
import { sessionCookie } from "../http/cookies.ts";
import { ProblemError } from "../http/problem.ts";
import { json } from "../http/read-body.ts";
import { extendSession as giveMoreTime } from "../sessions/extend-session.ts";
import { defineEndpoint } from "./define-endpoint.ts";
import { sessionRequired } from "./requirement.ts";
import { emptyRequest } from "./schemas/named.ts";
import { sessionView } from "./schemas/session-view.ts";

/** Gives the session more time, when the person asks; where its end would not move by a minute, it is as it was. */
export const extendSession = defineEndpoint({
  ...endpoints.extendSession,
  caller: "ownPages",
  body: json(emptyRequest),
  requires: sessionRequired,
  response: sessionView,
  summary: "Give the session more time",
  description:
    "Moves `expiresAt` to the deployment's length of a session from now, up to `endsAt`; asked for again, or at the end, it changes nothing more. To be sent when a person asks, not by a page for itself.",
  setCookie: "The session cookie, with the value it has and its new lifetime",
  async handle(context, { request, session }) {
    const token = request.cookies.get(context.cookies.session) ?? "";
    const extended = await giveMoreTime(context, session, token);
    if (extended === null) throw new ProblemError("session_missing");
    const body: SessionView = extended;
    return { status: 200, body, cookies: [sessionCookie(context, { view: extended, token })] };
  },
});
