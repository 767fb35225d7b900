import type { FlowView } from "@educonnect-activation/core";

/** Tells whether a flow may be left without a question: nobody has proved who they are, so nothing is lost. */
export function isUnproven({ step: { name }, method }: FlowView): boolean {
  return name === "identity" || name === "franceConnect" || (name === "smsCode" && method === "sms");
}
