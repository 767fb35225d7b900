// Generated from the manifest of the elements: `pnpm manifest` writes it anew.
import type { DetailedHTMLProps, HTMLAttributes } from "react";
import type {
  EduconnectActivation,
  EduconnectBirthDate,
  EduconnectChildren,
  EduconnectConfirmationLink,
  EduconnectEmail,
  EduconnectEmailConfirm,
  EduconnectEmailSent,
  EduconnectEventMap,
  EduconnectFranceConnect,
  EduconnectIdentity,
  EduconnectLanguage,
  EduconnectLogin,
  EduconnectMethods,
  EduconnectNotice,
  EduconnectPassword,
  EduconnectPortal,
  EduconnectServices,
  EduconnectSmsCode,
  EduconnectSuccess,
  LanguageEventMap,
  WizardEventMap,
} from "@educonnect-activation/elements";

interface Events extends EduconnectEventMap, LanguageEventMap, WizardEventMap {}

type Properties<Class, Property extends keyof Class> = { [Name in Property]?: Class[Name] | undefined };

/** React 19 sets properties by their names, and listens to an event under its name after `on`. */
type Tag<Class, Property extends keyof Class, Event extends keyof Events> = Omit<
  DetailedHTMLProps<HTMLAttributes<Class>, Class>,
  Property
> &
  Properties<Class, Property> & {
    [Name in Event as `on${Name}`]?: ((event: Events[Name]) => void) | undefined;
  };

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "educonnect-activation": Tag<EduconnectActivation, "baseUrl" | "client" | "audience" | "servicesUrl" | "returnUrl" | "noServices" | "noHistory" | "updateTitle" | "links" | "timers" | "navigate" | "dom" | "lang" | "messages" | "classes" | "start" | "end", "educonnect-step-change" | "educonnect-activated" | "educonnect-signed-in" | "educonnect-enter-services" | "educonnect-navigate" | "educonnect-error">;
      "educonnect-birth-date": Tag<EduconnectBirthDate, "audience" | "issues" | "busy" | "links" | "back" | "action" | "progress" | "contact" | "lockedUntil" | "now" | "dom" | "lang" | "messages" | "classes" | "start" | "end", "educonnect-command">;
      "educonnect-children": Tag<EduconnectChildren, "pupils" | "issues" | "busy" | "links" | "audience" | "back" | "action" | "progress" | "contact" | "lockedUntil" | "now" | "dom" | "lang" | "messages" | "classes" | "start" | "end", "educonnect-command">;
      "educonnect-confirmation-link": Tag<EduconnectConfirmationLink, "baseUrl" | "client" | "returnUrl" | "helpUrl" | "dom" | "lang" | "messages" | "classes" | "start" | "end", "educonnect-error">;
      "educonnect-email": Tag<EduconnectEmail, "given" | "optional" | "canContinue" | "action" | "issues" | "busy" | "links" | "audience" | "back" | "progress" | "contact" | "lockedUntil" | "now" | "dom" | "lang" | "messages" | "classes" | "start" | "end", "educonnect-command">;
      "educonnect-email-confirm": Tag<EduconnectEmailConfirm, "request" | "answer" | "audience" | "issues" | "busy" | "links" | "back" | "action" | "progress" | "contact" | "lockedUntil" | "now" | "dom" | "lang" | "messages" | "classes" | "start" | "end", "educonnect-link-answer">;
      "educonnect-email-sent": Tag<EduconnectEmailSent, "to" | "sendsLeft" | "nextSendAt" | "codeLength" | "issues" | "busy" | "links" | "audience" | "back" | "action" | "progress" | "contact" | "lockedUntil" | "now" | "dom" | "lang" | "messages" | "classes" | "start" | "end", "educonnect-command">;
      "educonnect-france-connect": Tag<EduconnectFranceConnect, "methods" | "issues" | "busy" | "links" | "audience" | "back" | "action" | "progress" | "contact" | "lockedUntil" | "now" | "dom" | "lang" | "messages" | "classes" | "start" | "end", "educonnect-command" | "educonnect-navigate">;
      "educonnect-identity": Tag<EduconnectIdentity, "given" | "issues" | "busy" | "links" | "audience" | "back" | "action" | "progress" | "contact" | "lockedUntil" | "now" | "dom" | "lang" | "messages" | "classes" | "start" | "end", "educonnect-command" | "educonnect-navigate">;
      "educonnect-language": Tag<EduconnectLanguage, "languages" | "value" | "for" | "memory" | "dom" | "lang" | "messages" | "classes" | "start" | "end", "educonnect-language-change">;
      "educonnect-login": Tag<EduconnectLogin, "audience" | "replacing" | "issues" | "busy" | "links" | "dom" | "lang" | "messages" | "classes" | "start" | "end", "educonnect-command" | "educonnect-replace" | "educonnect-navigate">;
      "educonnect-methods": Tag<EduconnectMethods, "methods" | "contact" | "issues" | "busy" | "links" | "dom" | "lang" | "messages" | "classes" | "start" | "end", "educonnect-navigate">;
      "educonnect-notice": Tag<EduconnectNotice, "reason" | "issues" | "busy" | "links" | "audience" | "back" | "action" | "progress" | "contact" | "lockedUntil" | "now" | "dom" | "lang" | "messages" | "classes" | "start" | "end", "educonnect-command" | "educonnect-navigate">;
      "educonnect-password": Tag<EduconnectPassword, "identifier" | "policy" | "personal" | "canContinue" | "issues" | "busy" | "links" | "audience" | "back" | "action" | "progress" | "contact" | "lockedUntil" | "now" | "dom" | "lang" | "messages" | "classes" | "start" | "end", "educonnect-command">;
      "educonnect-portal": Tag<EduconnectPortal, "options" | "memory" | "storageKey" | "value" | "issues" | "busy" | "links" | "dom" | "lang" | "messages" | "classes" | "start" | "end", "educonnect-portal-choice">;
      "educonnect-services": Tag<EduconnectServices, "data" | "ended" | "issues" | "busy" | "links" | "dom" | "lang" | "messages" | "classes" | "start" | "end", "educonnect-navigate" | "educonnect-sign-out">;
      "educonnect-sms-code": Tag<EduconnectSmsCode, "to" | "sendsLeft" | "nextSendAt" | "codeLength" | "codeMinutes" | "validUntil" | "issues" | "busy" | "links" | "audience" | "back" | "action" | "progress" | "contact" | "lockedUntil" | "now" | "dom" | "lang" | "messages" | "classes" | "start" | "end", "educonnect-command" | "educonnect-navigate">;
      "educonnect-success": Tag<EduconnectSuccess, "identifier" | "pendingEmail" | "issues" | "busy" | "links" | "audience" | "back" | "action" | "progress" | "contact" | "lockedUntil" | "now" | "dom" | "lang" | "messages" | "classes" | "start" | "end", "educonnect-command">;
    }
  }
}
