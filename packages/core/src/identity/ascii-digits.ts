/** The zeros of the scripts whose keyboards parents in France use: Arabic, Persian and Urdu, N'Ko, Devanagari, Bengali, Tamil. */
const zeros = [0x0660, 0x06f0, 0x07c0, 0x0966, 0x09e6, 0x0be6];

/**
 * Writes the decimal digits of other scripts as 0–9, full-width and mathematical ones included, and decomposes other
 * compatibility forms as well (NFKC: full-width letters, `＠`, `＋`, no-break spaces).
 *
 * Digits of scripts that are not in the list stay as they are; callers that need 0–9 refuse them.
 *
 * Source: Unicode Standard, section 4.6 (each script's ten digits are contiguous), UAX 15.
 */
export function asciiDigits(text: string): string {
  return text.normalize("NFKC").replace(/\p{Nd}/gu, (digit) => {
    const codePoint = digit.codePointAt(0) ?? 0;
    const zero = zeros.find((start) => codePoint >= start && codePoint < start + 10);
    return zero === undefined ? digit : String(codePoint - zero);
  });
}
