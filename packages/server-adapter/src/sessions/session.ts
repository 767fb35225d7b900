import type { SessionView } from "@educonnect-activation/core";
import type { Environment } from "../environment.ts";
import { cookieKeyOf } from "../flows/flow.ts";
import type { SetCookie } from "../http/message.ts";
import type { Account } from "../ports/accounts.ts";
import type { Person } from "../ports/directory.ts";
import type { Change } from "../ports/store.ts";
import { createToken } from "../security/tokens.ts";

const idTokenPlace = (cookieKey: string) => ({
  table: "sessions",
  row: cookieKey,
  column: "id_token_encrypted",
});

/** The instants of a session (epoch seconds). */
export type SessionLifetime = Pick<SessionView, "expiresAt" | "endsAt" | "now">;

/**
 * Signs an account in: the row to commit and the cookie to set.
 *
 * @param idToken what FranceConnect's logout will ask for, when the sign-in came from there.
 */
export async function openSession(
  environment: Environment,
  account: Account,
  at: number,
  idToken: string | null = null,
): Promise<{ change: Change; cookie: SetCookie; lifetime: SessionLifetime }> {
  const value = createToken(environment.random);
  const cookieKey = await cookieKeyOf(environment, "session", value);
  const endsAt = at + environment.sessionCeilingSeconds;
  const expiresAt = Math.min(endsAt, at + environment.sessionTtlSeconds);
  return {
    change: {
      type: "insert",
      table: "sessions",
      row: {
        cookie_key: cookieKey,
        account_id: account.id,
        id_token_encrypted:
          idToken === null ? null : await environment.vault.encrypt(idTokenPlace(cookieKey), idToken),
        expires_at: expiresAt,
        ends_at: endsAt,
      },
    },
    cookie: { name: environment.cookies.session, value, maxAgeSeconds: expiresAt - at },
    lifetime: { expiresAt, endsAt, now: at },
  };
}

/** The changes that end whatever session a cookie opens. */
export async function changesToEndSession(
  { vault }: Environment,
  cookie: string | undefined,
): Promise<readonly Change[]> {
  if (cookie === undefined) return [];
  const keys = await vault.lookupKeys("session-cookie", cookie);
  return keys.map((key) => ({ type: "delete", table: "sessions", where: { cookie_key: key } }));
}

/** A guardian without an open link to any child is nobody here, however right the password. */
export async function mayEnter({ directory }: Environment, person: Person): Promise<boolean> {
  return person.kind === "pupil" || (await directory.findChildren(person.id)).length > 0;
}

/** Who is signed in with a session cookie. */
export interface Session {
  /** Of its row. */
  readonly cookieKey: string;
  readonly person: Person;
  readonly view: SessionView;
  /** FranceConnect's ID token, when it was the way in. */
  readonly idToken: string | null;
}

/**
 * Finds the session of a cookie.
 *
 * The directory is asked every time, so that a link withdrawn ends the session at once.
 */
export async function findSession(
  environment: Environment,
  cookie: string | undefined,
): Promise<Session | null> {
  if (cookie === undefined) return null;
  const { store, vault, accounts, directory, clock } = environment;
  for (const cookieKey of await vault.lookupKeys("session-cookie", cookie)) {
    const [row] = await store.find("sessions", { where: { cookie_key: cookieKey } });
    const now = clock.now();
    if (!row || row.expires_at <= now) continue;
    const account = await accounts.find(row.account_id);
    if (account?.status !== "active") return null;
    const person = await directory.findPerson(account.personId);
    if (person === null || !(await mayEnter(environment, person))) return null;
    const idToken =
      row.id_token_encrypted === null
        ? null
        : await vault.decrypt(idTokenPlace(cookieKey), row.id_token_encrypted);
    const lifetime = { expiresAt: row.expires_at, endsAt: row.ends_at, now };
    return { cookieKey, person, view: sessionView(person, lifetime), idToken };
  }
  return null;
}

/** What the badge shows of a session. */
export function sessionView({ givenName, familyName }: Person, lifetime: SessionLifetime): SessionView {
  return { givenName, familyName, ...lifetime };
}
