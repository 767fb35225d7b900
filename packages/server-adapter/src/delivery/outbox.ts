import { isEmailSyntax, type RandomSource } from "@educonnect-activation/core";
import type { Change } from "../ports/store.ts";
import { encodeBase64url } from "../security/base64url.ts";
import type { Place, Vault } from "../security/vault.ts";

/** A mail with its addressee. */
export interface OutgoingMail {
  /** One bare address. */
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** A text message with its addressee. */
export interface OutgoingSms {
  /** E.164 number. */
  readonly to: string;
  readonly text: string;
}

/** When a message is put into the outbox, and when it is no longer worth sending (epoch seconds). */
export interface OutboxTimes {
  readonly at: number;
  readonly expiresAt: number;
}

/** What encrypting a message takes; any object that has both will do. */
export interface OutboxEnvironment {
  readonly vault: Vault;
  readonly random: RandomSource;
}

const idByteLength = 16;

/** Where a message is encrypted for. */
export function outboxPlace(id: string): Place {
  return { table: "outbox", row: id, column: "payload_encrypted" };
}

/**
 * Makes the change that puts a mail into the outbox, to be committed with what it tells of.
 *
 * @throws TypeError for an address or a subject that a header can't hold
 */
export async function enqueueMail(
  environment: OutboxEnvironment,
  { to, subject, text, html }: OutgoingMail,
  times: OutboxTimes,
): Promise<Change> {
  if (!isEmailSyntax(to)) throw new TypeError("a mail goes to one bare address");
  if (/\p{Cc}/u.test(subject)) throw new TypeError("a subject has no control characters");
  return enqueue(environment, "email", { to, subject, text, html }, times);
}

/**
 * Makes the change that puts a text message into the outbox, to be committed with what it tells of.
 *
 * @throws TypeError for anything but an E.164 number
 */
export async function enqueueSms(
  environment: OutboxEnvironment,
  { to, text }: OutgoingSms,
  times: OutboxTimes,
): Promise<Change> {
  return enqueueToNumber(environment, "sms", { to, text }, times);
}

/**
 * Makes the change that puts a decoy into the outbox: at every step the work of a text message, but it is dropped when its turn comes.
 *
 * @throws TypeError for anything but an E.164 number
 */
export async function enqueueDecoy(
  environment: OutboxEnvironment,
  { to, text }: OutgoingSms,
  times: OutboxTimes,
): Promise<Change> {
  return enqueueToNumber(environment, "none", { to, text }, times);
}

async function enqueueToNumber(
  environment: OutboxEnvironment,
  kind: "sms" | "none",
  { to, text }: OutgoingSms,
  times: OutboxTimes,
): Promise<Change> {
  if (!/^\+[1-9]\d{6,14}$/.test(to)) throw new TypeError("a text message goes to an E.164 number");
  return enqueue(environment, kind, { to, text }, times);
}

async function enqueue(
  { vault, random }: OutboxEnvironment,
  kind: "email" | "sms" | "none",
  payload: OutgoingMail | OutgoingSms,
  { at, expiresAt }: OutboxTimes,
): Promise<Change> {
  const id = encodeBase64url(random(idByteLength));
  return {
    type: "insert",
    table: "outbox",
    row: {
      id,
      kind,
      payload_encrypted: await vault.encrypt(outboxPlace(id), JSON.stringify(payload)),
      available_at: at,
      tries: 0,
      expires_at: expiresAt,
    },
  };
}
