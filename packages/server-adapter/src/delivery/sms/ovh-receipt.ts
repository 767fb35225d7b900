import type { SmsReceipt } from "../../ports/sms-gateway.ts";

/** Values of `deliveryReceipt` in OVHcloud's API; 0, 4 and 8 mean that the message is on its way. */
const delivered = 1;
const failed: ReadonlySet<unknown> = new Set([2, 16]);

/** The value of `ptt` in OVHcloud's API (guide « Tout savoir sur les utilisateurs SMS ») for a message that arrived. */
const arrived = 4;

/** The values of `ptt` for a message that did not arrive or will not. */
const failures: ReadonlyMap<unknown, string> = new Map([
  [5, "undelivered"],
  [6, "outcome_unknown"],
  [8, "expired"],
  [20, "undeliverable"],
  [21, "subscriber_without_credit"],
  [23, "number_refused"],
  [24, "subscriber_absent"],
  [25, "network_failure"],
  [26, "phone_failure"],
  [27, "phone_incompatible"],
  [28, "taken_for_spam"],
  [29, "content_refused"],
  [33, "parental_lock"],
  [39, "operator_failure"],
  [73, "ported_unreachable"],
  [74, "subscriber_roaming"],
  [76, "ported_refused"],
  [202, "ported_refused"],
]);

/**
 * Reads an `sms.Outgoing`; null while the message is on its way.
 *
 * The receipt decides. `ptt`, which is more precise, names the reason, and decides only while there is no receipt.
 */
export function readOvhReceipt(gatewayId: string, outgoing: object): SmsReceipt | null {
  const { deliveryReceipt, ptt }: { deliveryReceipt?: unknown; ptt?: unknown } = outgoing;
  const failure = failures.get(ptt);
  if (failed.has(deliveryReceipt)) return { gatewayId, status: "failed", reason: failure ?? "other" };
  if (deliveryReceipt === delivered || ptt === arrived)
    return { gatewayId, status: "delivered", reason: null };
  return failure === undefined ? null : { gatewayId, status: "failed", reason: failure };
}
