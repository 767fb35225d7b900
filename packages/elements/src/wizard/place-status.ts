import type { FlowView, Issue, StatusResponse } from "@educonnect-activation/core";
import type { JourneyChange, JourneyState } from "./journey-state.ts";

/** The sign-in, with nothing left of what was before. */
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

/** What is told of a field though nobody typed anything in this page. */
const lastingCodes = new Set(["email_disowned", "birth_date_unrecorded"]);

/**
 * Shows a view in a page where the answer it follows was not given: what was wrong with that is over, the answer is not there to be mended.
 * What came of FranceConnect or of the mail stays, and so does how many tries are left.
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

/** The sign-in, and that nothing can come of it while the browser keeps no cookie. */
export const withoutCookies: JourneyChange = {
  ...atSignIn,
  notice: { issue: { code: "cookies_refused" }, canRetry: false },
};

/** The activation is no longer open here; what was typed for it is kept for another. */
export function lostFlow(state: JourneyState): JourneyChange {
  const { stage, typedIdentity } = state;
  const code = stage.name === "flow" && isUnproven(stage.view) ? "flow_restart" : "flow_missing";
  return { ...atSignIn, origin: "elsewhere", typedIdentity, notice: { issue: { code }, canRetry: false } };
}

/** Tells whether a flow may be left without a question: nobody has proved who they are, so nothing is lost. */
export function isUnproven({ step: { name }, method }: FlowView): boolean {
  return name === "identity" || name === "franceConnect" || (name === "smsCode" && method === "sms");
}
