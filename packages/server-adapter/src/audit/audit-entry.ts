import type { RandomSource } from "@educonnect-activation/core";
import type { Change } from "../ports/store.ts";
import { encodeBase64url } from "../security/base64url.ts";

/** What an audit entry may say: random ids, codes and numbers, never anything personal or secret (ASVS 16.2.5). */
export type AuditDetails = Readonly<Record<string, string | number | boolean | null>>;

/** Writes one line of the audit trail, to be committed with what it tells of; the sealer chains it by hash later. */
export function auditEntry(
  random: RandomSource,
  at: number,
  event: string,
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
