import {
  html,
  LitElement,
  nothing,
  type PropertyDeclaration,
  type PropertyDeclarations,
  type PropertyValues,
} from "lit";
import type { MessageOverrides, OwnTexts } from "../i18n/translate.ts";
import { adoptSheets, mirrorParts, type ClassNames } from "../theme/styling.ts";
import { baseStyles, hidingStyles } from "../theme/base-styles.ts";
import { controlStyles } from "../theme/control-styles.ts";
import type * as Languages from "../i18n/languages.ts";

/** The module of the languages besides French. It is loaded by the first element that uses one of them. */
let languages: typeof Languages | null = null;

/** Loads what this page uses of a language; null when there is nothing to wait for. It never rejects. */
function loadTexts(tag: string): Promise<void> | null {
  // An attribute that is taken away leaves null.
  if (/^(?:fr(?:-[a-z]{2})?)?$/iu.test(tag ?? "")) return null;
  return languages === null
    ? import("../i18n/languages.ts").then(
        (all) => (languages = all).loadTexts(tag) ?? undefined,
        () => undefined,
      )
    : languages.loadTexts(tag);
}

/** The texts of a language: as `textsIn` of languages.ts, which alone knows any. */
function textsIn(tag: string, drawn: MessageOverrides): MessageOverrides | null {
  return (tag && languages?.textsIn(tag, drawn)) || null;
}

/** How long a first drawing waits for its texts. */
const longestWaitMilliseconds = 4000;

/** The first subtag of the language that texts are in. */
const primaryOf = (texts: MessageOverrides | null) => texts?.lang?.split("-")[0] ?? "fr";

/** The base of every element of the kit: its root, style sheets and parts, its messages, and the host's own content around it. */
export abstract class KitElement extends LitElement {
  static override properties: PropertyDeclarations = {
    dom: {},
    lang: {},
    messages: { attribute: false },
    classes: { attribute: false },
    start: { attribute: false },
    end: { attribute: false },
  };

  /** Where to render: `shadow` (default) or `light`. Set it before the element is connected. */
  declare dom: "shadow" | "light";
  /**
   * BCP 47 tag of the language that it speaks; French where it is empty or unknown. The first drawing waits for its texts, 4 s at most; a
   * later one takes the words that it has. What comes after that is drawn when it comes.
   */
  declare lang: string;
  /**
   * Texts to use instead of the kit's own; what is left out stays. A list is for several languages. With `lang` set, each applies where
   * the element speaks the language that its own `lang` names, by the first subtag: French where it names none. Without, all apply.
   */
  declare messages: OwnTexts;
  /**
   * The classes of the host's own design system by the kit's part names, in place of the kit's look; null by default, and without effect in
   * a shadow root. Set it before the element is connected.
   */
  declare classes: ClassNames | null;
  /** Shown first, such as the host's logo: text, a node or a template. Same as the slot `start`. */
  declare start: unknown;
  /** Shown last, such as the host's own help. Same as the slot `end`. */
  declare end: unknown;
  /** @internal The texts to draw with: the host's, else the language's. */
  words: MessageOverrides = {};
  /** Each ends a wait for the texts of a language, once another one is asked for. */
  readonly #wakes: (() => void)[] = [];

  constructor() {
    super();
    this.dom = "shadow";
    this.lang = "";
    this.messages = {};
    this.classes = null;
    this.start = nothing;
    this.end = nothing;
  }

  override connectedCallback(): void {
    // No sheet of the host's reaches into a shadow root.
    if (this.dom !== "light") this.classes = null;
    // Without a shadow root there are no slots: what the host put there is drawn as content instead.
    else if (!this.hasUpdated) {
      for (const name of ["start", "end"] as const) {
        const given = [...this.children].filter((child) => child.slot === name);
        if (given.length > 0) this[name] = given;
      }
    }
    super.connectedCallback();
    // In light rendering a moved element may have come under another root, which lacks the sheets.
    const root = this.renderRoot instanceof ShadowRoot ? this.renderRoot : this.getRootNode();
    adoptSheets(root, this.classes ? this.lastingSheets : [...this.sheets, ...this.lastingSheets]);
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    if (this.dom === "light") return this;
    // Where Lit draws must outlive what a server declared.
    this.shadowRoot?.prepend("");
    return super.createRenderRoot();
  }

  protected override scheduleUpdate(): void | Promise<unknown> {
    const draw = () => {
      this.#chooseWords();
      return super.scheduleUpdate();
    };
    const isReady = this.hasUpdated || this.isOpening || loadTexts(this.lang) === null;
    return isReady ? draw() : this.waitForTexts().then(draw);
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    mirrorParts(this.renderRoot, this.classes);
  }

  /** @internal Whether nothing is known yet of what to show: that is drawn without waiting for texts. */
  get isOpening(): boolean {
    return false;
  }

  /** The sheets that hold in a host's own design system too: what is out of sight, and what is on paper. */
  protected get lastingSheets(): readonly string[] {
    return [hidingStyles];
  }

  /** The sheets of the kit's look; an element with a look of its own adds to them. */
  protected get sheets(): readonly string[] {
    return [baseStyles, controlStyles];
  }

  override requestUpdate(name?: PropertyKey, oldValue?: unknown, options?: PropertyDeclaration): void {
    super.requestUpdate(name, oldValue, options);
    if (name === "lang") for (const wake of this.#wakes.splice(0)) wake();
  }

  /** @internal Resolves once the texts of the language asked for are there, or 4 s later; after a change of `lang`, those of the new one. */
  async waitForTexts(): Promise<void> {
    const { lang } = this;
    const loading = loadTexts(lang);
    if (loading === null) return;
    await new Promise<void>((resolve) => {
      this.#wakes.push(resolve);
      setTimeout(resolve, longestWaitMilliseconds);
      void loading.then(resolve);
    });
    if (this.lang !== lang) await this.waitForTexts();
  }

  #chooseWords(): void {
    const { lang, messages } = this;
    const loading = loadTexts(lang);
    // However late they come.
    void loading?.then(() => textsIn(lang, {}) && this.requestUpdate());
    const texts = textsIn(lang, this.words) ?? (loading && this.words);
    this.words = Object.assign(
      {},
      texts,
      ...[messages ?? []].flat().filter((own) => !lang || primaryOf(own) === primaryOf(texts)),
    );
  }

  /** The host's own content at an end. */
  protected slotted(name: "start" | "end"): unknown {
    return this.dom === "light" ? this[name] : html`<slot name=${name}>${this[name]}</slot>`;
  }
}
