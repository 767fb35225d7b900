import { findLanguage, type Language } from "@educonnect-activation/core";
import { partsInUse, type MessageOverrides } from "./translate.ts";

/** The languages besides French, by BCP 47 tag; each loads when an element first asks for it. */
const loaders: Readonly<Record<string, () => Promise<{ readonly language: Language }>>> = {
  en: () => import("@educonnect-activation/core/messages/en"),
  ar: () => import("@educonnect-activation/core/messages/ar"),
  tr: () => import("@educonnect-activation/core/messages/tr"),
  uk: () => import("@educonnect-activation/core/messages/uk"),
  "fr-simple": () => import("@educonnect-activation/core/messages/fr-simple"),
  pt: () => import("@educonnect-activation/core/messages/pt"),
  es: () => import("@educonnect-activation/core/messages/es"),
  ro: () => import("@educonnect-activation/core/messages/ro"),
  "zh-Hans": () => import("@educonnect-activation/core/messages/zh-Hans"),
};

/** BCP 47 tags of the languages that elements speak. */
export const languages: readonly string[] = ["fr", ...Object.keys(loaders)];

/** After a failure French shows for so long before the texts are asked for again. */
const patienceMilliseconds = 30_000;

interface Catalogue {
  readonly name: string;
  readonly open: (typeof loaders)[string];
  texts: MessageOverrides;
  /** The parts that are in it. */
  readonly parts: Set<string>;
  loading: Promise<void> | null;
  failedAt: number;
}

const catalogues = Object.entries(loaders).map(([name, open]): Catalogue => ({
  name,
  open,
  texts: {},
  parts: new Set(),
  loading: null,
  failedAt: -Infinity,
}));

/** The catalogue of a language; undefined is French. */
function catalogueOf(tag: string): Catalogue | undefined {
  const found = findLanguage(tag, languages);
  return catalogues.find(({ name }) => name === found);
}

const missingIn = ({ parts }: Catalogue) => [...partsInUse].filter((part) => !parts.has(part));

/**
 * The texts of a language; null where it is French, or where any text that this page uses is not there: half a language is none.
 *
 * @param drawn what the asking element was drawn with, in any language; empty for another screen. Where a part is missing that the page
 *   came to use later, it keeps that if it is this language.
 */
export function textsIn(tag: string, drawn: MessageOverrides): MessageOverrides | null {
  const catalogue = catalogueOf(tag);
  if (catalogue === undefined) return null;
  if (missingIn(catalogue).length === 0) return catalogue.texts;
  return drawn.lang === catalogue.texts.lang ? drawn : null;
}

/** Tells whether a text that this page uses is not there in a language; French is never missing. */
export function isMissing(tag: string): boolean {
  const catalogue = catalogueOf(tag);
  return catalogue !== undefined && missingIn(catalogue).length > 0;
}

/**
 * Loads what this page uses of a language; null when there is nothing to wait for. It never rejects.
 *
 * @param isWished whether somebody asks for it now, who is not to wait because it failed a moment ago
 */
export function loadTexts(tag: string, isWished = false): Promise<void> | null {
  const catalogue = catalogueOf(tag);
  if (catalogue === undefined || missingIn(catalogue).length === 0) return null;
  if (isWished || performance.now() - catalogue.failedAt > patienceMilliseconds)
    catalogue.loading ??= load(catalogue);
  return catalogue.loading;
}

async function load(catalogue: Catalogue): Promise<void> {
  try {
    const { language } = await catalogue.open();
    // A screen that came in meanwhile may need more.
    for (let wanted = missingIn(catalogue); wanted.length > 0; wanted = missingIn(catalogue)) {
      const loaded = await Promise.all(
        wanted.map(async (part) =>
          part === "sign-in" ? language["sign-in"] : (await language[part]()).texts,
        ),
      );
      catalogue.texts = Object.assign({}, catalogue.texts, ...loaded);
      for (const part of wanted) catalogue.parts.add(part);
    }
  } catch {
    catalogue.failedAt = performance.now();
    // The menu may be a script of its own, with another copy of this module.
    for (const news of ["online", "educonnect-language-change"])
      addEventListener(news, () => (catalogue.failedAt = -Infinity), { once: true });
  }
  catalogue.loading = null;
}
