import "@educonnect-activation/elements/define/birth-date";
import "@educonnect-activation/elements/define/email";
import "@educonnect-activation/elements/define/login";
import "@educonnect-activation/elements/define/notice";
import "@educonnect-activation/elements/define/success";
import { contact, now, slow } from "../common-states.ts";
import type { ScreenStory } from "../screen-story.ts";
import { showControl } from "./show-control.ts";

export default { title: "Controls/Messages" };

const email = "educonnect-email";

export const ErrorSummary = showControl(email, ".educonnect-summary", {
  issues: [
    { code: "email_invalid", field: "email" },
    { code: "email_mismatch", field: "confirmation" },
  ],
});
export const ErrorSummaryOfWholeScreen = showControl(email, ".educonnect-summary", {
  issues: [{ code: "network_failed" }],
});
export const Confirmation = showControl("educonnect-login", ".educonnect-confirmation", { replacing: true });
export const Locked = showControl(email, ".educonnect-locked", { now, lockedUntil: now + 900 });
export const Contact = showControl("educonnect-notice", ".educonnect-contact", { reason: "closed", contact });
export const NobodyToContact = showControl("educonnect-notice", ".educonnect-contact", { reason: "closed" });
export const Progress = showControl(email, ".educonnect-header", { progress: { current: 1, total: 4 } });
export const ProgressAtEnd = showControl(email, ".educonnect-header", { progress: { current: 4, total: 4 } });
export const Busy = showControl(email, ".educonnect-status", { busy: true });
export const Slow: ScreenStory<typeof email> = {
  ...showControl(email, ".educonnect-status", { busy: true }),
  play: slow.play,
};
export const Identifier = showControl("educonnect-success", ".educonnect-identifier", {
  identifier: "c.martin42",
});
