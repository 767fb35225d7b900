/** The screens between the sign-in and the end, with what a flow needs of the browser, which load together. */
import "./birth-date.ts";
import "./children.ts";
import "./email-sent.ts";
import "./email.ts";
import "./france-connect.ts";
import "./identity.ts";
import "./notice.ts";
import "./sms-code.ts";

export { laterRequestOf } from "../educonnect-activation/later-request.ts";
export { leaveQuestion, methodsBack, signedInPanel } from "../educonnect-activation/later-panels.ts";
export { FlowCompanion } from "../educonnect-activation/flow-companion.ts";
export { compareMethods, followLink, sendCommand } from "../educonnect-activation/take-route.ts";
