import { DeliveryError } from "../ports/delivery-error.ts";
import type { Mailer } from "../ports/mailer.ts";
import type { SmsGateway, TakenSms } from "../ports/sms-gateway.ts";
import type { Tables } from "../ports/tables.ts";
import { VaultError, type Vault } from "../security/vault.ts";
import { outboxPlace } from "./outbox.ts";

/** The gateways through which messages leave. Without an SMS gateway, an SMS fails for good. */
export interface Gateways {
  readonly vault: Vault;
  readonly mailer: Mailer;
  readonly smsGateway?: SmsGateway | undefined;
}

/**
 * Decrypts a message of the outbox and passes it to its gateway. Its random id is the idempotency key of every try. A decoy is decrypted
 * like any other message and goes nowhere.
 *
 * @returns the gateway's id of an SMS; null for any other message
 * @throws {DeliveryError} when the message did not leave; one that takes longer than `timeoutSeconds` may still leave
 */
export async function sendMessage(
  gateways: Gateways,
  row: Tables["outbox"],
  timeoutSeconds: number,
): Promise<TakenSms | null> {
  const payload = await openPayload(gateways.vault, row);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new DeliveryError("gateway_timeout", true)), timeoutSeconds * 1000);
  });
  try {
    return await Promise.race([handOver(gateways, row, payload), timeout]);
  } catch (error) {
    if (error instanceof DeliveryError) throw error;
    throw new DeliveryError("gateway_error", true, { cause: error });
  } finally {
    clearTimeout(timer);
  }
}

type Payload = Readonly<Record<string, unknown>>;

async function handOver(
  { mailer, smsGateway }: Gateways,
  row: Tables["outbox"],
  payload: Payload,
): Promise<TakenSms | null> {
  if (row.kind === "none") return null;
  if (row.kind === "email") {
    await mailer.send({
      to: readText(payload, "to"),
      subject: readText(payload, "subject"),
      text: readText(payload, "text"),
      html: readText(payload, "html"),
      messageId: row.id,
    });
    return null;
  }
  if (smsGateway === undefined) throw new DeliveryError("gateway_missing", false);
  return smsGateway.send({
    to: readText(payload, "to"),
    text: readText(payload, "text"),
    messageId: row.id,
    attempt: row.tries,
    expiresAt: row.expires_at,
  });
}

async function openPayload(vault: Vault, row: Tables["outbox"]): Promise<Payload> {
  try {
    const payload: unknown = JSON.parse(await vault.decrypt(outboxPlace(row.id), row.payload_encrypted));
    return typeof payload === "object" && payload !== null ? { ...payload } : {};
  } catch (error) {
    // A process that does not have the newest key yet leaves the message to one that has it.
    const retryable = error instanceof VaultError && error.code === "encrypted_text_key_unknown";
    throw new DeliveryError(error instanceof VaultError ? error.code : "payload_malformed", retryable, {
      cause: error,
    });
  }
}

function readText(payload: Payload, name: string): string {
  const value = payload[name];
  if (typeof value !== "string") throw new DeliveryError("payload_malformed", false);
  return value;
}
