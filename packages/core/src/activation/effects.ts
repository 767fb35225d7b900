import type { ChildAnswer } from "./events.ts";

/**
 * What the machine must know before it can go on; answered by the adapter outside any transaction, with a fact.
 *
 * A question may carry a secret just typed; a state never does.
 */
export type Question =
  | {
      readonly type: "matchGuardian";
      readonly givenName: string;
      readonly familyName: string;
      readonly phone: string;
    }
  | { readonly type: "checkSmsCode"; readonly code: string }
  | { readonly type: "checkChildren"; readonly answers: readonly ChildAnswer[] }
  | { readonly type: "checkBirthDate"; readonly birthDate: string }
  | { readonly type: "hashPassword"; readonly password: string }
  | { readonly type: "checkEmailCode"; readonly code: string };

/** The name of a question. */
export type QuestionType = Question["type"];

/** What must be written or sent together with the new state, in its transaction. */
export type Write =
  /** A proof was given: the flow's cookie gets a new value, so that a planted one is useless. */
  | { readonly type: "rotateFlow" }
  | { readonly type: "reserveIdentifier" }
  | { readonly type: "savePassword"; readonly credential: string }
  | { readonly type: "saveEmail"; readonly email: string; readonly generation: number }
  | { readonly type: "forgetEmail" }
  | { readonly type: "sendSmsCode" }
  | { readonly type: "sendConfirmationMail"; readonly generation: number }
  | {
      readonly type: "reportChildren";
      readonly refused: readonly string[];
      readonly unrecorded: readonly string[];
    }
  | {
      readonly type: "activateAccount";
      readonly children: readonly string[];
      /** Whether the address given is confirmed, waits for its confirmation, or was not given. */
      readonly email: "confirmed" | "pending" | "none";
    }
  | { readonly type: "notifyGuardians"; readonly children: readonly string[] }
  /** The way in has changed: whoever was signed in to the account no longer is. */
  | { readonly type: "endSessions" }
  | { readonly type: "openSession" };

/** Everything the machine can ask of the adapter. */
export type Effect = Question | Write;

const questionTypes = {
  matchGuardian: true,
  checkSmsCode: true,
  checkChildren: true,
  checkBirthDate: true,
  hashPassword: true,
  checkEmailCode: true,
} satisfies Record<QuestionType, true>;

/** Tells a question, to be answered first, from a write, to be done in the transaction. */
export function isQuestion(effect: Effect): effect is Question {
  return Object.hasOwn(questionTypes, effect.type);
}
