import type { TextsOf } from "../language.ts";

/** The English texts of the page that the mail's link opens. */
export const texts: TextsOf<"email-link"> = {
  "emailConfirm.heading": "Confirm my email address",
  "emailConfirm.text": "You confirm the address {email} for the ÉduConnect account whose identifier is:",
  "emailConfirm.loading": "Checking the link…",
  "emailConfirm.disown": "It is not me",
  "emailConfirm.confirmedHeading": "Your email address is confirmed",
  "emailConfirm.confirmedHere": "The activation of your account continues.",
  "emailConfirm.confirmedElsewhere":
    "Return to the page where you began the activation: it moves on by itself. You can close this page.",
  "emailConfirm.disownedHeading": "Thank you for telling us",
  "emailConfirm.disownedText":
    "This email address will not be used for this account. You need do nothing else and can close this page.",
  "emailConfirm.failedHeading": "This link can't be used",
  "issue.link_unknown": "This link is incomplete or unknown. Open it straight from the email.",
  "issue.link_expired":
    "This link is no longer valid. Return to the activation and choose “Send the email again”.",
  "issue.link_used": "This link has already served: your address is confirmed. Return to the activation.",
  "issue.link_disowned": "You answered that it was not you: this link no longer serves.",
  "issue.link_replaced": "A more recent email was sent to you. Use the link of the last email received.",
  "emailConfirm.return": "Resume the activation",
};
