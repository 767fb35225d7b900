/**
 * The tables of a store.
 *
 * Values are text, whole numbers or null. Names ending in `_at` or `_until` are epoch seconds; in `_encrypted`, text that only the field
 * key opens (bound to table, row and column); in `_key`, a keyed hash, for look-ups without the value itself. The first column is the primary key.
 */
export interface Tables {
  /** Schools and how to reach them. */
  schools: { id: string; name: string; phone: string | null; email: string | null; message: string | null };
  /** Those the directory knows: guardians and pupils. */
  people: {
    id: string;
    kind: "guardian" | "pupil";
    given_name: string;
    family_name: string;
    birth_name: string | null;
    /** Keyed hash of the E.164 number, for matching. */
    mobile_key: string | null;
    mobile_encrypted: string | null;
    email_encrypted: string | null;
    birth_date_encrypted: string | null;
    school_id: string | null;
  };
  /** Where guardians are found by name: keys of folded names, several for one person. */
  guardian_names: { id: string; key: string; person_id: string };
  /** Who is what to a child; whoever is not its legal representative has no authority over it and is never let in. */
  guardianships: {
    id: string;
    guardian_id: string;
    child_id: string;
    meaning: "representative" | "inCharge" | "contact" | "unknown";
    /** The order in which a guardian's children are shown. */
    position: number;
    closed_at: number | null;
  };
  /** One for each person to whom a letter was issued or whose activation has begun. */
  accounts: {
    id: string;
    /** Unique. */
    person_id: string;
    /** Unique; null until reserved. */
    identifier: string | null;
    status: "pending" | "active";
    email_encrypted: string | null;
    email_status: "none" | "pending" | "confirmed";
    activated_at: number | null;
    /** Grows with every change, so that a change made on old news loses. */
    version: number;
  };
  /** What opens an account. */
  credentials: {
    id: string;
    account_id: string;
    type: "password" | "provisional" | "franceConnect";
    /** A PHC string; null where possession of the key is proved elsewhere. */
    secret: string | null;
    /** Unique; of FranceConnect a keyed hash of issuer and pairwise `sub`. */
    lookup_key: string | null;
    created_at: number;
    /** Null for one that lasts. */
    expires_at: number | null;
    last_used_at: number | null;
  };
  /** Children whose guardianship was proved by an account's holder. */
  account_children: { id: string; account_id: string; child_id: string; confirmed_at: number };
  /** Every identifier ever given; rows are never deleted, so a number is never reused. */
  identifiers: { identifier: string; stem: string };
  /** How many identifiers a stem has given, which sets how many digits the next is drawn from. */
  identifier_stems: { stem: string; allocated: number };
  /** Activations under way. */
  flows: {
    id: string;
    /** Unique. */
    cookie_key: string;
    /** Whose it was proved to be; null before. */
    person_id: string | null;
    revision: number;
    /** The core's snapshot. */
    state: string;
    /** How the person showed who they are: methods and instants, as JSON. */
    proofs: string;
    /** The address typed, until the account is active. */
    email_encrypted: string | null;
    /** The mobile that codes are texted to, and what a text to it may say. */
    contact_encrypted: string | null;
    /** What FranceConnect said of the person, until the account is active. */
    identity_encrypted: string | null;
    expires_at: number;
  };
  /** Cookies that no longer open their flow: rotated at a proof, or left behind when the flow moved to another device. */
  retired_cookies: { cookie_key: string; flow_id: string; reason: "rotated" | "moved"; expires_at: number };
  /** Confirmation links and the codes beside them. */
  confirmation_links: {
    token_key: string;
    code_key: string;
    account_id: string;
    /** Null when the account was active already. */
    flow_id: string | null;
    generation: number;
    email_encrypted: string;
    status: "open" | "used" | "replaced" | "disowned";
    expires_at: number;
  };
  /** The code texted last in a flow; there is one whether or not anybody was matched. */
  sms_codes: { flow_id: string; code_key: string; expires_at: number };
  /** Sign-ins begun at FranceConnect and not come back yet. */
  authorizations: {
    state_key: string;
    flow_id: string;
    /** What the answer is checked against. */
    pending_encrypted: string;
    return_url: string;
    expires_at: number;
  };
  /** When something limited in number was last done, as a list of instants. */
  rate_limits: { key: string; times: string; version: number; expires_at: number };
  /** Failures counted against one secret, wherever it is accepted. */
  attempts: {
    key: string;
    failures: number;
    /** Locks so far; each is longer than the one before. */
    locks: number;
    locked_until: number;
    version: number;
    expires_at: number;
  };
  /** Answers kept for a request sent twice. */
  replies: { key: string; request_digest: string; answer_encrypted: string; expires_at: number };
  /** Who is signed in. */
  sessions: {
    cookie_key: string;
    account_id: string;
    /** How the person showed who they are: methods and instants, as JSON. */
    proofs: string;
    /** `phone`, `tablet`, `computer` or `unknown`. */
    device: string;
    /** FranceConnect's ID token, which its logout asks for; null for other sign-ins. */
    id_token_encrypted: string | null;
    created_at: number;
    /** When the person last did something with it. */
    last_used_at: number;
    expires_at: number;
    /** Up to when `expires_at` may be moved. */
    ends_at: number;
  };
  /** Messages to be sent, and those being sent. */
  outbox: {
    id: string;
    /** `none` is a decoy, dropped when its turn comes: a number nobody has must cost what a known one does. */
    kind: "email" | "sms" | "none";
    payload_encrypted: string;
    available_at: number;
    tries: number;
    expires_at: number;
  };
  /** Texts handed to a gateway, until it says what became of them; neither number nor text. */
  texts: {
    id: string;
    /** What the gateway calls it; null when it told no name. */
    gateway_id: string | null;
    status: "sent" | "delivered" | "failed";
    reason: string | null;
    /** When to ask the gateway next; null when there is nothing to ask. */
    check_at: number | null;
    tries: number;
    expires_at: number;
  };
  /** What happened, without anything personal: ids are random, their meaning erasable. */
  audit: {
    id: string;
    at: number;
    event: string;
    subject_id: string | null;
    details: string;
    /** The place in the chain (unique) and its hash; null until chained. */
    position: number | null;
    hash: string | null;
  };
  /** What a school should look at: a child refused, or a date it has not recorded. */
  reports: {
    id: string;
    at: number;
    kind: "refused" | "unrecorded";
    person_id: string;
    child_id: string;
    school_id: string | null;
    /** Whether the guardian was sure to be the one who answered, or may only bear the name. */
    identity: "sure" | "unsure";
    /** When the school said that it had seen to it; null until then. */
    settled_at: number | null;
  };
}

/** The name of a table. */
export type TableName = keyof Tables;
