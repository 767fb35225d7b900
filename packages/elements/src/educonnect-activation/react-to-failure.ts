import type { FlowView, Issue } from "@educonnect-activation/core";
import { isRetriable, type ClientError, type ClientErrorCode } from "../client/client-error.ts";
import type { JourneyChange, JourneyState } from "./journey-state.ts";

/** Failures that are told in the words of another. */
const shownCodes: Readonly<Partial<Record<ClientErrorCode, string>>> = {
  network: "network_failed",
  timeout: "network_failed",
  unexpected: "server_unavailable",
};

/** What is told of a failed call, by the code of its text. */
export function issueOfFailure(error: ClientError): Issue {
  const code = shownCodes[error.code] ?? error.code;
  const seconds = error.retryAfterSeconds;
  return seconds === null ? { code } : { code, params: { retryAfterSeconds: seconds } };
}

/** A view that came with a refusal is where the flow stands now, which is news from elsewhere. */
function adopt(view: FlowView | undefined): JourneyChange {
  return view === undefined
    ? {}
    : { stage: { name: "flow", view }, origin: "elsewhere", issues: view.issues };
}

/** Decides what a failed call changes on screen; what was typed is never touched. */
export function reactToFailure(error: ClientError, state: JourneyState): JourneyChange {
  const { problem } = error;
  const issue = issueOfFailure(error);
  switch (error.code) {
    case "credentials_refused":
    case "address_refused":
    case "credentials_locked":
    case "provisional_password_expired":
    case "resend_too_soon":
    case "sends_exhausted":
    case "step_locked": {
      const adopted = adopt(problem?.flow);
      const known = adopted.issues?.filter(({ code }) => code !== issue.code) ?? [];
      return { ...adopted, issues: [...known, issue] };
    }
    case "request_invalid":
      return { issues: problem?.issues && problem.issues.length > 0 ? problem.issues : [issue] };
    case "flow_in_progress":
      return { asksToReplace: true };
    case "flow_moved":
      return { stage: { name: "moved" }, origin: "elsewhere", issues: [], typedEmail: null };
    case "session_missing":
      return {
        stage: { name: "services", session: null, page: null },
        origin: "elsewhere",
        issues: [issue],
      };
    case "flow_missing":
      return {
        stage: { name: "signIn" },
        origin: "elsewhere",
        issues: [],
        notice: { issue, canRetry: false },
        typedEmail: null,
      };
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
