import type { SignInResponse } from "@educonnect-activation/core";
import type { VerifiedAccount } from "../accounts/verify-password.ts";
import { auditEntry } from "../audit/audit-entry.ts";
import type { Environment } from "../environment.ts";
import type { PlainResponse } from "../http/message.ts";
import { ProblemError } from "../http/problem.ts";
import { isStored } from "../ports/accounts.ts";
import { createToken } from "../security/tokens.ts";
import { mayEnter, openSession, sessionView } from "./session.ts";

/**
 * Opens a session on an active account.
 *
 * @returns null when somebody else changed the account in this very moment; nothing is changed then.
 * @throws {ProblemError} `credentials_refused` for a person whom the directory no longer lets in.
 */
export async function enterSession(
  environment: Environment,
  { account, use, changes }: VerifiedAccount,
): Promise<PlainResponse | null> {
  const { accounts, directory, store, random, clock } = environment;
  const at = clock.now();
  const person = await directory.findPerson(account.personId);
  if (person === null || !(await mayEnter(environment, person)))
    throw new ProblemError("credentials_refused");
  const { change, cookie, lifetime } = await openSession(environment, account, at);
  if (!isStored(accounts)) await accounts.recordUse(use, createToken(random));
  const result = await store.commit([
    change,
    ...(isStored(accounts) ? accounts.changesToRecordUse(use) : []),
    ...changes,
    auditEntry(random, at, "signed_in", account.personId),
  ]);
  if (!result.committed) return null;
  const body: SignInResponse = { outcome: "session", session: sessionView(person, lifetime) };
  return { status: 200, body, cookies: [cookie] };
}
