import "@educonnect-activation/elements/define/email";
import "@educonnect-activation/elements/define/email-confirm";
import "@educonnect-activation/elements/define/login";
import "@educonnect-activation/elements/define/sms-code";
import "@educonnect-activation/elements/define/success";
import { now } from "../common-states.ts";
import { showControl } from "./show-control.ts";

export default { title: "Controls/Buttons and links" };

const row = ".educonnect-actions";

export const Buttons = showControl("educonnect-email", row, { back: "step" });
export const PrimaryAlone = showControl("educonnect-email", row);
export const WhileBusy = showControl("educonnect-email", row, { back: "step", busy: true });
export const Closed = showControl("educonnect-email", row, { back: "step", now, lockedUntil: now + 900 });
export const InRightToLeft = showControl("educonnect-email", row, { back: "step", lang: "ar" });
export const LinkButton = showControl("educonnect-sms-code", ".educonnect-resend", { sendsLeft: 2 });
export const LinkButtonThatWaits = showControl("educonnect-sms-code", ".educonnect-resend", {
  sendsLeft: 2,
  now,
  nextSendAt: now + 58,
});
export const Links = showControl("educonnect-login", ".educonnect-links", {
  links: { "no-account": true, methods: true },
});
export const FranceConnect = showControl("educonnect-login", ".educonnect-franceconnect", {
  links: { franceconnect: true },
});
export const Tools = showControl("educonnect-success", ".educonnect-tools", { identifier: "c.martin42" });
