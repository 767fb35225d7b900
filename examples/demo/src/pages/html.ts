/** Text that is markup already; made by {@link html} only. */
export interface Markup {
  readonly markup: string;
}

type Value = string | number | Markup | null | undefined | false | readonly Value[];

const escapes: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Escapes what HTML would read, between tags and inside quoted attributes alike. */
function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/gu, (sign) => escapes[sign] ?? sign);
}

function render(value: Value): string {
  if (value === null || value === undefined || value === false) return "";
  if (typeof value === "string") return escapeHtml(value);
  if (typeof value === "number") return String(value);
  return "markup" in value ? value.markup : value.map(render).join("");
}

/** Keeps the signs that French sets off by a space on the line of the word they belong to. */
const bindSigns = (text: string): string =>
  text.replaceAll(/«\s+/gu, "«\u00A0").replaceAll(/\s+(?=[»:;!?])/gu, "\u00A0");

/**
 * Builds markup: every value is escaped unless it is markup itself; lists are joined, and null, undefined and false leave nothing.
 *
 * Values belong between tags or inside quoted attributes, never in a tag's name or in a script. In the template's own text, spaces inside
 * « » and before `: ; ! ?` become unbreakable; values stay as they are.
 */
export function html(strings: TemplateStringsArray, ...values: readonly Value[]): Markup {
  return {
    markup: strings.reduce(
      (markup, string, index) => markup + render(values[index - 1]) + bindSigns(string),
      "",
    ),
  };
}

/** `Prénom NOM`, the way schools write people; without a given name, the family name alone. */
export const fullName = (person: { readonly givenName: string; readonly familyName: string }): string =>
  [person.givenName, person.familyName.toLocaleUpperCase("fr")].filter((name) => name !== "").join(" ");

const birthDateFormat = new Intl.DateTimeFormat("fr-FR", { dateStyle: "long", timeZone: "UTC" });

/** Writes an ISO date as people read it; says so when the school has recorded none. */
export const formatBirthDate = (birthDate: string | null): string =>
  birthDate === null
    ? "date de naissance non renseignée"
    : birthDateFormat.format(new Date(birthDate)).replace(/^1 /u, "1er ");

const instantFormat = new Intl.DateTimeFormat("fr-FR", {
  dateStyle: "long",
  timeStyle: "medium",
  timeZone: "Europe/Paris",
});

/** Writes an ISO instant as people read it. */
export const renderTime = (instant: string): Markup =>
  html`<time datetime="${instant}">${instantFormat.format(new Date(instant))}</time>`;
