import type { SessionView } from "@educonnect-activation/core";
import { auditEntry } from "../audit/audit-entry.ts";
import type { Environment } from "../environment.ts";
import { findSession, type Session } from "./session.ts";

/** An end that would move by less than a minute stays, so that asking without pause writes once a minute. */
const leastGainSeconds = 60;

/**
 * Gives a session another `sessionTtlSeconds` from now, up to its ceiling (WCAG 2.2.1, ASVS 7.3.1 and 7.3.2).
 *
 * The browser keeps its token: nothing was proved, so there is nothing to rotate for (ASVS 7.2.4), and a thief who could rotate it would
 * shut the owner out, as would an answer lost on its way. A session never gets shorter: of two requests at once the later end stays.
 * An end that would move by less than a minute stays as it is.
 *
 * @param token what the browser holds of the session.
 * @returns the session as it then is; null when it has just ended.
 */
export async function extendSession(
  environment: Environment,
  session: Session,
  token: string,
): Promise<SessionView | null> {
  const { store, random, clock, sessionTtlSeconds } = environment;
  const now = clock.now();
  const { cookieKey, person, view } = session;
  const end = Math.min(view.endsAt, now + sessionTtlSeconds);
  const expiresAt = end - view.expiresAt < leastGainSeconds ? view.expiresAt : end;
  if (expiresAt === view.expiresAt) return { ...view, now };
  const { committed } = await store.commit([
    {
      type: "update",
      table: "sessions",
      where: { cookie_key: cookieKey, expires_at: { atMost: expiresAt - leastGainSeconds } },
      set: { expires_at: expiresAt, last_used_at: now },
      expect: 1,
    },
    auditEntry(random, now, "session_extended", person.id),
  ]);
  if (committed) return { ...view, expiresAt, now };
  // Another request moved the end further, or signed out, or the sweeper took what had just ended.
  return (await findSession(environment, token))?.view ?? null;
}
