import type { Issue } from "../issue.ts";
import type { PasswordPolicy } from "../password/policy.ts";
import { acceptedCommands } from "./accepted-commands.ts";
import type { CommandType } from "./events.ts";
import type { StepName } from "./step.ts";
import type { Audience, ActivationMethod } from "./purposes.ts";
import type { Purpose } from "./purposes.ts";
import { defaultActivationPolicy, type ActivationPolicy } from "./policy.ts";
import { isEnded, previousStep, progressOf } from "./progress.ts";
import type { ActivationState, AwaitingState, Condition } from "./state.ts";

/** A child as the children's screen shows it. */
export interface ChildCard {
  readonly id: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly school: string;
  /** False when the school has not recorded a birth date: it confirms the link itself. */
  readonly hasBirthDate: boolean;
}

/** Whom to ask when the way on is closed. */
export interface SchoolContact {
  readonly name: string;
  readonly phone: string | null;
  readonly email: string | null;
}

/** What the adapter knows of the flow's person; the view takes from it only what its step may show. */
export interface ViewDetails {
  readonly identifier: string | null;
  readonly children: readonly ChildCard[];
  /** The contacts given or recorded, already masked. */
  readonly maskedEmail: string | null;
  readonly maskedPhone: string | null;
  /** The person's own names and identifier, which a password must not be made of. */
  readonly personal: readonly string[];
  readonly contact: SchoolContact | null;
  readonly passwordPolicy: PasswordPolicy;
  /** Whether the directory's birth date of the person agrees with FranceConnect's, which rules a homonym out; by default false. */
  readonly isHomonymRuledOut?: boolean;
}

/** What a message sent from the step allows next; instants are epoch seconds. */
export interface SendingView {
  readonly to: string | null;
  readonly sendsLeft: number;
  readonly nextSendAt: number;
  /** Seconds for which each message counts from when it is sent. */
  readonly validSeconds: number;
  /** Until when the last one sent to the present contact counts; 0 when none was. */
  readonly validUntil: number;
  /** Digits of the code. */
  readonly codeLength: number;
}

/** What is to be shown of each step. */
export type StepView =
  | { readonly name: "login" }
  | { readonly name: "franceConnect" }
  | { readonly name: "identity" }
  | { readonly name: "smsCode"; readonly sending: SendingView }
  | { readonly name: "children"; readonly children: readonly ChildCard[] }
  | { readonly name: "birthDate" }
  | {
      readonly name: "password";
      readonly identifier: string;
      readonly policy: PasswordPolicy;
      readonly personal: readonly string[];
    }
  | { readonly name: "email"; readonly given: string | null }
  | { readonly name: "emailSent"; readonly sending: SendingView }
  | { readonly name: "refused"; readonly reason: "allRefused" | "awaitingSchool" }
  | { readonly name: "closed"; readonly step: StepName }
  | {
      readonly name: "success";
      readonly identifier: string;
      /** The address, masked, that still waits for its confirmation. */
      readonly pendingEmail: string | null;
    }
  | { readonly name: "finished" | "abandoned" | "expired" };

/** What the browser gets of a flow: never more than its screen shows. */
export interface FlowView {
  readonly revision: number;
  readonly purpose: Purpose;
  readonly method: ActivationMethod;
  readonly audience: Audience;
  readonly condition: Condition;
  readonly step: StepView;
  /** The commands that are accepted now. */
  readonly accepts: readonly CommandType[];
  /** Whether « Précédent » shows the answer before, must ask because it gives the flow up, or has nowhere to go. */
  readonly back: "step" | "abandon" | "none";
  readonly issues: readonly Issue[];
  /** When the step opens again, in epoch seconds; null while it is open. */
  readonly lockedUntil: number | null;
  /** The step's place among those the person sees, from 1. */
  readonly progress: { readonly current: number; readonly total: number };
  readonly expiresAt: number;
  /** The server's clock (epoch seconds), so that a wrong clock in the browser spoils no countdown. */
  readonly now: number;
  readonly contact: SchoolContact | null;
}

function sendingView(
  state: AwaitingState,
  step: "smsCode" | "emailSent",
  to: string | null,
  policy: ActivationPolicy,
): SendingView {
  const { sends, cooldownSeconds, validSeconds, codeLength } = policy.sends[step];
  const sent = state.sent[step];
  return {
    to,
    sendsLeft: Math.max(0, sends - (sent?.count ?? 0)),
    nextSendAt: sent?.isCurrent ? sent.lastAt + cooldownSeconds : 0,
    validSeconds,
    validUntil: sent?.isCurrent ? sent.lastAt + validSeconds : 0,
    codeLength,
  };
}

/** FranceConnect tells who somebody is, not whose parent: a match by name alone may be somebody of the same name. */
function mayBeHomonym({ plan, done }: AwaitingState, { isHomonymRuledOut = false }: ViewDetails): boolean {
  return plan.method === "franceConnect" && !isHomonymRuledOut && !done.includes("smsCode");
}

/** Each child by an initial and without its school, enough for a parent and little for anybody else. */
function childInitials({ children }: ViewDetails): readonly ChildCard[] {
  return children.map((child) => {
    const [initial = ""] = child.givenName;
    return { ...child, givenName: initial && `${initial}.`, familyName: "", school: "" };
  });
}

function stepView(state: ActivationState, details: ViewDetails, policy: ActivationPolicy): StepView {
  const identifier = details.identifier ?? "";
  switch (state.condition) {
    case "refused":
      return { name: "refused", reason: state.reason };
    case "closed":
      return { name: "closed", step: state.step };
    case "completed":
      return {
        name: "success",
        identifier,
        pendingEmail: state.email === "given" ? details.maskedEmail : null,
      };
    case "awaiting":
      break;
    default:
      return { name: state.condition };
  }
  switch (state.step) {
    case "smsCode":
      return { name: "smsCode", sending: sendingView(state, "smsCode", details.maskedPhone, policy) };
    case "emailSent":
      return {
        name: "emailSent",
        sending: sendingView(state, "emailSent", details.maskedEmail, policy),
      };
    case "children":
      return {
        name: "children",
        children: mayBeHomonym(state, details) ? childInitials(details) : details.children,
      };
    case "password":
      return { name: "password", identifier, policy: details.passwordPolicy, personal: details.personal };
    case "email":
      return { name: "email", given: state.email === "none" ? null : details.maskedEmail };
    default:
      return { name: state.step };
  }
}

function progressView(state: ActivationState): FlowView["progress"] {
  // The person has already passed the sign-in when the wizard opens, so it is not counted.
  const shown = state.plan.steps.filter((step) => step.name !== "login" && step.name !== "franceConnect");
  const total = shown.length;
  if (state.condition !== "awaiting") return { current: total, total };
  const index = shown.findIndex((step) => step.name === state.step);
  return { current: Math.max(0, index) + 1, total };
}

/** Tells whether the person has proved who they are; before that, a view holds nothing about anybody. */
export function isIdentityProven({ subject, isProven }: ActivationState): boolean {
  return subject !== null && isProven;
}

const backOf = (state: ActivationState): FlowView["back"] => {
  if (state.condition === "refused") return "step";
  if (state.condition !== "awaiting") return "none";
  return previousStep(state, state.step) === null ? "abandon" : "step";
};

/** What may be shown to somebody who has proved nothing: of the contact, what was just typed; of a person, nothing. */
function detailsForStranger({ maskedPhone, passwordPolicy }: ViewDetails): ViewDetails {
  return {
    identifier: null,
    children: [],
    maskedEmail: null,
    maskedPhone,
    personal: [],
    contact: null,
    passwordPolicy,
  };
}

/**
 * Builds what the browser gets of a state.
 *
 * Before a proof of identity, and when the flow has ended, nothing of the details passes but the masked number at the step that
 * texts to it, which must be made from what was typed. From the instant the flow expires at, the view says so, whether or not an event has told the machine.
 *
 * @param revision the store's count of the flow's changes.
 * @param at the present instant, in epoch seconds.
 */
export function createView(
  current: ActivationState,
  revision: number,
  knownDetails: ViewDetails,
  at: number,
  policy: ActivationPolicy = defaultActivationPolicy,
): FlowView {
  const isExpired = !isEnded(current) && at >= current.expiresAt;
  const state: ActivationState = isExpired ? { ...progressOf(current), condition: "expired" } : current;
  const mayShow = isIdentityProven(state) && !isEnded(state);
  const details = mayShow ? knownDetails : detailsForStranger(knownDetails);
  const lock = state.condition === "awaiting" ? state.lock : null;
  const isLocked = lock !== null && at < lock.until;
  const issues = state.condition === "awaiting" ? state.issues : [];
  return {
    revision,
    purpose: state.plan.purpose,
    method: state.plan.method,
    audience: state.plan.audience,
    condition: state.condition,
    step: stepView(state, details, policy),
    accepts: acceptedCommands(state, at, policy),
    back: backOf(state),
    issues: isLocked ? issues : issues.filter((issue) => issue.code !== "step_locked"),
    lockedUntil: isLocked ? lock.until : null,
    progress: progressView(state),
    expiresAt: state.expiresAt,
    now: at,
    contact: details.contact,
  };
}
