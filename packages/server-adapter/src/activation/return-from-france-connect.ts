import { auditEntry } from "../audit/audit-entry.ts";
import { identityKeys } from "../authentication/federated-identity.ts";
import { createProof } from "../authentication/proof.ts";
import type { Environment } from "../environment.ts";
import { advanceFlow, type Advanced, type FlowParts } from "../flows/advance-flow.ts";
import type { Flow } from "../flows/flow.ts";
import { decryptIdentity } from "../flows/flow-identity.ts";
import type { Answer } from "../flows/question.ts";
import type { Origin } from "../flows/write.ts";
import type { FranceConnectIdentity } from "../ports/france-connect.ts";
import { refuseBusy } from "../refusal.ts";
import { changesToEndSession, signInToAccount, type SignedIn } from "../sessions/session.ts";

/** The browser that comes back from FranceConnect, and the attempt that it comes back to. */
export interface ReturningBrowser {
  readonly origin: Origin;
  readonly sessionToken: string | undefined;
  /** The flow in which the sign-in was begun. */
  readonly flow: Flow;
  /** The same for one attempt and no other. */
  readonly requestId: string;
}

/**
 * Signs in whom this very identity activated an account for before: nothing is left to activate. The flow ends, and so does the session of
 * whoever else was signed in here (ASVS 7.2.4).
 *
 * @returns null for anybody else, and for a person whom the directory no longer lets in.
 */
export async function signInWithIdentity(
  environment: Environment,
  identity: FranceConnectIdentity,
  { origin, sessionToken, flow }: ReturningBrowser,
): Promise<Extract<SignedIn, { outcome: "session" }> | null> {
  const { accounts, clock } = environment;
  const keys = await identityKeys(environment, identity);
  const found = await accounts.findByCredential("franceConnect", keys);
  if (found?.account.status !== "active") return null;
  const { account, credential } = found;
  const at = clock.now();
  // A keyed hash does not tell whose it is, so that only a sign-in can move an identity to today's key.
  const [newLookupKey] = keys;
  const signedIn = await signInToAccount(environment, {
    account,
    proof: createProof("franceConnect", account.personId, at),
    device: origin.device,
    idToken: identity.idToken,
    use: { credential, at, ...(newLookupKey !== undefined && { newLookupKey }) },
    changes: [
      { type: "delete", table: "flows", where: { id: flow.id, revision: flow.revision }, expect: 1 },
      ...(await changesToEndSession(environment, sessionToken)),
    ],
  });
  if (signedIn.outcome === "superseded") throw refuseBusy();
  return signedIn.outcome === "session" ? signedIn : null;
}

/** Tells which other flows of the person the same identity has under way. */
async function isSameIdentity(environment: Environment, other: Flow, flow: Flow): Promise<boolean> {
  const [theirs, mine] = await Promise.all([
    decryptIdentity(environment, other),
    decryptIdentity(environment, flow),
  ]);
  return mine !== null && theirs?.subject === mine.subject && theirs.issuer === mine.issuer;
}

/**
 * Carries FranceConnect's answer through the flow that asked for it.
 *
 * Whoever has a flow under way with the same identity goes on with it here, and the browser it was in gets `flow_moved`.
 *
 * @throws {Refusal} `server_busy` when others kept changing what there is to go on with.
 */
export async function advanceWithIdentity(
  environment: Environment,
  parts: FlowParts,
  answer: Answer,
  { origin, sessionToken, flow, requestId }: ReturningBrowser,
): Promise<Advanced> {
  const { random, clock } = environment;
  const after: Flow = { ...flow, ...answer.kept };
  const identity = await decryptIdentity(environment, after);
  const isSame = (other: Flow) => isSameIdentity(environment, other, after);
  return advanceFlow(environment, parts, flow, answer, {
    origin,
    requestId,
    // Somebody of the same name must not end the flow of the one it is about.
    succession: { resumes: isSame, ends: identity?.isHomonymRuledOut === true ? () => true : isSame },
    alongside: async ({ flow: settled, isProof }) => [
      ...(isProof ? await changesToEndSession(environment, sessionToken) : []),
      auditEntry(random, clock.now(), "france_connect_returned", settled.state.subject, {
        flow: settled.id,
        issue: settled.state.condition === "awaiting" ? (settled.state.issues[0]?.code ?? null) : null,
      }),
    ],
  });
}
