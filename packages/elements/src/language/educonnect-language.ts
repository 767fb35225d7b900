import { html, nothing, svg, type PropertyDeclarations, type PropertyValues, type TemplateResult } from "lit";
import { findLanguage } from "@educonnect-activation/core";
import { button } from "../controls/button.ts";
import { drawIcon } from "../controls/icons.ts";
import { KitElement } from "../element/kit-element.ts";
import { isMissing, languages, loadTexts } from "../i18n/languages.ts";
import { awaitClasses, findSpeakers } from "./find-speakers.ts";
import { isLanguageTag, labelElsewhere, nameOfLanguage, wordsIn } from "./language-names.ts";
import { announce } from "../events/educonnect-events.ts";
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
 * A language whose texts can't be loaded is not taken: the menu says so, and tries again as soon as the browser is online, or when asked.
 *
 * @fires {CustomEvent} educonnect-language-change - another language was chosen, or found again: `{ lang }`
 * @csspart language - the whole line
 * @csspart language-label - the globe and the word, in the language chosen, in French and in English
 * @csspart language-select - the list
 * @csspart language-failure - what is said when a language can't be loaded
 * @csspart language-reload - the button that loads the page again, for browsers that remember what failed
 * @csspart language-offer - the button that offers the language that the browser prefers
 */
export class EduconnectLanguage extends KitElement {
  static override properties: PropertyDeclarations = {
    languages: { converter: readList },
    value: {},
    for: {},
    memory: {},
    news: { state: true },
  };

  /** The BCP 47 tags offered, in order; as an attribute, separated by spaces. All that the kit has by default. */
  declare languages: readonly string[];
  /** The language shown as chosen; at first the one that the elements speak, else French. */
  declare value: string;
  /** Whose `lang` it sets: ids separated by spaces, or the elements themselves; null, the default, is all of the kit's in the same root. */
  declare for: string | readonly HTMLElement[] | null;
  /** Where the choice is kept: `browser` (default, local storage), `tab` (session storage), or `off`, which neither reads nor writes. */
  declare memory: LanguageMemory;
  /** The tag of what there is to say: a language that is taken, or one that could not be. */
  declare protected news: { readonly taken: string } | { readonly failed: string } | null;

  readonly #id: string = `educonnect-language-${(instances += 1)}`;
  #isChosen = false;
  /** What the page speaks by itself. */
  #own = "fr";
  #watcher: MutationObserver | null = null;
  /** The last language known to be there, to go back to. */
  #sure = { value: "fr", isChosen: false };
  #taking: Promise<void> = Promise.resolve();

  constructor() {
    super();
    this.languages = languages;
    this.value = "";
    this.for = null;
    this.memory = "browser";
    this.news = null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // An element that the page adds later speaks the language chosen too.
    this.#watcher ??= new MutationObserver((records) => {
      if (this.#isChosen) this.#tellSpeakers(records.flatMap(({ addedNodes }) => [...addedNodes]));
    });
    this.#watcher.observe(this.getRootNode(), { childList: true, subtree: true });
    window.addEventListener("online", this.#onOnline);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#watcher?.disconnect();
    window.removeEventListener("online", this.#onOnline);
  }

  /** Resolves once the language asked for is taken, or given up. */
  protected override async getUpdateComplete(): Promise<boolean> {
    await super.getUpdateComplete();
    await this.#taking;
    return super.getUpdateComplete();
  }

  protected override get sheets(): readonly string[] {
    return [...super.sheets, languageStyles];
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (this.hasUpdated) {
      if (changed.has("for") && this.#isChosen) this.#tellSpeakers();
      return;
    }
    this.#own = this.#spokenNow();
    const kept = readLanguage(this.memory);
    const found = kept === null ? undefined : findLanguage(kept, this.#offered);
    this.#sure = { value: this.value || this.#own, isChosen: false };
    if (found === undefined) this.value ||= this.#own;
    else this.#taking = this.#speak(found, false);
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
          >${wordsIn(value).label}${elsewhere.map(({ tag, label }) => html` · <span lang=${tag}>${label}</span>`)}</span
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
      ${this.#renderOffer()} ${this.#renderNews()}
    </div>`;
  }

  /** In the language that shows, and, where one failed, in that one too: whoever chose it may read no other. */
  #renderNews(): TemplateResult {
    const { news, value } = this;
    if (news === null || "taken" in news)
      return html`<div class="educonnect-hidden" role="status">
        ${news === null ? nothing : `${wordsIn(value).label}: ${nameOfLanguage(value)}`}
      </div>`;
    const { failed } = news;
    const said = [value, failed].filter((tag, index, all) => all.indexOf(tag) === index);
    // Chromium has a module that failed again after a reload only, which the choice must outlive; offline the page would be lost.
    const canReload = navigator.onLine && readLanguage(this.memory) === failed;
    return html`<div class="educonnect-language-failure" role="status">
        ${said.map((tag) => html`<p lang=${tag} dir=${directionOf(tag)}>${wordsIn(tag).failed}</p>`)}
      </div>
      ${
        canReload
          ? html`<span lang=${failed} dir=${directionOf(failed)}
              >${button({
                label: wordsIn(failed).reload,
                className: "educonnect-language-reload",
                onClick: () => location.reload(),
              })}</span
            >`
          : nothing
      }`;
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

  readonly #onOnline = (): void => {
    if (this.news !== null && "failed" in this.news) this.#taking = this.#retry(this.news.failed);
  };

  #choose(tag: string): void {
    // French needs no trace, unless the page speaks another language by itself.
    keepLanguage(this.memory, tag === "fr" && this.#own === "fr" ? null : tag);
    this.#taking = this.#speak(tag, true);
  }

  /** Speaks a language at once, so that nothing is drawn in French first, and goes back where its texts can't be had. */
  async #speak(tag: string, isNews: boolean): Promise<void> {
    this.news = null;
    this.#settle(tag);
    await loadTexts(tag, true);
    if (this.value !== tag) return;
    if (isMissing(tag)) {
      this.#settle(this.#sure.value);
      this.#isChosen = this.#sure.isChosen;
      this.news = { failed: tag };
      return;
    }
    this.#sure = { value: tag, isChosen: true };
    if (isNews) this.news = { taken: tag };
  }

  /** Speaks a language that failed once it is there, if nobody has chosen another by then. */
  async #retry(tag: string): Promise<void> {
    const { news } = this;
    await loadTexts(tag, true);
    if (this.news !== news) return;
    if (isMissing(tag)) this.requestUpdate();
    else await this.#speak(tag, true);
  }

  #settle(tag: string): void {
    this.value = tag;
    this.#isChosen = true;
    this.#tellSpeakers();
    announce(this, "educonnect-language-change", { lang: tag });
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
