/** The mail domains of French parents, the most used first. Between equally near corrections the earlier one wins. */
const commonDomains =
  "gmail.com hotmail.fr orange.fr hotmail.com free.fr yahoo.fr sfr.fr wanadoo.fr laposte.net outlook.fr outlook.com icloud.com live.fr yahoo.com bbox.fr neuf.fr numericable.fr club-internet.fr aliceadsl.fr protonmail.com".split(
    " ",
  );

/** Real domains that are one typing mistake away from a common one; they are never corrected. */
const neighbouringDomains = new Set(
  "mail.com email.com ymail.com fmail.com gmx.fr gmx.com gmx.net msn.com me.com mac.com aol.com aol.fr orange.com laposte.fr sfr.com live.com free.com mailo.com proton.me bouygtel.fr cegetel.net 9online.fr ac-lille.fr".split(
    " ",
  ),
);

/** Providers with domains in many countries, where a foreign ending is not a mistake. */
const multinational =
  /^(?:hotmail|outlook|live|yahoo|gmx)\.(?:(?:com|co)\.[a-z]{2}|be|ca|ch|cl|cn|de|dk|es|gr|hu|ie|in|it|jp|lv|nl|no|pl|pt|ro|ru|se|sg|sk)$/;

/** Providers with a single ending, which people replace with `.fr`. */
const withOneEnding = new Set(["gmail", "icloud", "protonmail", "wanadoo", "laposte"]);

const shortDomainLength = 8;

/**
 * Proposes the address that was probably meant when the domain looks like a typing mistake (`gmial.com` → `gmail.com`). The proposal
 * is for a question that the person answers; it never replaces what was typed.
 *
 * A domain looks like a mistake when it is one mistake away from a provider's domain (a letter missing, added or replaced, or two
 * swapped), or two for domains of more than 8 characters that begin with the same letter; or when it is a provider's name with an
 * ending that the provider does not have (`gmail.fr`). A known domain is never corrected, nor is one that is close to no other.
 *
 * Source: the project's list of French providers; distance of Damerau and Levenshtein (optimal string alignment).
 *
 * @param email a normalised address (see `normalizeEmail`).
 * @returns the whole corrected address, or undefined.
 */
export function suggestEmailCorrection(email: string): string | undefined {
  const at = email.lastIndexOf("@");
  if (at < 1) return undefined;
  const domain = email.slice(at + 1).toLowerCase();
  const meant = meantDomain(domain);
  return meant === undefined ? undefined : `${email.slice(0, at)}@${meant}`;
}

function meantDomain(domain: string): string | undefined {
  if (commonDomains.includes(domain) || neighbouringDomains.has(domain) || multinational.test(domain))
    return undefined;
  const [name = "", ...endings] = domain.split(".");
  if (endings.length <= 1 && withOneEnding.has(name)) {
    return commonDomains.find((candidate) => candidate.startsWith(`${name}.`));
  }
  let nearest: string | undefined;
  let fewest = 3;
  for (const candidate of commonDomains) {
    const slips = countSlips(domain, candidate);
    if (slips < fewest && isPlausible(domain, candidate, slips)) {
      nearest = candidate;
      fewest = slips;
    }
  }
  return nearest;
}

function isPlausible(domain: string, candidate: string, slips: number): boolean {
  return slips <= 1 || (candidate.length > shortDomainLength && domain[0] === candidate[0]);
}

/** Computes the distance of optimal string alignment, or returns 3 when the lengths alone make it more than 2. */
function countSlips(left: string, right: string): number {
  if (Math.abs(left.length - right.length) > 2) return 3;
  const rows: number[][] = [];
  const cell = (row: number, column: number) => rows[row]?.[column] ?? Infinity;
  for (let row = 0; row <= left.length; row += 1) {
    const current: number[] = [];
    rows.push(current);
    for (let column = 0; column <= right.length; column += 1) {
      const same = left[row - 1] === right[column - 1];
      const swapped = left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
      current[column] = Math.min(
        row === 0 || column === 0 ? row + column : Infinity,
        cell(row - 1, column) + 1,
        cell(row, column - 1) + 1,
        cell(row - 1, column - 1) + (same ? 0 : 1),
        swapped ? cell(row - 2, column - 2) + 1 : Infinity,
      );
    }
  }
  return cell(left.length, right.length);
}
