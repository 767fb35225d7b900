export {
  createActivationClient,
  type ActivationClient,
  type ActivationClientOptions,
  type CallOptions,
} from "./client/activation-client.ts";
export { ClientError, isRetriable, type ClientErrorCode } from "./client/client-error.ts";
export type { Fetch } from "./client/send-request.ts";
export { browserTimers, type Timers } from "./client/timers.ts";
export { defaultInterval, watchStatus, type WatchOptions } from "./client/watch-status.ts";
export { defaultRetryPolicy, type RetryPolicy } from "./client/with-retries.ts";
export { EduconnectActivation } from "./wizard/educonnect-activation.ts";
export { EduconnectConfirmationLink } from "./wizard/educonnect-confirmation-link.ts";
export type {
  ActivatedEvent,
  EnterServicesEvent,
  ShownStep,
  SignedInEvent,
  StepChangeEvent,
  WizardErrorEvent,
  WizardEventMap,
} from "./events/educonnect-events.ts";
export type {
  CommandEvent,
  EduconnectEventMap,
  LinkAnswerEvent,
  NavigateEvent,
  NavigateTarget,
  PortalChoiceEvent,
  ReplaceEvent,
  SignOutEvent,
} from "./events/educonnect-events.ts";
export { languages } from "./i18n/languages.ts";
export { EduconnectLanguage } from "./language/educonnect-language.ts";
export type { LanguageChangeEvent, LanguageEventMap } from "./events/educonnect-events.ts";
export type { MessageOverrides } from "./i18n/translate.ts";
export { BaseScreen } from "./screens/base-screen.ts";
export { StepFrame, stepProperties, type StepFrameOptions } from "./screens/step-frame.ts";
export {
  SentCode,
  sentCodeProperties,
  type SentCodeOptions,
  type SentCodeScreen,
} from "./screens/sent-code.ts";
export { EduconnectBirthDate } from "./screens/birth-date/educonnect-birth-date.ts";
export { EduconnectChildren } from "./screens/children/educonnect-children.ts";
export { EduconnectEmail } from "./screens/email/educonnect-email.ts";
export { EduconnectEmailConfirm } from "./screens/email-confirm/educonnect-email-confirm.ts";
export { EduconnectEmailSent } from "./screens/email-sent/educonnect-email-sent.ts";
export { EduconnectFranceConnect } from "./screens/france-connect/educonnect-france-connect.ts";
export { EduconnectIdentity } from "./screens/identity/educonnect-identity.ts";
export { EduconnectLogin } from "./screens/login/educonnect-login.ts";
export { EduconnectMethods } from "./screens/methods/educonnect-methods.ts";
export { EduconnectNotice, type NoticeReason } from "./screens/notice/educonnect-notice.ts";
export { EduconnectPassword } from "./screens/password/educonnect-password.ts";
export { EduconnectPortal } from "./screens/portal/educonnect-portal.ts";
export {
  defaultPortalLevels,
  defaultPortalProfiles,
  type PortalAnswers,
  type PortalChoice,
  type PortalEntry,
  type PortalLevel,
  type PortalMode,
  type PortalOptions,
  type PortalProfile,
} from "./screens/portal/portal-options.ts";
export { EduconnectServices } from "./screens/services/educonnect-services.ts";
export { EduconnectSmsCode } from "./screens/sms-code/educonnect-sms-code.ts";
export { EduconnectSuccess } from "./screens/success/educonnect-success.ts";
