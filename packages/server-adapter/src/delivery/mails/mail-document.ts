import { frenchMails } from "../wording/fr.ts";

/** One part of a mail. The plain text and the HTML are both made from these. */
export type MailBlock =
  | { readonly type: "paragraph"; readonly text: string }
  /** The one thing that the mail asks for: a link named by its action, with the full address below. */
  | { readonly type: "action"; readonly label: string; readonly href: string }
  | { readonly type: "code"; readonly code: string }
  | { readonly type: "link"; readonly text: string; readonly href: string }
  | { readonly type: "heading"; readonly text: string }
  /** Small print at the end. */
  | { readonly type: "footer"; readonly text: string };

/** The part of a mail in one language. */
export interface MailPart {
  /** BCP 47 tag. */
  readonly lang: string;
  readonly dir: "ltr" | "rtl";
  readonly blocks: readonly MailBlock[];
}

/** A mail without its addressee. */
export interface MailContent {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** What every mail names: the sender, and where to find help. */
export interface MailTexts {
  readonly serviceName: string;
  /** Absolute http or https address of the help page; null leaves the sentence out. */
  readonly helpUrl: string | null;
}

const ink = "color:#1f2430";
const bodyStyle = `margin:0;padding:24px 16px;background:#ffffff;${ink};font-family:system-ui,'Segoe UI',Arial,sans-serif;font-size:16px;line-height:1.5`;
const ruleStyle = "border:0;border-top:1px solid #c9cdd6";
const actionStyle =
  "display:inline-block;padding:12px 20px;border-radius:8px;background:#26438f;color:#ffffff;font-weight:600;text-decoration:none";

/**
 * Writes the plain text and the HTML of a mail from one list of blocks per language, so that both always say the same.
 *
 * The HTML has one column, and no images or anything else to fetch; it can be read by a screen reader and without its styles. The
 * subject is in the language of the first part.
 *
 * The content of a block is text: markup in it is escaped, line breaks and control characters become spaces. Of the characters that
 * change the reading direction only the isolates of a catalogue stay (U+2068, U+2069), so pass names through `plainName` first.
 *
 * @throws TypeError for an address that is not absolute http or https
 */
export function renderMailDocument(subject: string, parts: readonly [MailPart, ...MailPart[]]): MailContent {
  const title = tidy(subject);
  const html = [
    "<!doctype html>",
    `<html ${languageOf(parts[0])}>`,
    `<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(title)}</title></head>`,
    `<body style="${bodyStyle}">`,
    '<main style="max-width:36em;margin:0 auto">',
    // A mail reader may drop what stands around the body, and the language and direction with it.
    ...parts.flatMap((part) => [
      `<div ${languageOf(part)}>`,
      ...part.blocks.map((block) => renderHtmlBlock(block)),
      "</div>",
    ]),
    "</main>",
    "</body>",
    "</html>",
    "",
  ];
  const text = parts.flatMap(({ dir, blocks }) => blocks.map((block) => renderTextBlock(block, dir)));
  return { subject: title, text: `${text.join("\n\n")}\n`, html: html.join("\n") };
}

const languageOf = ({ lang, dir }: MailPart) => `lang="${lang}"${dir === "rtl" ? ' dir="rtl"' : ""}`;

/** Makes the blocks that end every mail. */
export function closingBlocks({ serviceName, helpUrl }: MailTexts): readonly MailBlock[] {
  const footer: MailBlock = { type: "footer", text: frenchMails.sentBy(plainName(serviceName)) };
  return helpUrl === null ? [footer] : [{ type: "link", text: frenchMails.help, href: helpUrl }, footer];
}

/** Writes a person as `Prénom NOM`, as the deck does. */
export function writePerson(givenName: string, familyName: string): string {
  return plainName(`${givenName} ${familyName.toLocaleUpperCase("fr")}`);
}

/** A line takes the direction of its first letter, which may belong to a name, so right-to-left lines begin with a mark (U+200F). */
function renderTextBlock(block: MailBlock, dir: MailPart["dir"]): string {
  const start = dir === "rtl" ? "\u200f" : "";
  switch (block.type) {
    case "paragraph":
    case "heading":
      return start + tidy(block.text);
    case "action":
      return checkAddress(block.href);
    case "code":
      return `    ${tidy(block.code)}`;
    case "link":
      return `${start}${tidy(block.text)}\n${checkAddress(block.href)}`;
    case "footer":
      // The mark by which mail readers recognise a signature (RFC 3676, 4.3).
      return `-- \n${start}${tidy(block.text)}`;
  }
}

function renderHtmlBlock(block: MailBlock): string {
  switch (block.type) {
    case "paragraph":
      return `<p>${escapeHtml(tidy(block.text))}</p>`;
    case "heading":
      return `<hr style="${ruleStyle}">\n<h2 style="font-size:18px">${escapeHtml(tidy(block.text))}</h2>`;
    case "action": {
      const href = escapeHtml(checkAddress(block.href));
      const label = escapeHtml(tidy(block.label));
      return `<p><a href="${href}" style="${actionStyle}">${label}</a></p>\n<p style="word-break:break-all"><a dir="ltr" href="${href}" style="${ink}">${href}</a></p>`;
    }
    case "code":
      return `<p style="font-size:24px;font-weight:600;letter-spacing:0.15em">${escapeHtml(tidy(block.code))}</p>`;
    case "link": {
      const href = escapeHtml(checkAddress(block.href));
      return `<p>${escapeHtml(tidy(block.text))} <a dir="ltr" href="${href}" style="${ink}">${href}</a></p>`;
    }
    case "footer":
      return `<hr style="${ruleStyle}">\n<p style="font-size:14px;color:#4a5060">${escapeHtml(tidy(block.text))}</p>`;
  }
}

/** Makes one line of visible text, so that a name can neither start a line of its own nor change the reading direction of what follows. */
export const plainName = (text: string): string => tidy(text.replaceAll(/[\u2068\u2069]/gu, " "));

/** Does the same, but keeps the isolates that a catalogue has put into a sentence. */
function tidy(text: string): string {
  return spaceFrench(
    text
      .toWellFormed()
      .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\u061C\u200E\u200F\u202A-\u202E\u2066\u2067]+/gu, " ")
      .trim(),
  );
}

/**
 * Replaces the ordinary spaces at which a French line must not break: U+202F before `?`, `!` and `;`, U+00A0 before `:` and within « »
 * (Lexique des règles typographiques of the Imprimerie nationale), as in the texts of the screens.
 */
function spaceFrench(text: string): string {
  return text.replaceAll(/ (?=([?!;])|[:»])|(?<=«) /gu, (_, sign?: string) => (sign ? "\u202f" : "\u00a0"));
}

function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}

function checkAddress(href: string): string {
  if (!/^https?:\/\/[^\s\p{Cc}]+$/u.test(href) || !URL.canParse(href)) {
    throw new TypeError("a link of a mail must be an absolute http or https address");
  }
  return href;
}
