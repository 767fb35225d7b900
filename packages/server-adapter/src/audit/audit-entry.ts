import type { Command, RandomSource } from "@educonnect-activation/core";
import type { Change } from "../ports/store.ts";
import { encodeBase64url } from "../security/base64url.ts";

/** What happened: a person's command on a flow, by its name, or one of these. */
export type AuditEvent =
  | Command["type"]
  | "flow_started"
  | "flow_resumed"
  | "france_connect_returned"
  /** By a mail's link, in the activation that asked for it. */
  | "emailConfirmed"
  | "emailDisowned"
  /** By a mail's link, once the account was active. */
  | "email_confirmed"
  | "email_disowned"
  | "signed_in"
  | "session_extended"
  | "signed_out"
  | "letter_issued"
  | "letter_reissued"
  | "message_expired"
  | "message_refused"
  | "sms_delivered"
  | "sms_failed";

/** What an audit entry may say: random ids, codes and numbers, never anything personal or secret (ASVS 16.2.5). */
export type AuditDetails = Readonly<Record<string, string | number | boolean | null>>;

/** Makes one entry of the audit trail, to be committed with what it tells of; `sealAudit` chains it by hash later. */
export function auditEntry(
  random: RandomSource,
  at: number,
  event: AuditEvent,
  subjectId: string | null,
  details: AuditDetails = {},
): Change {
  return {
    type: "insert",
    table: "audit",
    row: {
      // Begins with the time, so that entries made one after the other stand side by side in the index, however large the table.
      id: `${at.toString(36)}${encodeBase64url(random(16))}`,
      at,
      event,
      subject_id: subjectId,
      details: JSON.stringify(details),
      position: null,
      hash: null,
    },
  };
}
