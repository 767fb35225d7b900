/** Text that is markup already; made by {@link html} only, or vouched for by {@link trusted}. */
export interface Markup {
  readonly markup: string;
}

type Value = string | Markup | null | undefined | false | readonly Value[];

const escapes: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Builds markup: a value is escaped unless it is markup; lists are joined; null, undefined and false leave nothing. */
export function html(strings: TemplateStringsArray, ...values: readonly Value[]): Markup {
  return {
    markup: strings.reduce((markup, string, index) => markup + render(values[index - 1]) + string, ""),
  };
}

/** Takes markup that another part has made. */
export const trusted = (markup: string): Markup => ({ markup });

function render(value: Value): string {
  if (value === null || value === undefined || value === false) return "";
  if (typeof value === "string") return value.replaceAll(/[&<>"']/gu, (sign) => escapes[sign] ?? sign);
  return "markup" in value ? value.markup : value.map(render).join("");
}
