/** Longer than any browser's; whatever sends more has no say. */
const longestHeader = 512;

/** A language range with its weight (RFC 9110, 12.5.4 and 12.4.2; RFC 4647, 2.1). */
const range =
  /^(?<tag>\*|[a-z]{1,8}(?:-[a-z0-9]{1,8})*)(?:[ \t]*;[ \t]*q=(?<weight>0(?:\.\d{0,3})?|1(?:\.0{0,3})?))?$/iu;

/**
 * Reads which languages a request asks for, the dearest first, those of one weight in their order; `*` is left as it is.
 *
 * What is refused (`q=0`) or not written by the rules is left out; a header of more than 512 characters is none.
 *
 * @param header the `Accept-Language` header; null without one
 */
export function readAcceptLanguage(header: string | null): readonly string[] {
  if (header === null || header.length > longestHeader) return [];
  return header
    .split(",")
    .map((part) => range.exec(part.trim())?.groups)
    .map((groups) => ({ tag: groups?.["tag"] ?? "", weight: Number(groups?.["weight"] ?? 1) }))
    .filter(({ tag, weight }) => tag !== "" && weight > 0)
    .toSorted((one, other) => other.weight - one.weight)
    .map(({ tag }) => tag);
}
