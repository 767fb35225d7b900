import { arabic } from "./texts/arabic.ts";
import { english } from "./texts/english.ts";

const languages: Readonly<
  Record<string, { readonly texts: Readonly<Record<string, string>>; readonly dir: "ltr" | "rtl" }>
> = {
  en: { texts: english, dir: "ltr" },
  ar: { texts: arabic, dir: "rtl" },
};

const french = new Map<Element, string>();

/** The text of a name in the language, or what the page said at first. */
function wordFor(
  element: Element,
  name: string | undefined,
  now: string,
  texts: Readonly<Record<string, string>> | undefined,
): string {
  const before = french.get(element) ?? now;
  french.set(element, before);
  return texts?.[name ?? ""] ?? before;
}

/** Says in a language what the portal says itself; in French, and called French, where it doesn't know the language. */
function translatePage(tag: string): void {
  const language = languages[tag];
  const { documentElement } = document;
  documentElement.lang = language === undefined ? "fr" : tag;
  documentElement.dir = language?.dir ?? "ltr";
  for (const element of document.querySelectorAll<HTMLElement>("[data-text]")) {
    element.textContent = wordFor(element, element.dataset["text"], element.textContent, language?.texts);
  }
  for (const element of document.querySelectorAll<HTMLElement>("[data-label]")) {
    element.ariaLabel = wordFor(element, element.dataset["label"], element.ariaLabel ?? "", language?.texts);
  }
}

document.addEventListener("educonnect-language-change", ({ detail }) => translatePage(detail.lang));
