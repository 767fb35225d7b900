import type { Tables } from "../../ports/tables.ts";

export function attempt(key: string, values: Partial<Tables["attempts"]> = {}): Tables["attempts"] {
  return { key, failures: 0, locks: 0, locked_until: 0, version: 0, expires_at: 1000, ...values };
}

export function flow(id: string, values: Partial<Tables["flows"]> = {}): Tables["flows"] {
  return {
    id,
    cookie_key: `cookie of ${id}`,
    person_id: null,
    revision: 0,
    state: "{}",
    proofs: "[]",
    email_encrypted: null,
    contact_encrypted: null,
    identity_encrypted: null,
    expires_at: 1000,
    ...values,
  };
}

export function account(id: string, values: Partial<Tables["accounts"]> = {}): Tables["accounts"] {
  return {
    id,
    person_id: `person of ${id}`,
    identifier: null,
    status: "pending",
    email_encrypted: null,
    email_status: "none",
    activated_at: null,
    version: 0,
    ...values,
  };
}

export function guardianship(
  id: string,
  values: Partial<Tables["guardianships"]> = {},
): Tables["guardianships"] {
  return {
    id,
    guardian_id: "guardian",
    child_id: "child",
    meaning: "representative",
    position: 0,
    closed_at: null,
    ...values,
  };
}

export function school(id: string, values: Partial<Tables["schools"]> = {}): Tables["schools"] {
  return { id, name: "Collège Simone-Veil", phone: null, email: null, message: null, ...values };
}

/** A full row of every table. */
export const ONE_OF_EACH: Tables = {
  schools: school("s", { phone: "+33102030405", email: "vie@college.example", message: "Bonjour" }),
  people: {
    id: "p",
    kind: "guardian",
    given_name: "Zoé",
    family_name: "d’Été",
    birth_name: "Le Gall",
    mobile_key: "mobile",
    mobile_encrypted: "sealed",
    email_encrypted: "sealed",
    birth_date_encrypted: "sealed",
    school_id: "s",
  },
  guardianships: guardianship("l", { closed_at: 12 }),
  accounts: account("a", {
    identifier: "z.dete12",
    status: "active",
    email_encrypted: "sealed",
    email_status: "confirmed",
    activated_at: 14,
  }),
  credentials: {
    id: "a:password",
    account_id: "a",
    type: "password",
    secret: "hash",
    lookup_key: "identity",
    created_at: 13,
    expires_at: 26,
    last_used_at: 27,
  },
  account_children: { id: "c", account_id: "a", child_id: "p", confirmed_at: 15 },
  identifiers: { identifier: "z.dete12", stem: "z.dete" },
  identifier_stems: { stem: "z.dete", allocated: 1 },
  flows: flow("f", {
    person_id: "p",
    email_encrypted: "sealed",
    contact_encrypted: "sealed",
    identity_encrypted: "sealed",
  }),
  retired_cookies: { cookie_key: "old", flow_id: "f", reason: "rotated", expires_at: 16 },
  confirmation_links: {
    token_key: "token",
    code_key: "code",
    account_id: "a",
    flow_id: "f",
    generation: 2,
    email_encrypted: "sealed",
    status: "open",
    expires_at: 17,
  },
  attempts: attempt("secret"),
  replies: { key: "k", request_digest: "digest", answer_encrypted: "sealed", expires_at: 18 },
  sessions: {
    cookie_key: "session",
    account_id: "a",
    proofs: "[]",
    device: "phone",
    id_token_encrypted: "sealed",
    created_at: 17,
    last_used_at: 18,
    expires_at: 19,
    ends_at: 20,
  },
  sms_codes: { flow_id: "f", code_key: "code", expires_at: 24 },
  authorizations: {
    state_key: "state",
    flow_id: "f",
    pending_encrypted: "sealed",
    return_url: "https://ent.example/",
    expires_at: 25,
  },
  rate_limits: { key: "text:mobile", times: "[26]", version: 1, expires_at: 27 },
  guardian_names: { id: "n", key: "dete zoe", person_id: "p" },
  texts: {
    id: "t",
    gateway_id: "g",
    status: "sent",
    reason: "unknown_number",
    check_at: 28,
    tries: 1,
    expires_at: 29,
  },
  outbox: { id: "o", kind: "email", payload_encrypted: "sealed", available_at: 20, tries: 0, expires_at: 21 },
  audit: { id: "e", at: 22, event: "activated", subject_id: "p", details: "{}", position: 1, hash: "hash" },
  reports: {
    id: "r",
    at: 23,
    kind: "refused",
    person_id: "p",
    child_id: "q",
    school_id: "s",
    identity: "unsure",
    settled_at: 24,
  },
};
