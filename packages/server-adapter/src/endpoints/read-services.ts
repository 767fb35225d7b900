import type { ServicesResponse } from "@educonnect-activation/core";
import type { Environment } from "../environment.ts";
import type { PlainRequest, PlainResponse } from "../http/message.ts";
import { ProblemError } from "../http/problem.ts";
import { findSession } from "../sessions/session.ts";

/** Shows « Mes services » to whoever is signed in. */
export async function readServices(environment: Environment, request: PlainRequest): Promise<PlainResponse> {
  const session = await findSession(environment, request.cookies.get(environment.cookies.session));
  if (session === null) throw new ProblemError("session_missing");
  const page = await environment.services.pageFor(session.person);
  const body: ServicesResponse = { session: session.view, ...page };
  return { status: 200, body };
}
