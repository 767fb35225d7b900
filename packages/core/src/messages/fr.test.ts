import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { formatMessage } from "./format-message.ts";
import { french } from "./fr.ts";

/** What the screens fill in. */
const params = [
  "actual",
  "characters",
  "child",
  "count",
  "current",
  "delay",
  "email",
  "identifier",
  "length",
  "maximum",
  "minimum",
  "name",
  "phone",
  "required",
  "text",
  "total",
  "triesLeft",
];

const sources = join(import.meta.dirname, "..");
const texts = Object.entries(french).map(
  ([key, message]) =>
    [key, formatMessage(message, Object.fromEntries(params.map((name) => [name, 2])))] as const,
);

/** Codes of the machine, the password rules and the dates, read from where they are raised. */
function codesRaised(): string[] {
  const files = [
    "activation/steps.ts",
    "activation/progress.ts",
    "activation/transition.ts",
    "identity/birth-date.ts",
    "password/evaluate-password.ts",
  ];
  const found = files.flatMap((file) =>
    [
      ...readFileSync(join(sources, file), "utf8").matchAll(/(?:code: |, |\| |: )"([a-z]+(?:_[a-z]+)+)"/gu),
    ].map(([, code]) => code ?? ""),
  );
  const rules = new Set([
    "special_character",
    "character_kinds",
    "minimum_bits",
    "minimum_length",
    "maximum_length",
  ]);
  return [...new Set(found)].filter((code) => !rules.has(code));
}

describe("the French catalogue", () => {
  it.each(codesRaised())("has words for %s", (code) => {
    expect(Object.keys(french)).toContain(`issue.${code}`);
  });

  it("has words for every problem of the wire that a person can meet", () => {
    const protocol = readFileSync(join(sources, "protocol.ts"), "utf8");
    const union = protocol.slice(protocol.indexOf("export type ProblemCode"));
    const codes = [...union.slice(0, union.indexOf(";")).matchAll(/"([a-z_]+)"/gu)].map(
      ([, code]) => code ?? "",
    );
    expect(codes.length).toBeGreaterThan(20);
    // These are mistakes of a program, not of a person: general words do.
    const technical = new Set([
      "request_malformed",
      "content_type_unsupported",
      "body_too_large",
      "origin_refused",
      "endpoint_unknown",
      "method_not_allowed",
      "idempotency_key_missing",
      "idempotency_key_reused",
      "flow_in_progress",
      "return_url_refused",
      "receipt_refused",
    ]);
    const missing = codes.filter((code) => !technical.has(code) && !Object.hasOwn(french, `issue.${code}`));
    expect(missing).toEqual([]);
  });

  it.each([
    "child_unanswered",
    "children_changed",
    "birth_date_in_future",
    "birth_date_missing",
    "birth_date_unrecorded",
    "password_is_provisional",
    "email_disowned",
    "name_missing",
    "name_too_long",
    "phone_empty",
    "phone_not_digits",
    "phone_placeholder",
    "phone_too_short",
    "phone_too_long",
    "phone_not_mobile",
    "phone_invalid",
    "code_expired",
    "france_connect_cancelled",
    "france_connect_unavailable",
    "france_connect_refused",
    "france_connect_unmatched",
    "france_connect_mobile_missing",
    "france_connect_late",
    "field_missing",
    "field_too_long",
    "field_too_short",
    "field_malformed",
  ])("has words for %s, which the server finds", (code) => {
    expect(Object.keys(french)).toContain(`issue.${code}`);
  });

  it("says each thing once, in whole words, with straight apostrophes as in the deck", () => {
    for (const [key, text] of texts) {
      expect(text, key).not.toBe("");
      expect(text, key).toBe(text.trim());
      expect(text, key).not.toMatch(/’| {2}|undefined|NaN|EduConnect/u);
    }
  });

  it("names only what the screens fill in", () => {
    for (const file of readdirSync(import.meta.dirname).filter((name) => /^fr-.*\.ts$/u.test(name))) {
      for (const [, name] of readFileSync(join(import.meta.dirname, file), "utf8").matchAll(
        /(?<!\$)\{(\w+)\}/gu,
      )) {
        expect(params, file).toContain(name);
      }
    }
  });
});

describe("formatMessage", () => {
  it("fills in what is known and leaves out what is not", () => {
    expect(formatMessage("Étape {current} sur {total}", { current: 1, total: 4 })).toBe("Étape 1 sur 4");
    expect(formatMessage("{a}{b}", { a: "{b}" })).toBe("{b}");
  });

  it("keeps the signs of French on the line of their word, and what is filled in as it is", () => {
    expect(formatMessage("Oublié ? Non ! Oui ; « Ici » : à 12:30, sur https://a.example/?b")).toBe(
      "Oublié\u202f? Non\u202f! Oui\u202f; «\u00a0Ici\u00a0»\u00a0: à 12:30, sur https://a.example/?b",
    );
    expect(formatMessage("Parmi {characters} :", { characters: "! ? ; :" })).toBe("Parmi ! ? ; :\u00a0:");
    expect(formatMessage({ count: "count", other: "{count} ?" }, { count: 2 })).toBe("2\u202f?");
  });

  it("agrees in number", () => {
    expect(formatMessage(french["issue.triesLeft"], { triesLeft: 0 })).toBe("Il vous reste 0 essai.");
    expect(formatMessage(french["issue.triesLeft"], { triesLeft: 1 })).toBe("Il vous reste 1 essai.");
    expect(formatMessage(french["password.rulesLeft"], { count: 3 })).toBe("Encore 3 règles à respecter.");
  });
});
