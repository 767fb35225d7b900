/** How often a secret may be got wrong before its step is locked, and for how long. */
export interface FailureBudget {
  /** Wrong submissions that lock the step. */
  readonly tries: number;
  /** Seconds the step then stays locked. */
  readonly lockSeconds: number;
  /** Locks after which the step is closed for good in this flow. */
  readonly rounds: number;
}

/** How often a message may be sent again. */
export interface SendBudget {
  /** Messages a flow may send in all, the first included. */
  readonly sends: number;
  /** Seconds between two messages. */
  readonly cooldownSeconds: number;
  /** Seconds for which what was sent counts. */
  readonly validSeconds: number;
  /** Digits of its code, 6 to 14. */
  readonly codeLength: number;
}

/** The steps at which a secret or a date can be got wrong. */
export type BudgetedStep = "login" | "smsCode" | "children" | "birthDate" | "emailSent";

/** The steps that send a message when they are entered. */
export type SendingStep = "smsCode" | "emailSent";

/** The numbers the machine obeys; everything is an option of the deployment. */
export interface ActivationPolicy {
  readonly failures: Readonly<Record<BudgetedStep, FailureBudget>>;
  readonly sends: Readonly<Record<SendingStep, SendBudget>>;
  /** Seconds a flow lives before its first proof of identity. */
  readonly unprovenTtlSeconds: number;
  /** Seconds from its beginning after which a flow without a proof gets no more time, however often it is asked for. */
  readonly unprovenCeilingSeconds: number;
  /** Seconds a flow lives after it. */
  readonly provenTtlSeconds: number;
}

const minute = 60;
const day = 24 * 60 * minute;

/**
 * The declared defaults: 3 wrong birth dates close a step for 24 h, 5 wrong codes for 15 min; a flow lives 30 min, then 7 days.
 *
 * Who needs more than the 30 min asks for it, as often as they like (WCAG 2.2.1 asks for ten times) until a day is over: longer than the
 * 20 h after which the criterion asks for nothing, and short enough that a cookie found keeps no flow open.
 *
 * A code texted is valid for 30 min, as in the deck, where ASVS 6.5.5 says 10: its 8 digits and 5 tries make up for it. A flow that waits
 * for one lives twice as long from then on, so that a code too old can still be replaced.
 *
 * The lock lengths here bind one flow. The store counts per account as well, and doubles (ASVS 6.3.1).
 */
export const defaultActivationPolicy: ActivationPolicy = {
  failures: {
    login: { tries: 5, lockSeconds: 15 * minute, rounds: 1 },
    smsCode: { tries: 5, lockSeconds: 15 * minute, rounds: 2 },
    children: { tries: 3, lockSeconds: day, rounds: 3 },
    birthDate: { tries: 3, lockSeconds: day, rounds: 3 },
    emailSent: { tries: 5, lockSeconds: 15 * minute, rounds: 2 },
  },
  sends: {
    smsCode: { sends: 5, cooldownSeconds: minute, validSeconds: 30 * minute, codeLength: 8 },
    emailSent: { sends: 5, cooldownSeconds: minute, validSeconds: day, codeLength: 8 },
  },
  unprovenTtlSeconds: 30 * minute,
  unprovenCeilingSeconds: day,
  provenTtlSeconds: 7 * day,
};
