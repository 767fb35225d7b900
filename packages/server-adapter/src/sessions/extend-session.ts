import type { SessionView } from "@educonnect-activation/core";
import { auditEntry } from "../audit/audit-entry.ts";
import type { Environment } from "../environment.ts";
import type { SetCookie } from "../http/message.ts";
import { findSession } from "./session.ts";

/** What would end less than a minute later is left as it is, so that asking without pause writes once a minute. */
const leastGainSeconds = 60;

/**
 * Gives the session of a cookie another `sessionTtlSeconds` from now, up to its ceiling (WCAG 2.2.1, ASVS 7.3.1 and 7.3.2).
 *
 * The cookie keeps its value and lives on with the session: nothing was proved, so there is nothing to rotate for (ASVS 7.2.4), and a
 * thief who could rotate it would shut the owner out, as would an answer lost on its way. A session never gets shorter: of two requests at
 * once the later end stays. Where the end would not move by a minute nothing is written, and the answer tells the present end.
 *
 * @returns null when there is no such session, or it has just ended.
 */
export async function extendSession(
  environment: Environment,
  cookie: string | undefined,
): Promise<{ readonly view: SessionView; readonly cookie: SetCookie } | null> {
  const session = await findSession(environment, cookie);
  if (session === null || cookie === undefined) return null;
  const { store, random, clock, cookies, sessionTtlSeconds } = environment;
  const now = clock.now();
  const { cookieKey, person, view } = session;
  const end = Math.min(view.endsAt, now + sessionTtlSeconds);
  const movesBy = end - view.expiresAt;
  const expiresAt = movesBy < leastGainSeconds ? view.expiresAt : end;
  if (expiresAt > view.expiresAt) {
    const result = await store.commit([
      {
        type: "update",
        table: "sessions",
        where: { cookie_key: cookieKey, expires_at: { atMost: expiresAt - leastGainSeconds } },
        set: { expires_at: expiresAt },
        expect: 1,
      },
      auditEntry(random, now, "session_extended", person.id),
    ]);
    // Another request moved the end further, or signed out, or the sweeper took what had just ended.
    if (!result.committed) return settle(environment, cookie);
  }
  return {
    view: { ...view, expiresAt, now },
    cookie: { name: cookies.session, value: cookie, maxAgeSeconds: expiresAt - now },
  };
}

/** What became of the session meanwhile. */
async function settle(environment: Environment, cookie: string) {
  const session = await findSession(environment, cookie);
  if (session === null) return null;
  const { view } = session;
  const maxAgeSeconds = view.expiresAt - view.now;
  return { view, cookie: { name: environment.cookies.session, value: cookie, maxAgeSeconds } };
}
