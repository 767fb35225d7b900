import type { Language, TextsOf } from "../language.ts";

/** The texts in English of every screen and of the sign-in. */
const signIn: TextsOf<"sign-in"> = {
  lang: "en-GB",
  dir: "ltr",
  cancel: "Cancel",
  newWindow: "new window",
  later: "later",
  sending: "Sending…",
  loading: "Loading…",
  slow: "This is taking longer than usual. Please wait: what you typed is kept.",
  "password.show": "Show the password",
  "password.hide": "Hide the password",
  "password.shown": "The password is shown.",
  "password.hidden": "The password is hidden.",
  "errors.heading": "There is a problem",
  "errors.prefix": "Error:",
  "login.eyebrow.guardian": "Parent or guardian",
  "login.eyebrow.pupil": "Pupil",
  "login.heading": "Sign in with my ÉduConnect account",
  "login.identifier": "Identifier",
  "login.identifierPlaceholder": "Identifier like p.nomXX",
  "login.password": "Password",
  "login.submit": "Sign in",
  "login.recoverIdentifier": "Forgotten identifier?",
  "login.recoverPassword": "Forgotten password?",
  "login.noAccount": "I don't have an account",
  "login.methods": "How can I activate an account?",
  "login.or": "or",
  "login.franceConnectHeading": "Sign in with FranceConnect",
  "login.franceConnect": "S'identifier avec FranceConnect",
  "login.franceConnectAbout": "What is FranceConnect?",
  "login.franceConnectText":
    "FranceConnect gives you access to many services of the French State with an account that you already have. Use it for ÉduConnect!",
  "login.replaceHeading": "Another activation is under way in this browser",
  "login.replaceText":
    "If you continue, the activation started here is given up. Nothing is lost for an account that is already active.",
  "login.replaceConfirm": "Give up the other one and continue",
  "notice.unavailable.heading": "The service is not available at the moment",
  "notice.unavailable.text": "It is not your fault. Try again in a few minutes.",
  "notice.retry": "Try again",
  "issue.generic": "Your answer could not be accepted. Check it, then try again.",
  "issue.triesLeft": {
    count: "triesLeft",
    one: "You have {triesLeft} try left.",
    other: "You have {triesLeft} tries left.",
  },
  "issue.identifier_missing": "Enter your identifier.",
  "issue.identifier_too_long": "This identifier is too long. Copy the one in the letter.",
  "issue.identifier_is_email": "Enter your identifier, which looks like p.nomXX, not your email address.",
  "issue.password_missing": "Enter your password.",
  "issue.credentials_refused":
    "The identifier or the password is not right. Copy them from the letter or, once the account is active, type the password that you chose.",
  "issue.credentials_locked": "There have been too many tries. Try again {delay}.",
  "issue.address_refused": "There have been too many tries from this internet connection. Try again {delay}.",
  "issue.provisional_password_expired":
    "This provisional password is no longer valid. Ask the school for a new letter.",
  "issue.field_missing": "An answer is missing. Fill it in, then try again.",
  "issue.field_too_short": "This answer is too short. Check it.",
  "issue.field_too_long": "This answer is too long. Check it.",
  "issue.field_malformed": "This answer is not in the expected form. Check it.",
  "issue.request_invalid": "An answer is not in the expected form. Check it, then try again.",
  "issue.network_failed":
    "The connection failed: what you typed is kept. Check your internet access, then try again.",
  "issue.cookies_refused":
    "Your browser did not keep the cookie that the activation needs. Allow cookies for this site, or open this page in a window of its own, then try again.",
  "issue.server_busy": "The service is very busy. Try again {delay}: what you typed is kept.",
  "issue.server_unavailable":
    "The service is not available at the moment. Try again {delay}: what you typed is kept.",
  "issue.server_error": "Something went wrong on our side. Try again {delay}: what you typed is kept.",
};

/** English, as spoken in Europe: dates put the day first. */
export const language: Language = {
  "sign-in": signIn,
  flow: () => import("./flow.ts"),
  proof: () => import("./proof.ts"),
  password: () => import("./password.ts"),
  services: () => import("./services.ts"),
  "confirmation-link": () => import("./confirmation-link.ts"),
  portal: () => import("./portal.ts"),
};
