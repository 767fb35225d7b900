import type { Environment } from "../environment.ts";
import type { SetCookie } from "../http/cookies.ts";
import type { PlainRequest, PlainResponse } from "../http/message.ts";
import { ProblemError } from "../http/problem.ts";
import type { Change } from "../ports/store.ts";
import { replaySeconds } from "../flows/flow.ts";

/** The key a request is kept under, and a digest that tells whether a second one is the same. */
export interface RequestKey {
  readonly key: string;
  /** Under today's key first, then under the ones before it. */
  readonly digests: readonly string[];
}

const keyShape = /^[A-Za-z0-9_-]{16,64}$/;
const place = (key: string) => ({ table: "replies", row: key, column: "answer_encrypted" });

/** The part of an answer that is kept. */
interface KeptAnswer {
  readonly status: number;
  readonly body: object | string | null;
  readonly cookies: readonly SetCookie[];
}

/**
 * Names a request by its flow and its `Idempotency-Key`.
 *
 * @throws {ProblemError} `idempotency_key_missing` when the header is absent or of another shape.
 */
export async function keyOf(
  environment: Environment,
  request: PlainRequest,
  flowId: string,
): Promise<RequestKey> {
  const { idempotencyKey, body } = request;
  if (idempotencyKey === null || !keyShape.test(idempotencyKey)) {
    throw new ProblemError("idempotency_key_missing");
  }
  const text = body instanceof Uint8Array ? new TextDecoder().decode(body) : "";
  // A plain hash of a body with a password in it could be searched offline; a keyed one can't.
  return {
    key: `${flowId}:${idempotencyKey}`,
    digests: await environment.vault.lookupKeys(
      "request-digest",
      `${request.method} ${request.path} ${text}`,
    ),
  };
}

/**
 * Finds the answer given to the same request before, cookies included.
 *
 * @throws {ProblemError} `idempotency_key_reused` when the key was used for another request.
 */
export async function findReply(
  environment: Environment,
  request: RequestKey,
): Promise<PlainResponse | null> {
  const { store, vault, clock } = environment;
  const [row] = await store.find("replies", { where: { key: request.key } });
  if (!row || row.expires_at <= clock.now()) return null;
  if (!request.digests.includes(row.request_digest)) throw new ProblemError("idempotency_key_reused");
  const kept: KeptAnswer = JSON.parse(await vault.decrypt(place(request.key), row.answer_encrypted));
  return kept;
}

/** Keeps an answer, sealed, for as long as the request may be repeated; committed together with what it tells of. An older one goes. */
export async function keepReply(
  environment: Environment,
  { key, digests }: RequestKey,
  response: PlainResponse,
  at: number,
): Promise<readonly Change[]> {
  const kept: KeptAnswer = { status: response.status, body: response.body, cookies: response.cookies ?? [] };
  const row = {
    key,
    request_digest: digests[0] ?? "",
    answer_encrypted: await environment.vault.encrypt(place(key), JSON.stringify(kept)),
    expires_at: at + replaySeconds,
  };
  return [
    { type: "delete", table: "replies", where: { key, expires_at: { atMost: at } } },
    { type: "insert", table: "replies", row },
  ];
}
