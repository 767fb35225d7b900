import {
  isEnded,
  normalizePassword,
  normalizeProvisionalPassword,
  parseIdentifier,
  startActivation,
  transition,
  type ActivationState,
  type SignInResponse,
} from "@educonnect-activation/core";
import { auditEntry } from "../audit.ts";
import type { Environment } from "../environment.ts";
import { changeToRetire, changeToSave, findFlow, toFlow, toRow, type Flow } from "../flows/flow.ts";
import { createFlowCookie } from "../flows/perform-writes.ts";
import { showFlow } from "../flows/show-flow.ts";
import type { PlainRequest, PlainResponse } from "../http/message.ts";
import { ProblemError } from "../http/problem.ts";
import { readBody } from "../http/read-body.ts";
import { isStored, type Account } from "../ports/accounts.ts";
import type { Change } from "../ports/store.ts";
import { createToken } from "../security/tokens.ts";
import { openSession, sessionView } from "../sessions/session.ts";
import { signInRequest } from "./schemas.ts";

/** Which of an account's passwords counts now: the letter's until one was chosen, then only that one. */
function credentialOf(account: Account | null): { hash: string | null; isProvisional: boolean } {
  if (account === null) return { hash: null, isProvisional: false };
  if (account.passwordHash !== null) return { hash: account.passwordHash, isProvisional: false };
  return { hash: account.provisionalHash, isProvisional: true };
}

/** Checks the pair under the account's budget; an unknown identifier costs the same work and gets the same answer. */
async function verify(
  environment: Environment,
  identifier: string | null,
  typed: string,
): Promise<{ account: Account; changes: readonly Change[] }> {
  const { accounts, attempts, passwordHasher, policy, vault, clock } = environment;
  const account = identifier === null ? null : await accounts.findByIdentifier(identifier);
  const key =
    account === null
      ? `password:${await vault.lookupKey("unknown-identifier", identifier ?? "")}`
      : `password:${account.id}`;
  const attempt = await attempts.take(key, policy.failures.credentials);
  if (!attempt.isAllowed) {
    throw new ProblemError("credentials_locked", {
      retryAfterSeconds: Math.max(1, attempt.until - clock.now()),
    });
  }
  const { hash, isProvisional } = credentialOf(account);
  const password = isProvisional ? normalizeProvisionalPassword(typed) : normalizePassword(typed);
  const isRight = await passwordHasher.verify(hash ?? (await decoyHash(environment)), password);
  if (account === null || hash === null || !isRight) throw new ProblemError("credentials_refused");
  const rehash =
    !isProvisional && isStored(accounts) && passwordHasher.needsRehash(hash)
      ? await accounts.changesFor(account, [
          { type: "rehashPassword", hash: await passwordHasher.hash(password) },
        ])
      : [];
  return { account, changes: [...attempts.changesToForget(key), ...rehash] };
}

const decoys = new WeakMap<object, Promise<string>>();

/** A hash that nothing matches, with today's parameters. */
function decoyHash({ passwordHasher, random }: Environment): Promise<string> {
  let decoy = decoys.get(passwordHasher);
  if (decoy === undefined) {
    decoy = passwordHasher.hash(createToken(random));
    decoys.set(passwordHasher, decoy);
    decoy.catch(() => decoys.delete(passwordHasher));
  }
  return decoy;
}

/** A flow that sign-in may lead back to. */
async function findOwnFlow(environment: Environment, account: Account): Promise<Flow | null> {
  const rows = await environment.store.find("flows", { where: { person_id: account.personId } });
  const now = environment.clock.now();
  const open = rows
    .map(toFlow)
    .filter(({ state }) => !isEnded(state) && state.condition !== "closed" && state.expiresAt > now);
  return open.sort((one, other) => other.state.expiresAt - one.state.expiresAt)[0] ?? null;
}

/** The state of a flow whose person has just proved who they are with the letter. */
function startProven(
  environment: Environment,
  account: Account,
  kind: "guardian" | "pupil",
): ActivationState {
  const plan = environment.plans[kind === "pupil" ? "pupil" : "letter"];
  if (!plan) throw new ProblemError("credentials_refused");
  const at = environment.clock.now();
  const { policy } = environment;
  const asked = transition(
    startActivation(plan, at, policy),
    { type: "credentialsSubmitted", identifier: account.identifier ?? "", password: "", at },
    policy,
  );
  return transition(asked.state, { type: "credentialsMatched", subject: account.personId, at }, policy).state;
}

async function enterFlow(
  environment: Environment,
  account: Account,
  current: Flow | null,
  changes: readonly Change[],
): Promise<PlainResponse | null> {
  const at = environment.clock.now();
  const { key: cookieKey, cookie } = await createFlowCookie(environment);
  const own = await findOwnFlow(environment, account);
  const flow: Flow = own
    ? { ...own, cookieKey, revision: own.revision + 1 }
    : {
        id: createToken(environment.random, 16),
        cookieKey,
        revision: 1,
        state: startProven(
          environment,
          account,
          (await environment.directory.findPerson(account.personId))?.kind ?? "guardian",
        ),
        emailSealed: null,
      };
  const saved: Change[] = own
    ? [changeToSave(own, flow), changeToRetire(own, own.id === current?.id ? "rotated" : "moved", at)]
    : [{ type: "insert", table: "flows", row: toRow(flow) }];
  const result = await environment.store.commit([
    ...saved,
    ...changes,
    auditEntry(environment.random, at, own ? "flow_resumed" : "flow_started", account.personId, {
      flow: flow.id,
      route: flow.state.plan.route,
    }),
  ]);
  if (!result.committed) return null;
  const body: SignInResponse = { outcome: "flow", flow: await showFlow(environment, flow) };
  return { status: 200, body, cookies: [cookie] };
}

async function enterSession(
  environment: Environment,
  account: Account,
  changes: readonly Change[],
): Promise<PlainResponse | null> {
  const at = environment.clock.now();
  const person = await environment.directory.findPerson(account.personId);
  if (person === null) throw new ProblemError("credentials_refused");
  const { change, cookie, expiresAt } = await openSession(environment, account, at);
  const result = await environment.store.commit([
    change,
    ...changes,
    auditEntry(environment.random, at, "signed_in", account.personId),
  ]);
  if (!result.committed) return null;
  const body: SignInResponse = { outcome: "session", session: sessionView(person, expiresAt) };
  return { status: 200, body, cookies: [cookie] };
}

/**
 * Signs in with an identifier and a password, to an activation or to an active account.
 *
 * Works again on another device: the flow moves there, and the browser it leaves gets `flow_moved`. Another person's flow in this
 * browser is only left behind when `replace` says so.
 */
export async function signIn(environment: Environment, request: PlainRequest): Promise<PlainResponse> {
  const { identifier, password, replace } = readBody(request, signInRequest);
  const parsed = parseIdentifier(identifier);
  const { account, changes } = await verify(
    environment,
    "identifier" in parsed ? parsed.identifier : null,
    password,
  );
  const now = environment.clock.now();
  if (account.status === "pending" && (account.provisionalExpiresAt ?? Infinity) <= now) {
    throw new ProblemError("provisional_password_expired");
  }
  const found = await findFlow(environment, request.cookies.get(environment.cookies.flow));
  const current =
    found.found === "flow" && !isEnded(found.flow.state) && found.flow.state.expiresAt > now
      ? found.flow
      : null;
  const isAnothers = current !== null && current.state.subject !== account.personId;
  if (isAnothers && current.state.condition === "awaiting" && replace !== true) {
    throw new ProblemError("flow_in_progress");
  }
  const response =
    account.status === "active"
      ? await enterSession(environment, account, changes)
      : await enterFlow(environment, account, current, changes);
  // Somebody else changed the account or its flow in this very moment; the person only has to try again.
  if (response === null) throw new ProblemError("server_busy", { retryAfterSeconds: 1 });
  return response;
}
