import type { SessionView } from "@educonnect-activation/core";
import { auditEntry } from "../audit/audit-entry.ts";
import { readProofs, writeProofs, type Proof } from "../authentication/proof.ts";
import type { Environment } from "../environment.ts";
import { isStored, type Account, type CredentialUse } from "../ports/accounts.ts";
import type { Person } from "../ports/directory.ts";
import type { Change } from "../ports/store.ts";
import { createToken, tokenKey, tokenKeys } from "../security/tokens.ts";
import { readDeviceKind, type DeviceKind } from "./device.ts";

const idTokenPlace = (cookieKey: string) => ({
  table: "sessions",
  row: cookieKey,
  column: "id_token_encrypted",
});

/** What a session is opened with. */
export interface SessionRequest {
  readonly account: Account;
  /** How the person showed who they are, and when. */
  readonly proofs: readonly Proof[];
  readonly device: DeviceKind;
  /** What FranceConnect's logout will ask for, when the sign-in came from there. */
  readonly idToken: string | null;
  readonly at: number;
}

/** A session that is open once its change is committed. */
export interface OpenedSession {
  readonly change: Change;
  /** What the browser holds. */
  readonly token: string;
  /** The instants of the session (epoch seconds). */
  readonly lifetime: Pick<SessionView, "expiresAt" | "endsAt" | "now">;
}

/** Opens a session; no other function makes one. */
export async function openSession(
  environment: Environment,
  { account, proofs, device, idToken, at }: SessionRequest,
): Promise<OpenedSession> {
  const { vault, random, sessionCeilingSeconds, sessionTtlSeconds } = environment;
  const token = createToken(random);
  const cookieKey = await tokenKey(vault, "session", token);
  const endsAt = at + sessionCeilingSeconds;
  const expiresAt = Math.min(endsAt, at + sessionTtlSeconds);
  return {
    change: {
      type: "insert",
      table: "sessions",
      row: {
        cookie_key: cookieKey,
        account_id: account.id,
        proofs: writeProofs(proofs),
        device,
        id_token_encrypted: idToken === null ? null : await vault.encrypt(idTokenPlace(cookieKey), idToken),
        created_at: at,
        last_used_at: at,
        expires_at: expiresAt,
        ends_at: endsAt,
      },
    },
    token,
    lifetime: { expiresAt, endsAt, now: at },
  };
}

/** The changes that end whatever session a browser's token opens. */
export async function changesToEndSession(
  { vault }: Environment,
  token: string | undefined,
): Promise<readonly Change[]> {
  if (token === undefined) return [];
  const keys = await tokenKeys(vault, "session", token);
  return keys.map((key) => ({ type: "delete", table: "sessions", where: { cookie_key: key } }));
}

/** The change that ends every session of an account. */
export function changesToEndSessions(accountId: string): Change {
  return { type: "delete", table: "sessions", where: { account_id: accountId } };
}

/** A guardian who is the legal representative of no child any more is not let in, however right the password. */
export async function mayEnter({ directory }: Environment, person: Person): Promise<boolean> {
  return person.kind === "pupil" || (await directory.findChildren(person.id)).length > 0;
}

/** Somebody who is signed in. */
export interface Session {
  /** The key of its row. */
  readonly cookieKey: string;
  readonly accountId: string;
  readonly person: Person;
  readonly view: SessionView;
  /** How the person showed who they are, and when (`amr` and `auth_time` of OpenID Connect Core, 2). */
  readonly proofs: readonly Proof[];
  readonly device: DeviceKind;
  readonly createdAt: number;
  readonly lastUsedAt: number;
  /** FranceConnect's ID token, when it was the way in. */
  readonly idToken: string | null;
}

/**
 * Finds the session that a browser's token opens.
 *
 * The directory is asked every time, so that a guardianship withdrawn ends the session at once.
 */
export async function findSession(
  environment: Environment,
  token: string | undefined,
): Promise<Session | null> {
  if (token === undefined) return null;
  const { store, vault, accounts, directory, clock } = environment;
  for (const cookieKey of await tokenKeys(vault, "session", token)) {
    const [row] = await store.find("sessions", { where: { cookie_key: cookieKey } });
    const now = clock.now();
    if (!row || row.expires_at <= now) continue;
    const account = await accounts.find(row.account_id);
    if (account?.status !== "active") return null;
    const person = await directory.findPerson(account.personId);
    if (person === null || !(await mayEnter(environment, person))) return null;
    const lifetime = { expiresAt: row.expires_at, endsAt: row.ends_at, now };
    return {
      cookieKey,
      accountId: account.id,
      person,
      view: sessionView(person, lifetime),
      proofs: readProofs(row.proofs, person.id),
      device: readDeviceKind(row.device),
      createdAt: row.created_at,
      lastUsedAt: row.last_used_at,
      idToken:
        row.id_token_encrypted === null
          ? null
          : await vault.decrypt(idTokenPlace(cookieKey), row.id_token_encrypted),
    };
  }
  return null;
}

/** What the badge shows of a session. */
export function sessionView(
  { givenName, familyName }: Person,
  lifetime: OpenedSession["lifetime"],
): SessionView {
  return { givenName, familyName, ...lifetime };
}

/** What is signed in with. */
export interface SignIn extends Omit<SessionRequest, "at" | "proofs"> {
  readonly proof: Proof;
  /** Changes to commit together with the session. */
  readonly changes: readonly Change[];
  /** The credential that opened the account. */
  readonly use: CredentialUse;
}

/** What came of signing in to an active account. */
export type SignedIn =
  | { readonly outcome: "session"; readonly view: SessionView; readonly token: string }
  /** The directory no longer lets the person in. */
  | { readonly outcome: "refused" }
  /** Somebody else changed the same rows in this very moment; nothing was changed. */
  | { readonly outcome: "superseded" };

/** Signs the person of a proof in to their active account, whatever the way in. */
export async function signInToAccount(
  environment: Environment,
  { account, proof, device, idToken, changes, use }: SignIn,
): Promise<SignedIn> {
  const { accounts, directory, store, random, clock } = environment;
  const at = clock.now();
  const person = await directory.findPerson(account.personId);
  if (person === null || !(await mayEnter(environment, person))) return { outcome: "refused" };
  const session = await openSession(environment, { account, proofs: [proof], device, idToken, at });
  if (!isStored(accounts)) await accounts.recordUse(use, createToken(random));
  const { committed } = await store.commit([
    session.change,
    ...(isStored(accounts) ? accounts.changesToRecordUse(use) : []),
    ...changes,
    auditEntry(random, at, "signed_in", person.id, { method: proof.method }),
  ]);
  if (!committed) return { outcome: "superseded" };
  return { outcome: "session", view: sessionView(person, session.lifetime), token: session.token };
}
