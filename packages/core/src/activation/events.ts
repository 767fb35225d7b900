import type { Issue } from "../issue.ts";

/** What a guardian answers about one child. */
export type ChildAnswer =
  | { readonly childId: string; readonly relation: "guardian"; readonly birthDate: string | null }
  | { readonly childId: string; readonly relation: "notGuardian" };

/**
 * What a person asks of a flow; the only events the wire accepts.
 *
 * A `birthDate` is an ISO calendar date (`YYYY-MM-DD`); `null` stands for a child whose date the school has not recorded.
 */
export type Command =
  | {
      readonly type: "identitySubmitted";
      readonly givenName: string;
      readonly familyName: string;
      readonly phone: string;
    }
  | { readonly type: "smsCodeSubmitted"; readonly code: string }
  | { readonly type: "smsCodeResendRequested" }
  | { readonly type: "childrenSubmitted"; readonly answers: readonly ChildAnswer[] }
  | { readonly type: "birthDateSubmitted"; readonly birthDate: string }
  | { readonly type: "passwordSubmitted"; readonly password: string }
  | { readonly type: "emailSubmitted"; readonly email: string }
  | { readonly type: "emailSkipped" }
  | { readonly type: "emailCodeSubmitted"; readonly code: string }
  | { readonly type: "emailResendRequested" }
  | { readonly type: "emailCorrectionRequested" }
  | { readonly type: "backRequested" }
  | { readonly type: "continueRequested" }
  | { readonly type: "moreTimeRequested" }
  | { readonly type: "abandonRequested" }
  | { readonly type: "servicesRequested" };

/** The name of a command. */
export type CommandType = Command["type"];

/** A secret or a date was wrong. */
export interface Mismatch {
  /** Until when the account's own budget, longer with every lock, now closes the step (epoch seconds). */
  readonly lockedUntil?: number;
}

/** What the adapter found out: answers to the machine's questions, and news from outside the flow. */
export type Fact =
  | { readonly type: "guardianMatched"; readonly subject: string }
  | { readonly type: "guardianUnmatched" }
  | { readonly type: "guardianIncomplete"; readonly issues: readonly Issue[] }
  | { readonly type: "smsCodeMatched" }
  | (Mismatch & { readonly type: "smsCodeMismatched" })
  /** The code sent last is too old to count, whatever was typed. */
  | { readonly type: "smsCodeExpired" }
  /** The person came back from FranceConnect with an identity that the directory knows. */
  | { readonly type: "franceConnectMatched"; readonly subject: string }
  /** The person came back from FranceConnect with nothing that could be used. */
  | { readonly type: "franceConnectFailed"; readonly issue: Issue }
  | {
      readonly type: "childrenMatched";
      /** Children whose date was right: the link is proved. */
      readonly confirmed: readonly string[];
      /** Children the person says are not theirs. */
      readonly refused: readonly string[];
      /** Children claimed whose date the school has not recorded: nothing is granted until it confirms. */
      readonly unrecorded: readonly string[];
    }
  | (Mismatch & { readonly type: "childrenMismatched" })
  | { readonly type: "childrenIncomplete"; readonly issues: readonly Issue[] }
  | { readonly type: "birthDateMatched" }
  | (Mismatch & { readonly type: "birthDateMismatched" })
  | { readonly type: "birthDateIncomplete"; readonly issues: readonly Issue[] }
  | { readonly type: "passwordAccepted"; readonly credential: string }
  | { readonly type: "passwordRejected"; readonly issues: readonly Issue[] }
  | { readonly type: "emailCodeMatched" }
  | (Mismatch & { readonly type: "emailCodeMismatched" })
  /** The store's budget for this secret, shared by every place that accepts it, is spent until `until` (epoch seconds). */
  | { readonly type: "budgetSpent"; readonly until: number }
  /** The link of the mail was confirmed, perhaps in another browser; `generation` says which address it was for. */
  | { readonly type: "emailConfirmed"; readonly generation: number }
  /** « Ce n'est pas moi » was pressed where the link leads. */
  | { readonly type: "emailDisowned"; readonly generation: number };

/** The name of a fact. */
export type FactType = Fact["type"];

/** Anything the machine hears, with the instant it happened at (epoch seconds). */
export type ActivationEvent = (Command | Fact) & { readonly at: number };
