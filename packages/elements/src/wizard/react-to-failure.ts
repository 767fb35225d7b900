import type { FlowView, Issue, IssueCode, ProblemCode } from "@educonnect-activation/core";
import { isRetriable, type ClientError, type ClientErrorCode } from "../client/client-error.ts";
import type { JourneyChange, JourneyState } from "./journey-state.ts";
import { atSignIn, lostFlow } from "./place-status.ts";

/** The failures that are shown with the message of another issue. */
const shownCodes: Readonly<Record<Exclude<ClientErrorCode, ProblemCode>, IssueCode>> = {
  network: "network_failed",
  timeout: "network_failed",
  unexpected: "server_unavailable",
};

/** The text of a limit on messages speaks of mails, and of this attempt alone, where the limit may be on a number. */
function codeOfFailure({ code, retryAfterSeconds }: ClientError): IssueCode {
  if (code === "sends_exhausted" && retryAfterSeconds !== null) return "sms_exhausted";
  return code === "network" || code === "timeout" || code === "unexpected" ? shownCodes[code] : code;
}

/** Returns the issue that is shown for a failed request. */
export function issueOfFailure(error: ClientError): Issue {
  const code = codeOfFailure(error);
  const seconds = error.retryAfterSeconds;
  return seconds === null ? { code } : { code, params: { retryAfterSeconds: seconds } };
}

/** Shows the view that came with a refusal: the flow's current state, which changed elsewhere. */
function adopt(view: FlowView | undefined): JourneyChange {
  return view === undefined
    ? {}
    : { stage: { name: "flow", view }, origin: "elsewhere", issues: view.issues };
}

/** Decides what a failed request changes on screen. What was typed always stays. */
export function reactToFailure(error: ClientError, state: JourneyState): JourneyChange {
  const { problem } = error;
  const issue = issueOfFailure(error);
  switch (error.code) {
    case "credentials_refused":
    case "address_refused":
    case "credentials_locked":
    case "provisional_password_expired":
    case "france_connect_unavailable":
    case "resend_too_soon":
    case "sends_exhausted":
    case "sms_unavailable":
    case "step_locked": {
      const adopted = adopt(problem?.flow);
      const known = adopted.issues?.filter(({ code }) => code !== issue.code) ?? [];
      return { ...adopted, issues: [...known, issue] };
    }
    case "request_invalid":
      return { issues: problem?.issues && problem.issues.length > 0 ? problem.issues : [issue] };
    case "flow_in_progress":
      return state.stage.name === "flow"
        ? { notice: { issue: { code: "revision_stale" }, canRetry: false } }
        : { ...atSignIn, asksToReplace: true };
    case "flow_moved":
      return { stage: { name: "moved" }, origin: "elsewhere", issues: [], typedEmail: null };
    case "session_missing":
      return {
        stage: { name: "services", session: null, page: null },
        origin: "elsewhere",
        issues: [issue],
      };
    case "flow_missing":
      return lostFlow(state);
    case "revision_stale":
    case "event_not_accepted":
      return { ...adopt(problem?.flow), notice: { issue, canRetry: false } };
    default:
      break;
  }
  if (state.stage.name === "loading" || state.stage.name === "unreachable")
    return { stage: { name: "unreachable" } };
  return { notice: { issue, canRetry: isRetriable(error) } };
}
