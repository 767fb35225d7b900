import type { ClientBase, QueryResult } from "pg";
import type { CommitResult } from "../../ports/store.ts";
import type { CheckedChange } from "../checked-request.ts";
import type { BoundStatement, Statements } from "../sql/statements.ts";
import { lockingOrder } from "./locking-order.ts";
import { isConflict, isConnectionLoss, isUniqueViolation } from "./postgres-errors.ts";

/** How one attempt to commit ended. */
export type Attempt =
  | { readonly end: "known"; readonly result: CommitResult; readonly isBroken: boolean }
  /** Nothing took place; `isBroken` tells whether the connection is lost. */
  | {
      readonly end: "undone";
      readonly error: unknown;
      readonly isBroken: boolean;
      readonly mayRetry: boolean;
    }
  /** The connection broke during COMMIT. */
  | {
      readonly end: "unknown";
      readonly error: unknown;
      readonly isBroken: true;
      readonly transactionId: string;
    };

interface Undone {
  readonly end: "undone";
  readonly error: unknown;
  /** Whether the connection is lost. */
  readonly isBroken: boolean;
  readonly mayRetry: boolean;
}

const BEGIN: BoundStatement = {
  statement: { name: "educonnect_begin", text: "begin isolation level read committed" },
  parameters: [],
};
/** The name under which the database can be asked what became of the transaction. */
const IDENTIFY: BoundStatement = {
  statement: { name: "educonnect_identify", text: "select pg_current_xact_id()::text as id" },
  parameters: [],
};

/**
 * Sends all changes of one commit at once and, if each touched what it should, confirms them: two round trips whatever their number.
 *
 * READ COMMITTED is enough: an update that waited for another's lock looks at its condition again, and uniqueness is the indexes'.
 * @param order - the places of the changes in the order to make them in
 */
export async function attemptCommit(
  client: ClientBase,
  statements: Statements,
  changes: readonly CheckedChange[],
  order: readonly number[] = lockingOrder(changes),
): Promise<Attempt> {
  const bound = changes.map((change) => statements.change(change));
  const sent: Promise<QueryResult<Record<string, unknown>>>[] = [];
  const begun = send(client, BEGIN);
  const identified = send(client, IDENTIFY);
  for (const place of order) {
    const statement = bound[place];
    if (statement !== undefined) sent[place] = send(client, statement);
  }
  const [opening, identity, ...made] = await Promise.allSettled([begun, identified, ...sent]);
  if (opening.status === "rejected") return await undo(client, opening.reason);
  if (identity.status === "rejected") return await undo(client, identity.reason);
  const violation = made.findIndex((reply) => reply.status === "rejected" && isUniqueViolation(reply.reason));
  const failedAt = made.findIndex((reply, place) => !isMade(reply, changes[place]));
  const failure = made[failedAt];
  if (failure === undefined) return await confirm(client, String(identity.value.rows[0]?.["id"]));
  if (failure.status === "rejected" && failedAt !== violation) {
    if (violation === -1) return await undo(client, firstError(made, order));
    // The violation ended the transaction before an earlier change could be tried: only the order of the list tells which fails first.
    await undo(client, undefined);
    return await attemptCommit(client, statements, changes, [...changes.keys()]);
  }
  // Undone either way: if the rollback can't be sent, the server makes it when it sees the connection gone.
  const { isBroken } = await undo(client, undefined);
  return { end: "known", result: { committed: false, failedAt }, isBroken };
}

function isMade(
  reply: PromiseSettledResult<QueryResult<Record<string, unknown>>>,
  change: CheckedChange | undefined,
): boolean {
  const expected = change?.type === "insert" ? 1 : change?.expect;
  return reply.status === "fulfilled" && (expected === undefined || reply.value.rowCount === expected);
}

/** The others only say that the transaction had ended by then. */
function firstError(made: readonly PromiseSettledResult<unknown>[], order: readonly number[]): unknown {
  for (const place of order) {
    const reply = made[place];
    if (reply?.status === "rejected") return reply.reason;
  }
  return undefined;
}

/** One statement, prepared under its name the first time a connection sees it. */
export function send(
  client: Pick<ClientBase, "query">,
  { statement, parameters }: BoundStatement,
): Promise<QueryResult<Record<string, unknown>>> {
  return client.query({ name: statement.name, text: statement.text, values: parameters });
}

async function confirm(client: ClientBase, transactionId: string): Promise<Attempt> {
  try {
    const reply = await client.query("commit");
    if (reply.command === "COMMIT") return { end: "known", result: { committed: true }, isBroken: false };
    return {
      end: "undone",
      error: new Error(`COMMIT ended in ${reply.command}.`),
      isBroken: false,
      mayRetry: false,
    };
  } catch (error) {
    if (isConnectionLoss(error)) return { end: "unknown", error, isBroken: true, transactionId };
    return await undo(client, error);
  }
}

async function undo(client: ClientBase, error: unknown): Promise<Undone> {
  let isBroken = isConnectionLoss(error);
  if (!isBroken) {
    try {
      await client.query("rollback");
    } catch {
      isBroken = true;
    }
  }
  return { end: "undone", error, isBroken, mayRetry: isConflict(error) || isConnectionLoss(error) };
}
