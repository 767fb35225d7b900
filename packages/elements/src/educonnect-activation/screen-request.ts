import type { Audience, FlowView } from "@educonnect-activation/core";
import type { NavigateTarget } from "../events/educonnect-events.ts";
import type { MessageOverrides } from "../i18n/translate.ts";
import type { JourneyState } from "./journey-state.ts";
import type { ScreenGroup } from "./screen-groups.ts";
import type { ShownStep } from "./wizard-events.ts";

type Tags = HTMLElementTagNameMap;

/** Which element shows a state, and the properties it takes. */
export interface ScreenRequest {
  readonly tag: keyof Tags;
  readonly group: ScreenGroup;
  readonly step: ShownStep;
  readonly properties: object;
}

/** What every screen takes from the wizard. */
export interface ScreenContext {
  readonly isBusy: boolean;
  readonly messages: MessageOverrides;
  readonly links: Readonly<Partial<Record<NavigateTarget, string | true>>>;
  /** Whose letter it is, before a flow says so. */
  readonly audience: Audience;
  readonly start: unknown;
  readonly end: unknown;
}

const signInLink = { "sign-in": true } as const;

/** A screen's element with the properties it has of its own, checked against its class. */
function request<Tag extends keyof Tags>(
  tag: Tag,
  group: ScreenGroup,
  step: ShownStep,
  properties: Partial<Tags[Tag]>,
): ScreenRequest {
  return { tag, group, step, properties };
}

/** Names what a state shows; null while nothing is known. */
export function shownStepOf({ stage }: JourneyState): ShownStep | null {
  if (stage.name === "loading") return null;
  if (stage.name !== "flow") return stage.name;
  const { name } = stage.view.step;
  return name === "finished" ? "services" : name;
}

function flowRequest(view: FlowView, typedEmail: string | null): ScreenRequest | null {
  const { step, accepts, route } = view;
  const canContinue = accepts.includes("continueRequested");
  switch (step.name) {
    case "children":
      return request("educonnect-children", "flow", step.name, {
        pupils: step.children,
        action: route === "letter" ? "confirm" : "next",
      });
    case "birthDate":
      return request("educonnect-birth-date", "flow", step.name, {});
    case "email":
      return request("educonnect-email", "flow", step.name, {
        given: step.given,
        optional: accepts.includes("emailSkipped"),
        canContinue,
      });
    case "password": {
      const { identifier, policy, personal } = step;
      return request("educonnect-password", "password", step.name, {
        identifier,
        policy,
        personal,
        canContinue,
      });
    }
    case "emailConfirmation": {
      const { sendsLeft, nextSendAt } = step.sending;
      const to = typedEmail ?? step.sending.to;
      return request("educonnect-email-sent", "flow", step.name, { to, sendsLeft, nextSendAt });
    }
    case "activated": {
      const { identifier, pendingEmail } = step;
      return request("educonnect-success", "services", step.name, { identifier, pendingEmail });
    }
    case "credentials":
      return request("educonnect-login", "first", step.name, {});
    case "refused":
      return request("educonnect-notice", "flow", step.name, { reason: step.reason });
    case "closed":
    case "expired":
    case "abandoned":
      return request("educonnect-notice", "flow", step.name, { reason: step.name, links: signInLink });
    default:
      return null;
  }
}

function ownRequest(
  { stage, asksToReplace, typedEmail }: JourneyState,
  { links }: ScreenContext,
): ScreenRequest | null {
  switch (stage.name) {
    case "signIn":
      return request("educonnect-login", "first", "signIn", { replacing: asksToReplace });
    case "flow":
      return flowRequest(stage.view, typedEmail);
    case "moved":
      return request("educonnect-notice", "flow", "moved", { reason: "moved", links: signInLink });
    case "services":
      return request("educonnect-services", "services", "services", {
        data: stage.page,
        links: { ...links, ...signInLink },
      });
    default:
      return null;
  }
}

/** Says which screen shows a state, with everything it needs; null where the wizard shows something of its own. */
export function screenRequestOf(state: JourneyState, context: ScreenContext): ScreenRequest | null {
  const own = ownRequest(state, context);
  if (own === null) return null;
  const view = state.stage.name === "flow" ? state.stage.view : null;
  const { isBusy: busy, messages, links, start, end } = context;
  return {
    ...own,
    properties: {
      dom: "light",
      messages,
      links,
      start,
      end,
      busy,
      issues: state.issues,
      audience: view?.audience ?? context.audience,
      back: view?.back ?? "none",
      progress: view?.condition === "awaiting" ? view.progress : null,
      contact: view?.contact ?? null,
      lockedUntil: view?.lockedUntil ?? null,
      now: view?.now ?? null,
      ...own.properties,
    },
  };
}
