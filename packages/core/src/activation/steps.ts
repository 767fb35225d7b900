import type { Issue, IssueCode } from "../issue.ts";
import { isEmailSyntax, normalizeEmail } from "../identity/email.ts";
import type { Effect, QuestionType } from "./effects.ts";
import type { ActivationEvent, FactType } from "./events.ts";
import type { StepName } from "./step.ts";
import type { ActivationPolicy } from "./policy.ts";
import {
  ask,
  awaitStep,
  complete,
  completeIdentityProof,
  fail,
  isCodeOut,
  progressOf,
  refuse,
  reject,
  resend,
  withNewContact,
  type Transition,
} from "./progress.ts";
import type { AwaitingState } from "./state.ts";

/** The name of anything the machine can hear. */
export type EventType = ActivationEvent["type"];

/** The event of a name. */
export type EventNamed<Name extends EventType> = {
  [Type in Name]: Extract<ActivationEvent, { type: Type }>;
}[Name];

/** What a step does with each event it knows. */
export type Handlers = {
  readonly [Name in EventType]?: (
    state: AwaitingState,
    event: EventNamed<Name>,
    policy: ActivationPolicy,
  ) => Transition;
};

/** The question each fact answers; news that nobody asked for are not listed. */
export const questionAnswered: Readonly<Partial<Record<FactType, QuestionType>>> = {
  guardianMatched: "matchGuardian",
  guardianUnmatched: "matchGuardian",
  guardianIncomplete: "matchGuardian",
  smsCodeMatched: "checkSmsCode",
  smsCodeMismatched: "checkSmsCode",
  smsCodeExpired: "checkSmsCode",
  childrenMatched: "checkChildren",
  childrenMismatched: "checkChildren",
  childrenIncomplete: "checkChildren",
  birthDateMatched: "checkBirthDate",
  birthDateMismatched: "checkBirthDate",
  birthDateIncomplete: "checkBirthDate",
  passwordAccepted: "hashPassword",
  passwordRejected: "hashPassword",
  emailCodeMatched: "checkEmailCode",
  emailCodeMismatched: "checkEmailCode",
};

const emailIsOptional = (state: AwaitingState) =>
  state.plan.steps.some((step) => step.name === "email" && step.optional);

const codeWrong: Issue = { code: "code_wrong", field: "code" };

/** Tells the school what it has not been told yet: who comes back from a refusal may answer the same again. */
function reportOf(
  { children }: AwaitingState,
  refused: readonly string[],
  unrecorded: readonly string[],
): readonly Effect[] {
  const newlyRefused = refused.filter((id) => !children?.refused.includes(id));
  const newlyUnrecorded = unrecorded.filter((id) => !children?.unrecorded.includes(id));
  return newlyRefused.length + newlyUnrecorded.length > 0
    ? [{ type: "reportChildren", refused: newlyRefused, unrecorded: newlyUnrecorded }]
    : [];
}

/** Each kind of step, as the events it knows. */
export const steps: Readonly<Record<StepName, Handlers>> = {
  // Signing in happens before a flow begins, which then starts proven.
  login: {},

  // The answer comes with the browser's return, not as a reply to a question.
  franceConnect: {
    franceConnectMatched: (state, { subject, at }, policy) =>
      completeIdentityProof({ ...progressOf(state), subject }, "franceConnect", at, policy),
    franceConnectFailed: (state, { issue }) => refuse(state, [issue]),
  },

  identity: {
    identitySubmitted: (state, { givenName, familyName, phone }) =>
      ask(state, { type: "matchGuardian", givenName, familyName, phone }),
    guardianMatched: (state, { subject, at }, policy) =>
      complete({ ...withNewContact(progressOf(state), "smsCode"), subject }, "identity", at, policy),
    guardianIncomplete: (state, { issues }) => refuse(state, issues),
    // The flow goes on exactly as on a match, and no code can be right: nothing tells the two apart.
    guardianUnmatched: (state, { at }, policy) =>
      complete({ ...withNewContact(progressOf(state), "smsCode"), subject: null }, "identity", at, policy),
  },

  smsCode: {
    smsCodeSubmitted: (state, { code }) =>
      isCodeOut(state, "smsCode")
        ? ask(state, { type: "checkSmsCode", code })
        : reject(state, "sends_exhausted"),
    // Where nobody was matched no code is right, whatever the adapter says.
    smsCodeMatched: (state, event, policy) =>
      state.subject === null
        ? fail(state, "smsCode", event, policy, codeWrong)
        : completeIdentityProof(progressOf(state), "smsCode", event.at, policy),
    smsCodeMismatched: (state, event, policy) => fail(state, "smsCode", event, policy, codeWrong),
    smsCodeExpired: (state) => refuse(state, [{ code: "code_expired", field: "code" }]),
    smsCodeResendRequested: (state, { at }, policy) => resend(state, "smsCode", at, policy),
  },

  children: {
    childrenSubmitted: (state, { answers }) => ask(state, { type: "checkChildren", answers }),
    childrenIncomplete: (state, { issues }) => refuse(state, issues),
    childrenMismatched: (state, event, policy) =>
      fail(state, "children", event, policy, { code: "birth_dates_wrong" }),
    childrenMatched: (state, { confirmed, refused, unrecorded, at }, policy) => {
      const progress = { ...progressOf(state), children: { confirmed, refused, unrecorded } };
      const report = reportOf(state, refused, unrecorded);
      if (confirmed.length === 0) {
        const reason = unrecorded.length > 0 ? "awaitingSchool" : "allRefused";
        return { state: { ...progress, condition: "refused", reason }, effects: report };
      }
      return complete(progress, "children", at, policy, [{ type: "rotateFlow" }, ...report]);
    },
  },

  birthDate: {
    birthDateSubmitted: (state, { birthDate }) => ask(state, { type: "checkBirthDate", birthDate }),
    birthDateIncomplete: (state, { issues }) => refuse(state, issues),
    birthDateMismatched: (state, event, policy) =>
      fail(state, "birthDate", event, policy, { code: "birth_date_wrong" }),
    birthDateMatched: (state, { at }, policy) =>
      complete(progressOf(state), "birthDate", at, policy, [{ type: "rotateFlow" }]),
  },

  password: {
    passwordSubmitted: (state, { password }) => ask(state, { type: "hashPassword", password }),
    passwordRejected: (state, { issues }) => refuse(state, issues),
    passwordAccepted: (state, { credential, at }, policy) =>
      complete(progressOf(state), "password", at, policy, [{ type: "savePassword", credential }]),
  },

  email: {
    emailSubmitted: (state, { email: typed, at }, policy) => {
      const email = normalizeEmail(typed);
      if (!isEmailSyntax(email)) return refuse(state, [{ code: "email_invalid", field: "email" }]);
      const generation = state.emailGeneration + 1;
      const progress = withNewContact(progressOf(state), "emailSent");
      return complete({ ...progress, email: "given", emailGeneration: generation }, "email", at, policy, [
        { type: "saveEmail", email, generation },
      ]);
    },
    emailSkipped: (state, { at }, policy) => {
      if (!emailIsOptional(state)) return reject(state, "event_not_accepted");
      if (state.email === "none") return complete(progressOf(state), "email", at, policy);
      const emailGeneration = state.emailGeneration + 1;
      const progress = { ...progressOf(state), email: "none" as const, emailGeneration };
      return complete(progress, "email", at, policy, [{ type: "forgetEmail" }]);
    },
  },

  emailSent: {
    emailCodeSubmitted: (state, { code }) =>
      isCodeOut(state, "emailSent")
        ? ask(state, { type: "checkEmailCode", code })
        : reject(state, "sends_exhausted"),
    emailCodeMismatched: (state, event, policy) => fail(state, "emailSent", event, policy, codeWrong),
    emailCodeMatched: (state, { at }, policy) =>
      complete({ ...progressOf(state), email: "confirmed" }, "emailSent", at, policy, [
        { type: "rotateFlow" },
      ]),
    emailResendRequested: (state, { at }, policy) => resend(state, "emailSent", at, policy),
    // The address withdrawn may be a stranger's: its link must not confirm anything any more.
    emailCorrectionRequested: (state) => ({ state: withoutEmail(state), effects: [{ type: "forgetEmail" }] }),
  },
};

/** Takes the address back and asks for another. */
export function withoutEmail(state: AwaitingState, code?: IssueCode): AwaitingState {
  const progress = withNewContact(progressOf(state), "emailSent");
  const done = progress.done.filter((name) => name !== "email");
  const emailGeneration = progress.emailGeneration + 1;
  return awaitStep(
    { ...progress, done, email: "none", emailGeneration },
    "email",
    code === undefined ? [] : [{ code, field: "email" }],
  );
}
