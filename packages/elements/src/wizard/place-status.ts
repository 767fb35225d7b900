import type { FlowView, Issue, StatusResponse } from "@educonnect-activation/core";
import type { JourneyChange, JourneyState } from "./journey-state.ts";

/** The change that shows the sign-in and clears everything else. */
export const atSignIn: JourneyChange = {
  stage: { name: "signIn" },
  origin: "here",
  issues: [],
  notice: null,
  comparesMethods: false,
  typedEmail: null,
  typedIdentity: null,
};

/** Shows a view. */
export function showView(view: FlowView): JourneyChange {
  return view.condition === "finished"
    ? { stage: { name: "services", session: null, page: null }, issues: [], typedEmail: null }
    : { stage: { name: "flow", view }, issues: view.issues };
}

/** The issues that are shown even though nothing was typed in this page. */
const lastingCodes = new Set(["email_disowned", "birth_date_unrecorded"]);

/**
 * Shows a view in a page that did not send the answer before it. Issues about that answer are left out, because it can't be corrected
 * here; the outcome of FranceConnect or of the confirmation mail and the number of attempts left are still shown.
 */
export function resumeView(view: FlowView): JourneyChange {
  const issues = view.issues.flatMap((issue): readonly Issue[] => {
    const { code, field, params } = issue;
    if (params?.["triesLeft"] !== undefined) return [{ code: "triesLeft", params }];
    return field === undefined || lastingCodes.has(code) ? [issue] : [];
  });
  return showView({ ...view, issues });
}

/** Decides where a status puts the person. */
export function placeStatus(
  before: JourneyState,
  { flow, session, methods = before.methods }: Omit<StatusResponse, "methods"> & Partial<StatusResponse>,
  origin: JourneyState["origin"],
): JourneyChange {
  if (flow !== null && flow.condition !== "finished")
    return {
      ...(origin === "start" ? resumeView(flow) : showView(flow)),
      origin,
      methods,
      comparesMethods: false,
    };
  if (session !== null)
    return { stage: { name: "services", session, page: null }, origin, methods, issues: [] };
  return { ...atSignIn, origin, methods };
}

/** The change that shows the sign-in with the notice that the browser keeps no cookies. */
export const withoutCookies: JourneyChange = {
  ...atSignIn,
  notice: { issue: { code: "cookies_refused" }, canRetry: false },
};

/** The change for an activation that is no longer open here. What was typed is kept for the next one. */
export function lostFlow(state: JourneyState): JourneyChange {
  const { stage, typedIdentity } = state;
  const code = stage.name === "flow" && isUnproven(stage.view) ? "flow_restart" : "flow_missing";
  return { ...atSignIn, origin: "elsewhere", typedIdentity, notice: { issue: { code }, canRetry: false } };
}

/** Tells whether nobody has proved their identity in a flow yet, so that it may be left without a question. */
export function isUnproven({ step: { name }, method }: FlowView): boolean {
  return name === "identity" || name === "franceConnect" || (name === "smsCode" && method === "sms");
}
