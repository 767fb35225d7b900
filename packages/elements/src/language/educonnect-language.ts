import { html, nothing, svg, type PropertyDeclarations, type PropertyValues, type TemplateResult } from "lit";
import { button } from "../controls/button.ts";
import { drawIcon } from "../controls/icons.ts";
import { KitElement } from "../element/kit-element.ts";
import { findLanguage } from "../i18n/find-language.ts";
import { languages } from "../i18n/languages.ts";
import { awaitClasses, findSpeakers } from "./find-speakers.ts";
import { isLanguageTag, labelElsewhere, labelIn, nameOfLanguage } from "./language-names.ts";
import { announceLanguage } from "./language-events.ts";
import { keepLanguage, readLanguage, type LanguageMemory } from "./language-memory.ts";
import { languageStyles } from "./language-styles.ts";

const globe = svg`<circle cx="12" cy="12" r="9"></circle><path d="M3 12h18M12 3c5 5.5 5 12.5 0 18M12 3c-5 5.5-5 12.5 0 18"></path>`;

const readList = (text: string | null) => text?.split(/\s+/u).filter(Boolean) ?? languages;

let instances = 0;

/**
 * A menu of languages for a page, which sets `lang` of the kit's elements in it; the page itself stays as it is.
 *
 * It begins with the language that they speak. A choice is kept in the browser, so that it outlives the way to FranceConnect and the mail's
 * link, which opens a tab of its own. It never guesses: where the browser prefers another language that is offered, a button in that language offers it first.
 *
 * @fires {CustomEvent} educonnect-language-change - another language was chosen, or found again: `{ lang }`
 * @csspart language - the whole line
 * @csspart language-label - the globe and the word, in the language chosen, in French and in English
 * @csspart language-select - the list
 * @csspart language-offer - the button that offers the language that the browser prefers
 */
export class EduconnectLanguage extends KitElement {
  static override properties: PropertyDeclarations = {
    languages: { converter: readList },
    value: {},
    for: {},
    memory: {},
    isNews: { state: true },
  };

  /** The BCP 47 tags offered, in order; as an attribute, separated by spaces. All that the kit has by default. */
  declare languages: readonly string[];
  /** The language shown as chosen; at first the one that the elements speak, else French. */
  declare value: string;
  /** Whose `lang` it sets: ids separated by spaces, or the elements themselves; null, the default, is all of the kit's in the same root. */
  declare for: string | readonly HTMLElement[] | null;
  /** Where the choice is kept: `browser` (default, local storage), `tab` (session storage), or `off`, which neither reads nor writes. */
  declare memory: LanguageMemory;
  declare protected isNews: boolean;

  readonly #id: string = `educonnect-language-${(instances += 1)}`;
  #isChosen = false;
  /** What the page speaks by itself. */
  #own = "fr";
  #watcher: MutationObserver | null = null;

  constructor() {
    super();
    this.languages = languages;
    this.value = "";
    this.for = null;
    this.memory = "browser";
    this.isNews = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // An element that the page adds later speaks the language chosen too.
    this.#watcher ??= new MutationObserver((records) => {
      if (this.#isChosen) this.#tellSpeakers(records.flatMap(({ addedNodes }) => [...addedNodes]));
    });
    this.#watcher.observe(this.getRootNode(), { childList: true, subtree: true });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#watcher?.disconnect();
  }

  protected override get sheets(): readonly string[] {
    return [...super.sheets, languageStyles];
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (this.hasUpdated) {
      if (changed.has("for") && this.#isChosen) this.#tellSpeakers();
      return;
    }
    this.#own = this.#spokenNow();
    const kept = readLanguage(this.memory);
    const found = kept === null ? undefined : findLanguage(kept, this.#offered);
    if (found === undefined) this.value ||= this.#own;
    else this.#settle(found);
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const select = this.renderRoot.querySelector("select");
    if (select !== null) select.value = this.value;
  }

  protected override render(): TemplateResult {
    const { value } = this;
    const elsewhere = labelElsewhere(value);
    return html`<div class="educonnect educonnect-language" lang=${value} dir=${directionOf(value)}>
      <label class="educonnect-language-label" for=${this.#id}
        >${drawIcon("globe", globe, 20)}<span
          >${labelIn(value)}${elsewhere.map(({ tag, label }) => html` · <span lang=${tag}>${label}</span>`)}</span
        ></label
      >
      <select class="educonnect-language-select" id=${this.#id} @change=${this.#onChange}>
        ${this.languages
          .filter(isLanguageTag)
          .map(
            (tag) =>
              html`<option value=${tag} lang=${tag} dir=${directionOf(tag)}>${nameOfLanguage(tag)}</option>`,
          )}
      </select>
      ${this.#renderOffer()}
      <span class="educonnect-hidden" role="status"
        >${this.isNews ? `${labelIn(value)}: ${nameOfLanguage(value)}` : nothing}</span
      >
    </div>`;
  }

  /** One line for whoever may not read the page: the language that the browser prefers, by its name. */
  #renderOffer(): unknown {
    const preferred = this.#isChosen ? undefined : this.#preferred();
    if (preferred === undefined || preferred === this.value) return nothing;
    return html`<span lang=${preferred} dir=${directionOf(preferred)}
      >${button({
        label: nameOfLanguage(preferred),
        className: "educonnect-language-offer",
        onClick: () => {
          this.#choose(preferred);
          // The button goes with its question.
          this.renderRoot.querySelector("select")?.focus();
        },
      })}</span
    >`;
  }

  /** A tag that can't be read must not take the others with it. */
  get #offered(): readonly string[] {
    return this.languages.filter(isLanguageTag);
  }

  #preferred(): string | undefined {
    return navigator.languages
      .map((tag) => findLanguage(tag, this.#offered))
      .find((tag) => tag !== undefined);
  }

  #spokenNow(): string {
    const [first] = findSpeakers(this, this.for, [this.getRootNode()]);
    return findLanguage(first?.lang || "fr", this.#offered) ?? this.#offered[0] ?? "fr";
  }

  readonly #onChange = ({ target }: Event): void => {
    if (target instanceof HTMLSelectElement) this.#choose(target.value);
  };

  #choose(tag: string): void {
    this.isNews = true;
    // French needs no trace, unless the page speaks another language by itself.
    keepLanguage(this.memory, tag === "fr" && this.#own === "fr" ? null : tag);
    this.#settle(tag);
  }

  #settle(tag: string): void {
    this.value = tag;
    this.#isChosen = true;
    this.#tellSpeakers();
    announceLanguage(this, tag);
  }

  #tellSpeakers(within: readonly Node[] = [this.getRootNode()]): void {
    for (const speaker of findSpeakers(this, this.for, within)) {
      if (speaker.lang !== this.value) speaker.lang = this.value;
    }
    awaitClasses(within, (element) => this.isConnected && this.#tellSpeakers([element]));
  }
}

const rightToLeft = new Set(["ar", "fa", "he", "ur"]);

const directionOf = (tag: string) => (rightToLeft.has(tag.split("-")[0] ?? "") ? "rtl" : "ltr");
