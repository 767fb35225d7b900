// Generated from the manifest of the elements: `pnpm manifest` writes it anew.
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

/** Angular, with `CUSTOM_ELEMENTS_SCHEMA`, takes the types of elements and of their events from the DOM's own maps. */
declare global {
  interface HTMLElementTagNameMap {
    "educonnect-activation": EduconnectActivation;
    "educonnect-birth-date": EduconnectBirthDate;
    "educonnect-children": EduconnectChildren;
    "educonnect-confirmation-link": EduconnectConfirmationLink;
    "educonnect-email": EduconnectEmail;
    "educonnect-email-confirm": EduconnectEmailConfirm;
    "educonnect-email-sent": EduconnectEmailSent;
    "educonnect-france-connect": EduconnectFranceConnect;
    "educonnect-identity": EduconnectIdentity;
    "educonnect-language": EduconnectLanguage;
    "educonnect-login": EduconnectLogin;
    "educonnect-methods": EduconnectMethods;
    "educonnect-notice": EduconnectNotice;
    "educonnect-password": EduconnectPassword;
    "educonnect-portal": EduconnectPortal;
    "educonnect-services": EduconnectServices;
    "educonnect-sms-code": EduconnectSmsCode;
    "educonnect-success": EduconnectSuccess;
  }
  interface HTMLElementEventMap extends Events {}
}
