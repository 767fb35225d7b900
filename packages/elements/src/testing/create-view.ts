import type { FlowView } from "@educonnect-activation/core";

/** A view of the e-mail step of the letter's method, changed as a test needs it. */
export function createView(change: Partial<FlowView> = {}): FlowView {
  return {
    purpose: "activation",
    revision: 1,
    method: "letter",
    audience: "guardian",
    condition: "awaiting",
    step: { name: "email", given: null },
    accepts: ["emailSubmitted", "abandonRequested"],
    back: "abandon",
    issues: [],
    lockedUntil: null,
    progress: { current: 1, total: 4 },
    expiresAt: 1_800_000_000,
    now: 1_799_000_000,
    contact: null,
    ...change,
  };
}
