import type { FlowView, ActivationMethod, Audience } from "@educonnect-activation/core";
import type { JourneyState } from "./journey-state.ts";
import {
  screenRequest as request,
  type ScreenContext,
  type ScreenRequest,
  type ScreenLinks,
  type HostLinks,
} from "./screen-request.ts";

const signInLink = { "sign-in": true } as const;

/** What the wizard knows besides where the person is. */
interface LaterContext {
  readonly links: ScreenLinks;
  /** The methods open here. */
  readonly methods: readonly ActivationMethod[];
}

function franceConnectRequest({ links, methods }: LaterContext): ScreenRequest {
  // Like the sign-in, it is no step of those that are counted.
  return request("educonnect-france-connect", "flow", "franceConnect", {
    methods,
    links: { ...links, ...signInLink },
    progress: null,
  });
}

function flowRequest(
  view: FlowView,
  { typedEmail, typedIdentity }: JourneyState,
  context: LaterContext,
): ScreenRequest | null {
  const { step, accepts, method } = view;
  const canContinue = accepts.includes("continueRequested");
  switch (step.name) {
    case "franceConnect":
      return franceConnectRequest(context);
    case "identity":
      return request("educonnect-identity", "flow", step.name, { given: typedIdentity });
    case "smsCode": {
      const { to, sendsLeft, nextSendAt, validSeconds, validUntil, codeLength } = step.sending;
      const codeMinutes = Math.round(validSeconds / 60);
      // Where it comes after FranceConnect, the other methods were not taken; to leave is to be asked about.
      const others = method === "sms" ? context.links : {};
      const links = { ...others, ...signInLink };
      return request("educonnect-sms-code", "flow", step.name, {
        to,
        sendsLeft,
        nextSendAt,
        codeMinutes,
        validUntil,
        codeLength,
        links,
      });
    }
    case "children":
      return request("educonnect-children", "flow", step.name, {
        pupils: step.children,
        action: method === "letter" ? "confirm" : "next",
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
    case "emailSent": {
      const { sendsLeft, nextSendAt, codeLength } = step.sending;
      const to = typedEmail ?? step.sending.to;
      return request("educonnect-email-sent", "flow", step.name, { to, sendsLeft, nextSendAt, codeLength });
    }
    case "success": {
      const { identifier, pendingEmail } = step;
      return request("educonnect-success", "services", step.name, { identifier, pendingEmail });
    }
    case "login":
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
  state: JourneyState,
  wizard: Pick<ScreenContext, "audience" | "links">,
  links: ScreenLinks,
): ScreenRequest | null {
  const own = ownRequestOf(state, wizard, links);
  if (own === null) return null;
  const view = state.stage.name === "flow" ? state.stage.view : null;
  const ofView = {
    audience: view?.audience ?? wizard.audience,
    back: view?.back ?? "none",
    progress: view?.condition === "awaiting" ? view.progress : null,
    contact: view?.contact ?? null,
    lockedUntil: view?.lockedUntil ?? null,
    now: view?.now ?? null,
  };
  return { ...own, properties: { ...ofView, ...own.properties } };
}

function ownRequestOf(
  state: JourneyState,
  { audience, links: host }: Pick<ScreenContext, "audience" | "links">,
  links: ScreenLinks,
): ScreenRequest | null {
  const { stage, comparesMethods } = state;
  const methods = openMethods(state.methods, audience, host);
  const context: LaterContext = { links, methods };
  if (comparesMethods) return request("educonnect-methods", "services", "methods", { methods });
  switch (stage.name) {
    case "flow":
      return flowRequest(stage.view, state, context);
    case "late":
      return franceConnectRequest(context);
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

/** The methods in the order that somebody who hesitates should try them. */
const inOrder = ["franceConnect", "sms", "letter", "pupil"] as const satisfies readonly ActivationMethod[];

/** The methods that are offered here to an audience, but for those whose link the host hides. */
export function openMethods(
  methods: readonly ActivationMethod[],
  audience: Audience,
  host: HostLinks,
): readonly ActivationMethod[] {
  return inOrder.filter((method) => {
    const isHidden =
      (method === "sms" && host["no-account"] === false) ||
      (method === "franceConnect" && host.franceconnect === false);
    return methods.includes(method) && !isHidden && (audience === "guardian" || method === "pupil");
  });
}
