// Generated from the manifest of the elements: `pnpm manifest` writes it anew.
import type { EmitFn, HTMLAttributes, PublicProps } from "vue";
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

/** Vue 3 reads what a component takes and emits from its instance; `@` before the name listens to an event. */
type Component<Class, Property extends keyof Class, Event extends keyof Events> = new () => Class & {
  $props: Omit<HTMLAttributes, Property> & PublicProps & Properties<Class, Property>;
  $emit: EmitFn<{ [Name in Event]: (event: Events[Name]) => void }>;
};

declare module "vue" {
  interface GlobalComponents {
    "educonnect-activation": Component<EduconnectActivation, "baseUrl" | "client" | "audience" | "servicesUrl" | "returnUrl" | "noServices" | "noHistory" | "updateTitle" | "links" | "timers" | "navigate" | "dom" | "lang" | "messages" | "classes" | "start" | "end", "educonnect-step-change" | "educonnect-activated" | "educonnect-signed-in" | "educonnect-enter-services" | "educonnect-navigate" | "educonnect-error">;
    "educonnect-birth-date": Component<EduconnectBirthDate, "audience" | "issues" | "busy" | "links" | "back" | "action" | "progress" | "contact" | "lockedUntil" | "now" | "dom" | "lang" | "messages" | "classes" | "start" | "end", "educonnect-command">;
    "educonnect-children": Component<EduconnectChildren, "pupils" | "issues" | "busy" | "links" | "audience" | "back" | "action" | "progress" | "contact" | "lockedUntil" | "now" | "dom" | "lang" | "messages" | "classes" | "start" | "end", "educonnect-command">;
    "educonnect-confirmation-link": Component<EduconnectConfirmationLink, "baseUrl" | "client" | "returnUrl" | "helpUrl" | "dom" | "lang" | "messages" | "classes" | "start" | "end", "educonnect-error">;
    "educonnect-email": Component<EduconnectEmail, "given" | "optional" | "canContinue" | "action" | "issues" | "busy" | "links" | "audience" | "back" | "progress" | "contact" | "lockedUntil" | "now" | "dom" | "lang" | "messages" | "classes" | "start" | "end", "educonnect-command">;
    "educonnect-email-confirm": Component<EduconnectEmailConfirm, "request" | "answer" | "audience" | "issues" | "busy" | "links" | "back" | "action" | "progress" | "contact" | "lockedUntil" | "now" | "dom" | "lang" | "messages" | "classes" | "start" | "end", "educonnect-link-answer">;
    "educonnect-email-sent": Component<EduconnectEmailSent, "to" | "sendsLeft" | "nextSendAt" | "codeLength" | "issues" | "busy" | "links" | "audience" | "back" | "action" | "progress" | "contact" | "lockedUntil" | "now" | "dom" | "lang" | "messages" | "classes" | "start" | "end", "educonnect-command">;
    "educonnect-france-connect": Component<EduconnectFranceConnect, "methods" | "issues" | "busy" | "links" | "audience" | "back" | "action" | "progress" | "contact" | "lockedUntil" | "now" | "dom" | "lang" | "messages" | "classes" | "start" | "end", "educonnect-command" | "educonnect-navigate">;
    "educonnect-identity": Component<EduconnectIdentity, "given" | "issues" | "busy" | "links" | "audience" | "back" | "action" | "progress" | "contact" | "lockedUntil" | "now" | "dom" | "lang" | "messages" | "classes" | "start" | "end", "educonnect-command" | "educonnect-navigate">;
    "educonnect-language": Component<EduconnectLanguage, "languages" | "value" | "for" | "memory" | "dom" | "lang" | "messages" | "classes" | "start" | "end", "educonnect-language-change">;
    "educonnect-login": Component<EduconnectLogin, "audience" | "replacing" | "issues" | "busy" | "links" | "dom" | "lang" | "messages" | "classes" | "start" | "end", "educonnect-command" | "educonnect-replace" | "educonnect-navigate">;
    "educonnect-methods": Component<EduconnectMethods, "methods" | "contact" | "issues" | "busy" | "links" | "dom" | "lang" | "messages" | "classes" | "start" | "end", "educonnect-navigate">;
    "educonnect-notice": Component<EduconnectNotice, "reason" | "issues" | "busy" | "links" | "audience" | "back" | "action" | "progress" | "contact" | "lockedUntil" | "now" | "dom" | "lang" | "messages" | "classes" | "start" | "end", "educonnect-command" | "educonnect-navigate">;
    "educonnect-password": Component<EduconnectPassword, "identifier" | "policy" | "personal" | "canContinue" | "issues" | "busy" | "links" | "audience" | "back" | "action" | "progress" | "contact" | "lockedUntil" | "now" | "dom" | "lang" | "messages" | "classes" | "start" | "end", "educonnect-command">;
    "educonnect-portal": Component<EduconnectPortal, "options" | "memory" | "storageKey" | "value" | "issues" | "busy" | "links" | "dom" | "lang" | "messages" | "classes" | "start" | "end", "educonnect-portal-choice">;
    "educonnect-services": Component<EduconnectServices, "data" | "ended" | "issues" | "busy" | "links" | "dom" | "lang" | "messages" | "classes" | "start" | "end", "educonnect-navigate" | "educonnect-sign-out">;
    "educonnect-sms-code": Component<EduconnectSmsCode, "to" | "sendsLeft" | "nextSendAt" | "codeLength" | "codeMinutes" | "validUntil" | "issues" | "busy" | "links" | "audience" | "back" | "action" | "progress" | "contact" | "lockedUntil" | "now" | "dom" | "lang" | "messages" | "classes" | "start" | "end", "educonnect-command" | "educonnect-navigate">;
    "educonnect-success": Component<EduconnectSuccess, "identifier" | "pendingEmail" | "issues" | "busy" | "links" | "audience" | "back" | "action" | "progress" | "contact" | "lockedUntil" | "now" | "dom" | "lang" | "messages" | "classes" | "start" | "end", "educonnect-command">;
  }
}
