import type { ActivationPolicy, FailureBudget } from "../policy.ts";

const budget: FailureBudget = { tries: 2, lockSeconds: 100, rounds: 2 };

/** The smallest budgets under which everything that can happen at a step does happen; for pictures and quick checks. */
export const smallPolicy: ActivationPolicy = {
  failures: {
    login: budget,
    smsCode: budget,
    children: budget,
    birthDate: budget,
    emailSent: budget,
  },
  sends: {
    smsCode: { sends: 2, cooldownSeconds: 10, validSeconds: 100, codeLength: 8 },
    emailSent: { sends: 2, cooldownSeconds: 10, validSeconds: 100, codeLength: 8 },
  },
  unprovenTtlSeconds: 1_000,
  unprovenCeilingSeconds: 5_000,
  provenTtlSeconds: 10_000,
};
