/** The screens between the sign-in and the end, with what a flow needs of the browser, which load together. */
import "./birth-date.ts";
import "./children.ts";
import "./email-sent.ts";
import "./email.ts";
import "./notice.ts";

export { laterRequestOf } from "../educonnect-activation/later-request.ts";
export { leaveQuestion, signedInPanel } from "../educonnect-activation/later-panels.ts";
export { FlowCompanion } from "../educonnect-activation/flow-companion.ts";
