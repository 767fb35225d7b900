const localPartMaxLength = 64;
const addressMaxOctets = 254;
const labelMaxLength = 63;

const localPart = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/i;
const domainLabel = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}-]*$/u;

/**
 * Brings a typed mail address to the form that is stored and used.
 *
 * Surrounding spaces, invisible characters and a leading `mailto:` are removed; full-width forms become plain (NFKC); the domain
 * is lower-cased and its ideographic full stops become dots. The local part keeps its case, because only its own
 * server may interpret it (RFC 5321, section 2.4). The function is idempotent and says nothing about validity: see {@link isEmailSyntax}.
 */
export function normalizeEmail(text: string): string {
  const address = text
    .normalize("NFKC")
    .replace(/\p{Cf}/gu, "")
    .replace(/^\s*(?:mailto:\s*)+/iu, "")
    .trim();
  const at = address.lastIndexOf("@");
  if (at < 0) return address;
  const domain = address
    .slice(at + 1)
    .replace(/[。｡]/gu, ".")
    .toLowerCase()
    .normalize("NFKC");
  return `${address.slice(0, at)}@${domain}`;
}

/**
 * Gives the form under which two addresses count as one for look-ups and limits: {@link normalizeEmail}, all in lower case.
 *
 * In practice no server distinguishes `Jean@` from `jean@`, and changing the case must not evade a limit counted by address. Never
 * send mail to this form.
 */
export function emailKey(text: string): string {
  return normalizeEmail(text).toLowerCase();
}

/**
 * Tells whether a normalised text has the form of a mail address to which this kit can write.
 *
 * The form is deliberately narrower than RFC 5321 and 5322: the local part is an ASCII dot-atom of at most 64 characters (no quoted
 * string, no comment, no SMTPUTF8 local part), the domain has at least two labels of at most 63 characters (no address
 * literal, no bare host name), its last label two or more and not digits alone; the whole has at most 254 octets
 * in UTF-8 (RFC 3696, erratum 1690). Internationalised domains are accepted as typed (RFC 5890); the mailer encodes them.
 * The confirmation mail finds out whether somebody reads the address (ASVS 2.2.1).
 */
export function isEmailSyntax(email: string): boolean {
  if (email.length > addressMaxOctets || utf8Length(email) > addressMaxOctets) return false;
  const at = email.lastIndexOf("@");
  const local = email.slice(0, Math.max(at, 0));
  if (local.length > localPartMaxLength || !localPart.test(local)) return false;
  const labels = email.slice(at + 1).split(".");
  const last = labels.at(-1) ?? "";
  return labels.length >= 2 && labels.every(isDomainLabel) && last.length >= 2 && !/^\p{N}+$/u.test(last);
}

/**
 * Masks an address for a screen that must not disclose it: `t•••@toto.fr`.
 *
 * The first character of the local part and the whole domain stay; the number of dots is constant, so that it does not
 * reveal the length. A text without `@` becomes `•••`.
 */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf("@");
  if (at < 1) return "•••";
  const [first = ""] = email;
  return `${first}•••${email.slice(at)}`;
}

function isDomainLabel(label: string): boolean {
  return label.length <= labelMaxLength && domainLabel.test(label) && !label.endsWith("-");
}

function utf8Length(text: string): number {
  let length = 0;
  for (const character of text) {
    const codePoint = character.codePointAt(0) ?? 0;
    length += codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
  }
  return length;
}
