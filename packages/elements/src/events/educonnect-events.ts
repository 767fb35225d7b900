import type {
  ActivationMethod,
  Command,
  Condition,
  SignInCommand,
  StepName,
} from "@educonnect-activation/core";
import type { ClientErrorCode } from "../client/client-error.ts";

/** Where a link of a screen leads; each shows only when its target is wired. */
export type NavigateTarget =
  | "recover-identifier"
  | "recover-password"
  | "no-account"
  | "methods"
  | "franceconnect"
  | "franceconnect-about"
  | "home"
  | "contact"
  | "account"
  | "sign-in"
  | "retry";

/** A person's act that core's machine understands. */
export type CommandEvent = CustomEvent<Command | SignInCommand>;

/** A link was followed. Prevent its default to keep the browser on the page. */
export type NavigateEvent = CustomEvent<{ readonly target: NavigateTarget; readonly href: string | null }>;

/** « Confirmer » or « Ce n'est pas moi », where the mail's link leads. */
export type LinkAnswerEvent = CustomEvent<{ readonly answer: "confirm" | "disown" }>;

/** Whether the activation under way in this browser may be given up for the one just asked for. */
export type ReplaceEvent = CustomEvent<{ readonly agreed: boolean }>;

/** « Se déconnecter » was pressed. */
export type SignOutEvent = CustomEvent<null>;

/** What was chosen at the portal, by ids, whether it is kept in this browser, and the absolute address it leads to. */
export type PortalChoiceEvent = CustomEvent<{
  readonly profile: string;
  readonly level: string | null;
  readonly mode: string;
  readonly href: string;
  readonly remember: boolean;
}>;

/**
 * Every event of the screens, by its name. All bubble and can be cancelled; only `educonnect-navigate` crosses shadow roots, since what
 * the others carry, a password perhaps, is for the host of the screen alone.
 */
export interface EduconnectEventMap {
  "educonnect-command": CommandEvent;
  "educonnect-navigate": NavigateEvent;
  "educonnect-link-answer": LinkAnswerEvent;
  "educonnect-replace": ReplaceEvent;
  "educonnect-sign-out": SignOutEvent;
  "educonnect-portal-choice": PortalChoiceEvent;
}

/** Another language was chosen, or found again as the page opened. */
export type LanguageChangeEvent = CustomEvent<{ readonly lang: string }>;

/** The menu's event, by its name. It bubbles and crosses shadow roots. */
export interface LanguageEventMap {
  "educonnect-language-change": LanguageChangeEvent;
}

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
 * Tells the host of a screen what the person did.
 *
 * @returns false when a listener prevented the default.
 */
export function dispatch<Name extends keyof EduconnectEventMap>(
  target: EventTarget,
  name: Name,
  detail: EduconnectEventMap[Name]["detail"],
): boolean {
  return send(target, name, detail, name === "educonnect-navigate", true);
}

/**
 * Tells the page what happened in the wizard or in the menu of languages.
 *
 * @returns false when a listener prevented the default.
 */
export function announce<Name extends keyof (WizardEventMap & LanguageEventMap)>(
  target: EventTarget,
  name: Name,
  detail: (WizardEventMap & LanguageEventMap)[Name]["detail"],
): boolean {
  return send(target, name, detail, true, name === "educonnect-enter-services");
}

function send(
  target: EventTarget,
  name: string,
  detail: unknown,
  composed: boolean,
  cancelable: boolean,
): boolean {
  return target.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed, cancelable }));
}

declare global {
  interface HTMLElementEventMap extends EduconnectEventMap {}
}
