import { html, nothing, type TemplateResult } from "lit";
import { icon } from "./icons.ts";
import { button, classesOf } from "./button.ts";

/** A link of a screen: followed by the browser where there is an address, and told to the host either way. */
export interface ScreenLink {
  readonly href: string | true | null | undefined;
  readonly label: unknown;
  /** Told to those who do not see the icon, when it opens a new window. */
  readonly newWindow?: string | undefined;
  /** A link has an arrow, a plain one has none. */
  readonly look?: "link" | "plain" | "secondary" | "primary";
  readonly className?: string;
  readonly disabled?: boolean;
  /** Answers false when the host deals with it. */
  readonly onFollow: (href: string | null) => boolean;
}

/** An icon on the line of the word before it, in every script. */
const joined = (name: "arrow" | "newWindow") =>
  html`<span class="educonnect-joined" aria-hidden="true">&#x2060;${icon(name, 16)}</span>`;

const opening = (text: string) =>
  html`${joined("newWindow")}<span class="educonnect-hidden"> (${text})</span>`;

/** Tells whether an address may be followed: the web, mail or telephone, never a script. */
export function isFollowable(href: string): boolean {
  const scheme = /^[\s\p{Cc}]*([a-z][a-z\d+.-]*):/iu.exec(href)?.[1]?.toLowerCase();
  return scheme === undefined
    ? !/^[\s\p{Cc}]*[^/?#.\w]/u.test(href)
    : ["http", "https", "mailto", "tel"].includes(scheme);
}

/** Renders a link, or nothing without a target or with an address that may not be followed. */
export function screenLink(link: ScreenLink): TemplateResult | typeof nothing {
  const { href, label, newWindow, look = "link", className = "", disabled = false } = link;
  if (href === undefined || href === null) return nothing;
  const kind = look === "plain" ? "link" : look;
  const content =
    look === "link" ? html`${label}${newWindow === undefined ? joined("arrow") : opening(newWindow)}` : label;
  if (href === true) {
    return button({ kind, label: content, className, disabled, onClick: () => link.onFollow(null) });
  }
  if (!isFollowable(href)) return nothing;
  const follow = (event: MouseEvent) => {
    if (disabled || !link.onFollow(href)) event.preventDefault();
  };
  return html`<a
    class="${classesOf[kind]} ${className}"
    href=${href}
    aria-disabled=${disabled ? "true" : nothing}
    target=${newWindow === undefined ? nothing : "_blank"}
    rel=${newWindow === undefined ? nothing : "noopener"}
    @click=${follow}
    >${content}</a
  >`;
}
