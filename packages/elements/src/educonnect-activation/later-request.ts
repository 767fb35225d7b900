import type { FlowView } from "@educonnect-activation/core";
import type { JourneyState } from "./journey-state.ts";
import { screenRequest as request, type ScreenContext, type ScreenRequest } from "./screen-request.ts";

const signInLink = { "sign-in": true } as const;

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

/** Says which screen shows a flow, its end or the services; null where the wizard shows something of its own. */
export function laterRequestOf(
  { stage, typedEmail }: JourneyState,
  links: ScreenContext["links"],
): ScreenRequest | null {
  switch (stage.name) {
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
