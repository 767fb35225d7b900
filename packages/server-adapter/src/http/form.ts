import { ProblemError } from "./problem.ts";

/** More than any form of this wire has; each costs time to take apart. */
const mostFields = 100;

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** Decodes a name or a value; an escape that is none, or bytes that are no UTF-8, make it throw. */
const decode = (text: string) => decodeURIComponent(text.replaceAll("+", " "));

/**
 * Reads a request's body as the fields of a form (WHATWG URL, 5.1), and refuses what parsers disagree about: a name that stands twice, a
 * wrong escape, bytes that are not UTF-8, `__proto__` and U+0000 (ASVS 1.5.3, 2.2.1).
 *
 * @returns the fields by name; none for an empty body.
 * @throws {ProblemError} `request_malformed`
 */
export function parseForm(bytes: Uint8Array): object {
  try {
    const text = decoder.decode(bytes);
    const pairs = text === "" ? [] : text.split("&", mostFields + 1);
    if (pairs.length > mostFields) throw new ProblemError("request_malformed");
    const fields = new Map<string, string>();
    for (const pair of pairs) {
      const equals = pair.indexOf("=");
      if (equals < 0) throw new ProblemError("request_malformed");
      const name = decode(pair.slice(0, equals));
      const value = decode(pair.slice(equals + 1));
      const isPlain = name !== "" && name !== "__proto__" && !`${name}${value}`.includes("\0");
      if (!isPlain || fields.has(name)) throw new ProblemError("request_malformed");
      fields.set(name, value);
    }
    return Object.fromEntries(fields);
  } catch {
    throw new ProblemError("request_malformed");
  }
}
