import type { TakenSms } from "../../ports/sms-gateway.ts";
import type { Change } from "../../ports/store.ts";

/** How long a receipt is waited for; an operator keeps an SMS for two days at most. */
export const smsTtlSeconds = 3 * 86_400;

const firstCheckSeconds = 15;
const longestCheckSeconds = 3600;

/** Computes the wait before the gateway is asked again: 15 s, then twice as long each time, up to an hour. */
export function checkDelaySeconds(tries: number): number {
  return Math.min(longestCheckSeconds, firstCheckSeconds * 2 ** Math.min(tries, 30));
}

/**
 * Makes the change that records a sent SMS, without its number and its words.
 *
 * @param id the message's id, by which logs and audit name it
 * @param isAsked whether the gateway has to be asked for the receipt
 */
export function keepSms(id: string, { gatewayId }: TakenSms, isAsked: boolean, now: number): Change {
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
