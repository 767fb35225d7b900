import type { Condition, ActivationMethod, StepName } from "@educonnect-activation/core";
import type { ClientErrorCode } from "../client/client-error.ts";

/** What the wizard shows: a step, how a flow ended, or a place outside any flow. */
export type ShownStep =
  | StepName
  | "success"
  | Exclude<Condition, "awaiting" | "completed" | "finished">
  | "signIn"
  | "methods"
  | "moved"
  | "unreachable"
  | "services";

/** Another screen is shown. `method` is null outside a flow. */
export type StepChangeEvent = CustomEvent<{
  readonly step: ShownStep;
  readonly method: ActivationMethod | null;
}>;

/** The account was activated in this page; says nothing about whom. */
export type ActivatedEvent = CustomEvent<null>;

/** A session was opened in this page; says nothing about whom. */
export type SignedInEvent = CustomEvent<null>;

/** A request failed or was refused. */
export type WizardErrorEvent = CustomEvent<{ readonly code: ClientErrorCode }>;

/** « Accéder à mes services »: prevent its default to take over. `href` is where the wizard would lead, null for its own page of services. */
export type EnterServicesEvent = CustomEvent<{ readonly href: string | null }>;

/** The wizard's own events, by name. All bubble and cross shadow roots; only `educonnect-enter-services` can be cancelled. */
export interface WizardEventMap {
  "educonnect-step-change": StepChangeEvent;
  "educonnect-activated": ActivatedEvent;
  "educonnect-signed-in": SignedInEvent;
  "educonnect-error": WizardErrorEvent;
  "educonnect-enter-services": EnterServicesEvent;
}

/**
 * Tells the host what happened in the wizard.
 *
 * @returns false when a listener prevented the default.
 */
export function announceToHost<Name extends keyof WizardEventMap>(
  target: EventTarget,
  name: Name,
  detail: WizardEventMap[Name]["detail"],
): boolean {
  const cancelable = name === "educonnect-enter-services";
  return target.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true, cancelable }));
}
