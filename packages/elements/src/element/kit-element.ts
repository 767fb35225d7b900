import { html, LitElement, nothing, type PropertyDeclarations, type PropertyValues } from "lit";
import { loadTexts, textsIn } from "../i18n/open-language.ts";
import type { MessageOverrides } from "../i18n/translate.ts";
import { adoptSheets } from "../theme/adopt-sheets.ts";
import { baseStyles } from "../theme/base-styles.ts";
import { controlStyles } from "../theme/control-styles.ts";
import { hidingStyles } from "../theme/hiding-styles.ts";
import { mirrorParts, type ClassNames } from "../theme/mirror-parts.ts";

/** What every element of the kit shares: where it renders, its sheets and parts, its texts, and the host's own content around it. */
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
  /** BCP 47 tag of the language that it speaks; French where it is empty or unknown. It draws once the texts are loaded. */
  declare lang: string;
  /** Texts to use instead of the kit's own; what is left out stays. */
  declare messages: MessageOverrides;
  /**
   * The classes of the host's own design system by the kit's part names, in place of the kit's look; null by default. For light rendering:
   * set it before the element is connected.
   */
  declare classes: ClassNames | null;
  /** Shown first, such as the host's logo: text, a node or a template. Same as the slot `start`. */
  declare start: unknown;
  /** Shown last, such as the host's own help. Same as the slot `end`. */
  declare end: unknown;
  /** The texts to draw with: the host's, else the language's. */
  protected words: MessageOverrides = {};

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
    // Without a shadow root there are no slots: what the host put there is drawn as content instead.
    if (this.dom === "light" && !this.hasUpdated) {
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
    return this.dom === "light" ? this : super.createRenderRoot();
  }

  protected override scheduleUpdate(): void | Promise<unknown> {
    const loading = loadTexts(this.lang);
    return loading === null ? this.#draw() : loading.then(() => this.#draw());
  }

  protected override updated(_changed: PropertyValues): void {
    mirrorParts(this.renderRoot, this.classes);
  }

  /** The sheets that hold in a host's own design system too: what is out of sight, and what is on paper. */
  protected get lastingSheets(): readonly string[] {
    return [hidingStyles];
  }

  /** The sheets of the kit's look; an element with a look of its own adds to them. */
  protected get sheets(): readonly string[] {
    return [baseStyles, controlStyles];
  }

  #draw(): void | Promise<unknown> {
    this.words = { ...textsIn(this.lang, this.words), ...this.messages };
    return super.scheduleUpdate();
  }

  /** The host's own content at an end. */
  protected slotted(name: "start" | "end"): unknown {
    return this.dom === "light" ? this[name] : html`<slot name=${name}>${this[name]}</slot>`;
  }
}
