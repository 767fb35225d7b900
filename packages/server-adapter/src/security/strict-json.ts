import { Refusal } from "../refusal.ts";

/** Nothing on this wire nests deeper than an event's list of answers. */
const depthLimit = 8;

/** A byte order mark is left in place, where no JSON may begin with it (RFC 8259, 8.1). */
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/**
 * Reads a request's body as one JSON object, and refuses what parsers disagree about: bytes that are not UTF-8 (RFC 8259, 8.1), names
 * that appear twice (RFC 8259, 4), `__proto__`, lone surrogates, U+0000 and deep nesting (ASVS 1.5.3, 2.2.1).
 *
 * @throws {Refusal} `request_malformed`
 */
export function parseJsonObject(bytes: Uint8Array): object {
  let text: string;
  let value: unknown;
  try {
    text = decoder.decode(bytes);
    value = JSON.parse(text);
  } catch {
    throw new Refusal("request_malformed");
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new Refusal("request_malformed");
  }
  checkValue(value, 0);
  if (countNames(value) !== countNamesIn(text)) throw new Refusal("request_malformed");
  return value;
}

/** With the `u` flag a surrogate only matches where it stands alone. */
const unpaired = /\p{Surrogate}/u;

function checkText(text: string): void {
  if (unpaired.test(text) || text.includes("\0")) throw new Refusal("request_malformed");
}

function checkValue(value: unknown, depth: number): void {
  if (depth > depthLimit) throw new Refusal("request_malformed");
  if (typeof value === "string") checkText(value);
  if (typeof value !== "object" || value === null) return;
  for (const [name, member] of Object.entries(value)) {
    if (name === "__proto__") throw new Refusal("request_malformed");
    checkText(name);
    checkValue(member, depth + 1);
  }
}

function countNames(value: unknown): number {
  if (typeof value !== "object" || value === null) return 0;
  const members = Object.values(value);
  const own = Array.isArray(value) ? 0 : members.length;
  return members.reduce<number>((count, member) => count + countNames(member), own);
}

/** A name that stands twice leaves one member behind; outside strings, each colon is a member. */
function countNamesIn(json: string): number {
  return json.replace(/"(?:[^"\\]|\\.)*"/gs, "").split(":").length - 1;
}
