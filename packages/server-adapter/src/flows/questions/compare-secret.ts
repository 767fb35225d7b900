import type { Fact, Mismatch } from "@educonnect-activation/core";
import type { AttemptBudget } from "../../security/attempts.ts";
import type { Answer, QuestionContext } from "./question.ts";

/** A secret to compare, and what its comparison means. */
interface SecretComparison {
  /** Names the budget: the same wherever the secret is accepted. */
  readonly key: string;
  readonly budget: AttemptBudget;
  readonly isRight: () => boolean | Promise<boolean>;
  readonly matched: Fact;
  readonly mismatched: Extract<Fact, Mismatch>;
}

/** Compares a secret within its budget: counted before, forgotten after a success. */
export async function compareSecret(
  { environment }: QuestionContext,
  { key, budget, isRight, matched, mismatched }: SecretComparison,
): Promise<Answer> {
  const comparison = await environment.attempts.compare(key, budget, async () => isRight());
  if (!comparison.isAllowed) {
    const { until, isContested } = comparison;
    return { fact: { type: "budgetSpent", until }, isContested };
  }
  const { attempt } = comparison;
  return comparison.isRight
    ? { fact: matched, attempt, changes: environment.attempts.changesToForget(key) }
    : { fact: { ...mismatched, lockedUntil: attempt.lockedUntil }, attempt };
}
