import type { PortalStep, PortalStepName, SettledPortal } from "./settle-portal.ts";

/** What an answer made appear. */
export interface PortalNews {
  /** The question that waits for an answer now; null once all are answered. */
  readonly next: PortalStepName | null;
  /** What was settled without a question, told once all are answered. */
  readonly settled: readonly PortalStep[];
}

/** Tells what appeared between two answers, or null when nothing did; a question that lost its answer appears again. */
export function newsOf(before: SettledPortal, after: SettledPortal): PortalNews | null {
  const open = after.steps.find(({ status, chosen }) => status === "asked" && chosen === null);
  if (open !== undefined) {
    const old = before.steps.find(({ name }) => name === open.name);
    const isNew = old?.status !== "asked" || old.chosen !== null;
    return isNew ? { next: open.name, settled: [] } : null;
  }
  if (after.choice === null || before.choice !== null) return null;
  return { next: null, settled: after.steps.filter(({ status }) => status === "settled") };
}
