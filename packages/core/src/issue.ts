import type { BirthDateIssue } from "./identity/birth-date.ts";
import type { PhoneTypingIssue } from "./identity/phone.ts";
import type { PasswordIssueCode } from "./password/evaluate-password.ts";

/** Every `code` that a problem (RFC 9457) can have. */
export type ProblemCode =
  | "request_malformed"
  | "request_invalid"
  | "content_type_unsupported"
  | "body_too_large"
  | "origin_refused"
  | "endpoint_unknown"
  | "method_not_allowed"
  | "idempotency_key_missing"
  | "idempotency_key_reused"
  | "credentials_refused"
  | "credentials_locked"
  | "address_refused"
  | "provisional_password_expired"
  | "flow_in_progress"
  | "method_closed"
  | "return_url_refused"
  | "france_connect_unavailable"
  | "sms_unavailable"
  | "receipt_refused"
  | "flow_missing"
  | "flow_moved"
  | "revision_stale"
  | "event_not_accepted"
  | "step_locked"
  | "resend_too_soon"
  | "sends_exhausted"
  | "confirmation_link_unknown"
  | "confirmation_link_expired"
  | "confirmation_link_used"
  | "confirmation_link_disowned"
  | "confirmation_link_replaced"
  | "session_missing"
  | "server_busy"
  | "server_unavailable"
  | "server_error";

/** What the view of a flow can say about an answer. */
export type FlowIssueCode =
  | PasswordIssueCode
  | PhoneTypingIssue
  | "phone_invalid"
  | "name_missing"
  | "name_too_long"
  | "france_connect_cancelled"
  | "france_connect_unavailable"
  | "france_connect_refused"
  | "france_connect_unmatched"
  | "france_connect_mobile_missing"
  | "credentials_refused"
  | "child_unanswered"
  | "children_changed"
  | "birth_date_missing"
  | "birth_date_impossible"
  | "birth_date_in_future"
  | "birth_date_too_old"
  | "birth_date_unrecorded"
  | "birth_date_wrong"
  /** Does not say which child's. */
  | "birth_dates_wrong"
  | "email_invalid"
  | "email_disowned"
  | "code_wrong"
  | "code_expired"
  | "sends_exhausted"
  | "step_locked";

/** What `request_invalid` can say about a field of a body. */
export type RequestIssueCode =
  | "field_missing"
  | "field_unknown"
  | "field_wrong_kind"
  | "field_malformed"
  | "field_too_long"
  | "field_too_short";

/** What a screen finds wrong itself, before anything is sent. */
type ScreenIssueCode =
  | BirthDateIssue["code"]
  | "identifier_missing"
  | "identifier_too_long"
  | "identifier_is_email"
  | "password_missing"
  | "new_password_missing"
  | "password_confirmation_missing"
  | "password_mismatch"
  | "email_missing"
  | "email_too_long"
  | "email_confirmation_missing"
  | "email_mismatch"
  | "code_missing"
  | "code_not_digits"
  | "code_length"
  | "profile_missing"
  | "level_missing"
  | "mode_missing";

/** What the wizard says about a request that failed, or about an activation that is no longer open. */
type WizardIssueCode =
  | "network_failed"
  | "cookies_refused"
  | "flow_restart"
  | "france_connect_late"
  | "sms_exhausted"
  | "triesLeft";

/** Another code in the words of one screen: for a given name, for the reader's own date, for an SMS. */
type RewordedIssueCode =
  | "given_name_missing"
  | "given_name_too_long"
  | "own_birth_date_missing"
  | "sms_code_missing"
  | "sms_code_wrong"
  | "sms_resend_too_soon"
  | "sms_sends_exhausted";

/** Only a faulty client causes these, so they have no text of their own and are shown in general words. */
type ClientFaultCode =
  | "request_malformed"
  | "content_type_unsupported"
  | "body_too_large"
  | "origin_refused"
  | "endpoint_unknown"
  | "method_not_allowed"
  | "idempotency_key_missing"
  | "idempotency_key_reused"
  | "flow_in_progress"
  | "receipt_refused"
  | "field_unknown"
  | "field_wrong_kind";

/**
 * Every code of an issue. A server of another version may send others: a client shows general words for a code that it does not
 * know.
 */
export type IssueCode =
  | ProblemCode
  | FlowIssueCode
  | RequestIssueCode
  | ScreenIssueCode
  | WizardIssueCode
  | RewordedIssueCode;

/** The codes that every language has a text for, under the key `issue.<code>`. */
export type WordedIssueCode = Exclude<IssueCode, ClientFaultCode>;

/** Something to tell the person about what was submitted: a stable code, the field it is about, and numbers for its text. */
export interface Issue {
  readonly code: IssueCode;
  /** The field of the screen that the issue belongs to; absent when it is about the whole screen. */
  readonly field?: string;
  /** The child that the issue is about, on the children's screen. */
  readonly childId?: string;
  readonly params?: Readonly<Record<string, string | number>>;
}
