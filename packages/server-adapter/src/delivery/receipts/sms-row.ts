import type { TakenSms } from "../../ports/sms-gateway.ts";
import type { Change } from "../../ports/store.ts";

/** How long a receipt is awaited: an operator keeps a text for two days at most. */
export const smsTtlSeconds = 3 * 86_400;

const firstCheckSeconds = 15;
const longestCheckSeconds = 3600;

/** How long to wait before the gateway is asked again: 15 s, then twice as long each time, up to an hour. */
export function checkDelaySeconds(tries: number): number {
  return Math.min(longestCheckSeconds, firstCheckSeconds * 2 ** Math.min(tries, 30));
}

/**
 * Makes the change that keeps what is known of a text that was sent: neither its number nor its words.
 *
 * @param id the message's, which logs and audit name it by
 * @param isAsked whether the gateway has to be asked what became of it
 */
export function keepText(id: string, { gatewayId }: TakenSms, isAsked: boolean, now: number): Change {
  return {
    type: "insert",
    table: "texts",
    row: {
      id,
      gateway_id: gatewayId,
      status: "sent",
      reason: null,
      check_at: isAsked && gatewayId !== null ? now + checkDelaySeconds(0) : null,
      tries: 0,
      expires_at: now + smsTtlSeconds,
    },
  };
}
