import type { TextsOf } from "../language.ts";

/** The English texts of the page that the confirmation link opens. */
export const texts: TextsOf<"confirmation-link"> = {
  "emailConfirm.heading": "Confirm my email address",
  "emailConfirm.text": "You confirm the address {email} for the ÉduConnect account whose identifier is:",
  "emailConfirm.loading": "Checking the link…",
  "emailConfirm.disown": "This was not me",
  "emailConfirm.confirmedHeading": "Your email address is confirmed",
  "emailConfirm.confirmedHere": "You can carry on activating your account.",
  "emailConfirm.confirmedElsewhere":
    "Go back to the page where you started the activation: it moves on by itself. You can close this page.",
  "emailConfirm.disownedHeading": "Thank you for telling us",
  "emailConfirm.disownedText":
    "This email address will not be used for this account. There is nothing else you need to do. You can close this page.",
  "emailConfirm.failedHeading": "This link can't be used",
  "issue.confirmation_link_unknown": "This link is incomplete or unknown. Open it straight from the email.",
  "issue.confirmation_link_expired":
    "This link is no longer valid. Go back to the activation and choose “Send the email again”.",
  "issue.confirmation_link_used":
    "This link has already been used: your address is confirmed. Go back to the activation.",
  "issue.confirmation_link_disowned": "You answered that it was not you: this link no longer works.",
  "issue.confirmation_link_replaced":
    "We have sent you a more recent email. Use the link in the last one you received.",
  "emailConfirm.return": "Resume the activation",
};
