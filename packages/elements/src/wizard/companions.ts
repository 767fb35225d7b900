import "../define/birth-date.ts";
import "../define/children.ts";
import "../define/email-sent.ts";
import "../define/email.ts";
import "../define/france-connect.ts";
import "../define/identity.ts";
import "../define/notice.ts";
import "../define/sms-code.ts";

/** The screens between the sign-in and the end, which load together with all that the wizard does once somebody acts. */

export { createActivationClient } from "../client/activation-client.ts";
export { describeArrival, leadToHeading, leadToPanel, PageTitle } from "./arrival.ts";
export { comeToServices } from "./come-to-services.ts";
export { FlowCompanion } from "./flow-companion.ts";
export { Journey } from "./journey.ts";
export { laterRequestOf } from "./later-request.ts";
export { leaveQuestion, methodsBack, signedInPanel } from "./later-panels.ts";
export { takeFranceConnectReturn } from "./acts.ts";
export { compareMethods, followLink, sendCommand } from "./acts.ts";
