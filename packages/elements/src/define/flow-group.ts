/** The screens between the sign-in and the end, which load together with all that the wizard does once somebody acts. */
import "./birth-date.ts";
import "./children.ts";
import "./email-sent.ts";
import "./email.ts";
import "./france-connect.ts";
import "./identity.ts";
import "./notice.ts";
import "./sms-code.ts";

export { createActivationClient } from "../client/activation-client.ts";
export { describeArrival, leadToHeading, leadToPanel, PageTitle } from "../educonnect-activation/arrival.ts";
export { comeToServices } from "../educonnect-activation/come-to-services.ts";
export { FlowCompanion } from "../educonnect-activation/flow-companion.ts";
export { Journey } from "../educonnect-activation/journey.ts";
export { laterRequestOf } from "../educonnect-activation/later-request.ts";
export { leaveQuestion, methodsBack, signedInPanel } from "../educonnect-activation/later-panels.ts";
export { takeFranceConnectReturn } from "../educonnect-activation/take-france-connect-return.ts";
export { compareMethods, followLink, sendCommand } from "../educonnect-activation/take-method.ts";
