import type { ConfirmationTexts } from "./confirmation-texts.ts";

/**
 * The words of the confirmation mail in English, and of the page that its link opens.
 *
 * Spelling and school terms are those of Europe.
 */
export const englishConfirmation: ConfirmationTexts = {
  lang: "en-GB",
  dir: "ltr",
  isFollowedByFrench: true,
  subject: "Confirm your email address for your ÉduConnect account",
  greeting: (person) => `Hello ${person},`,
  asked: (identifier) => `You are activating your ÉduConnect account. Your identifier is ${identifier}.`,
  active: (identifier) => `Your ÉduConnect account is active. Your identifier is ${identifier}.`,
  confirm: "To finish, confirm your email address by following this link:",
  confirmActive: "Confirm this email address by following this link:",
  action: "Confirm my email address",
  code: "Did you start the activation on another device? Enter this code there:",
  validity: (duration) => `The link and the code are valid for ${duration}.`,
  linkValidity: (duration) => `The link is valid for ${duration}.`,
  notAsked:
    "If you did not ask for anything, open the link and choose “This was not me”: your address will not be used.",
  purpose:
    "If you forget or lose your identifier or your password, this address lets you find your identifier again or choose a new password.",
  signedOut:
    "If you have been signed out, go to the ÉduConnect sign-in page and enter your identifier and the password that you have chosen.",
  help: "If something does not work, this page gives information and says how to reach the help desk of your school region (académie):",
  sentBy: (serviceName) => `Message sent automatically by ${serviceName}.`,
  needsScript:
    "Turn on JavaScript to confirm your email address. If the email contains a code, you can also enter it on the activation page.",
};
