import { auditEntry } from "../audit/audit-entry.ts";
import type { Environment } from "../environment.ts";
import type { PlainRequest, SetCookie } from "../http/message.ts";
import { ProblemError } from "../http/problem.ts";
import type { FranceConnectIdentity } from "../ports/france-connect.ts";
import { createToken } from "../security/tokens.ts";
import { changesToEndSession, mayEnter, openSession } from "../sessions/session.ts";
import { isStored } from "../ports/accounts.ts";
import { identityKeys } from "./federated-identity.ts";
import type { Flow } from "./flow.ts";

/**
 * Signs in whom this very identity activated an account for before: nothing is left to activate. Whoever else was signed in here no longer is
 * (ASVS 7.2.4).
 *
 * @param flow the one the sign-in was begun in, which ends.
 * @returns the cookies to set; null for anybody else, and for a person whom the directory no longer lets in.
 */
export async function enterWithIdentity(
  environment: Environment,
  request: PlainRequest,
  flow: Flow,
  identity: FranceConnectIdentity,
): Promise<readonly SetCookie[] | null> {
  const { accounts, cookies, directory, store, random, clock } = environment;
  const keys = await identityKeys(environment, identity);
  const found = await accounts.findByCredential("franceConnect", keys);
  if (found?.account.status !== "active") return null;
  const { account, credential } = found;
  const person = await directory.findPerson(account.personId);
  if (person === null || !(await mayEnter(environment, person))) return null;
  const at = clock.now();
  const { change, cookie } = await openSession(environment, account, at, identity.idToken);
  // A keyed hash does not tell whose it is, so that only a sign-in can move an identity to today's key.
  const [newLookupKey] = keys;
  const use = { credential, at, ...(newLookupKey !== undefined && { newLookupKey }) };
  if (!isStored(accounts)) await accounts.recordUse(use, createToken(random));
  const { committed } = await store.commit([
    change,
    { type: "delete", table: "flows", where: { id: flow.id, revision: flow.revision }, expect: 1 },
    ...(isStored(accounts) ? accounts.changesToRecordUse(use) : []),
    ...(await changesToEndSession(environment, request.cookies.get(cookies.session))),
    auditEntry(random, at, "signed_in", person.id, { method: "franceConnect" }),
  ]);
  if (!committed) throw new ProblemError("server_busy", { retryAfterSeconds: 1 });
  return [cookie, { name: cookies.flow, value: null, maxAgeSeconds: 0 }];
}
