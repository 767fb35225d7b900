import {
  frenchMethods,
  frenchSteps,
  type ActivationMethod,
  type SchoolContact,
  type MessageKey,
} from "@educonnect-activation/core";
import { html, nothing } from "lit";
import { schoolContact } from "../../controls/school-contact.ts";
import { screenLink } from "../../controls/screen-link.ts";
import { dispatch, type NavigateTarget } from "../../events/educonnect-events.ts";
import { addTexts } from "../../i18n/translate.ts";
import { BaseScreen } from "../base-screen.ts";
import { franceConnectButton } from "../france-connect-button.ts";
import { methodsStyles } from "./methods-styles.ts";

addTexts("flow", frenchSteps);
addTexts("services", frenchMethods);

/**
 * « Quelles méthodes pour activer un compte ? »: what each method needs, how it goes, which to try first, and whom to ask.
 *
 * « Commencer » follows the address in `links`, or else only emits.
 *
 * @fires {CustomEvent} educonnect-navigate - `sign-in` (letter and pupil), `no-account` (SMS), `franceconnect`, `franceconnect-about`
 * @csspart ask - whom to ask
 * @csspart choose - the phrases that help to choose
 * @csspart methods - the methods of guardians
 * @csspart compare - what holds them, side by side where it is wide enough
 * @csspart method - one of the methods
 * @csspart method-label - what stands above its lists
 * @csspart first - says that a method is the one to try first
 * @csspart begin - the button of a method, and the link about FranceConnect
 */
export class EduconnectMethods extends BaseScreen {
  static override properties = {
    methods: { attribute: false },
    contact: { attribute: false },
  };

  /**
   * The methods open here, in the order that somebody who hesitates should try them. Default: all, in the deck's order, which asks for what
   * most people have at hand first: an account of FranceConnect, then a mobile, then a letter that must be looked for or waited for.
   */
  declare methods: readonly ActivationMethod[];
  /** Whom to ask; null names no school in particular. */
  declare contact: SchoolContact | null;

  constructor() {
    super();
    this.methods = ["franceConnect", "sms", "letter", "pupil"];
    this.contact = null;
  }

  protected override get sheets() {
    return [...super.sheets, methodsStyles];
  }

  protected override get pageClass(): string {
    return "educonnect-wide";
  }

  protected override headingText(): string {
    return this.text("methods.heading");
  }

  protected override renderContent(): unknown {
    const known = this.methods.filter((method) => Object.hasOwn(methodTexts, method));
    const methods = [...new Set(known)].toSorted(pupilsLast);
    if (methods.length === 0) {
      return [html`<p class="educonnect-text">${this.text("methods.none")}</p>`, this.#contact(false)];
    }
    const guardians = methods.filter((method) => method !== "pupil");
    const isToChoose = methods.length > 1;
    return [
      isToChoose ? html`<p class="educonnect-text">${this.text("methods.text")}</p>` : nothing,
      isToChoose ? this.#choose(methods) : nothing,
      guardians.length < 2
        ? guardians.map((method) => this.#method(method, "alone"))
        : html`<div class="educonnect-compare">
            <div class="educonnect-methods">
              ${guardians.map((method, place) => this.#method(method, place === 0 ? "first" : "other"))}
            </div>
          </div>`,
      methods.includes("pupil") ? this.#method("pupil", "alone") : nothing,
      this.#contact(isToChoose),
    ];
  }

  /** Phrases to recognise oneself in, each leading to its method. */
  #choose(methods: readonly ActivationMethod[]): unknown {
    return html`<section class="educonnect-panel educonnect-choose" aria-labelledby=${this.idOf("choose")}>
      <h3 class="educonnect-subheading" id=${this.idOf("choose")}>${this.text("methods.chooseHeading")}</h3>
      <p>${this.text("methods.chooseText")}</p>
      <ol>
        ${methods.map((method) => html`<li>${this.#jump(method, this.text(methodTexts[method].fits))}</li>`)}
        <li>${this.#jump("contact", this.text("methods.noneFits"))}</li>
      </ol>
    </section>`;
  }

  #jump(name: string, label: string): unknown {
    const follow = (event: Event) => {
      // The address must not change, and a fragment finds nothing inside a shadow root.
      event.preventDefault();
      this.find(name)?.focus();
    };
    return html`<a class="educonnect-link" href="#${this.idOf(name)}" @click=${follow}>${label}</a>`;
  }

  #method(method: ActivationMethod, place: "first" | "other" | "alone"): unknown {
    const { name, needs, steps } = methodTexts[method];
    return html`<section class="educonnect-method" aria-labelledby=${this.idOf(method)}>
      <div>
        <h3 class="educonnect-subheading" id=${this.idOf(method)} tabindex="-1">${this.text(name)}</h3>
        ${place === "first" ? html`<p class="educonnect-first">${this.text("methods.first")}</p>` : nothing}
      </div>
      <div>
        <h4 class="educonnect-method-label">${this.text("methods.needs")}</h4>
        <ul>
          ${needs.map((need) => html`<li>${this.text(need)}</li>`)}
        </ul>
      </div>
      <div>
        <h4 class="educonnect-method-label">${this.text("methods.steps")}</h4>
        <ol>
          ${steps.map((step) => html`<li>${this.text(step)}</li>`)}
        </ol>
      </div>
      <div class="educonnect-begin">${this.#begin(method, place === "other" ? "secondary" : "primary")}</div>
    </section>`;
  }

  #begin(method: ActivationMethod, look: "primary" | "secondary"): unknown {
    if (method === "franceConnect") return franceConnectButton(this, look, this.links.franceconnect ?? true);
    const label = html`${this.text("methods.start")}<span class="educonnect-hidden">
        : ${this.text(methodTexts[method].name)}</span
      >`;
    return this.#lead(method === "sms" ? "no-account" : "sign-in", label, look);
  }

  #lead(target: NavigateTarget, label: unknown, look: "primary" | "secondary"): unknown {
    return screenLink({
      href: this.links[target] ?? true,
      label,
      look,
      onFollow: (href) => dispatch(this, "educonnect-navigate", { target, href }),
    });
  }

  #contact(isToChoose: boolean): unknown {
    const heading = this.text(isToChoose ? "methods.noneFits" : "contact.heading");
    return html`<div
      class="educonnect-ask"
      id=${this.idOf("contact")}
      tabindex="-1"
      role="group"
      aria-label=${heading}
    >
      <p class="educonnect-text">${this.text("methods.noneFitsText")}</p>
      ${schoolContact({ ...this.words, "contact.heading": heading }, this.contact, this.link("contact", "contact.unknown"))}
    </div>`;
  }
}

/** Pupils have a way of their own, whatever is recommended to guardians. */
function pupilsLast(one: ActivationMethod, other: ActivationMethod): number {
  return Number(one === "pupil") - Number(other === "pupil");
}

/** What is said of a method, by the keys of its texts. */
export interface MethodTexts {
  readonly name: MessageKey;
  /** What a person says for whom it is the right one. */
  readonly fits: MessageKey;
  readonly needs: readonly MessageKey[];
  readonly steps: readonly MessageKey[];
}

/** What is said of each method. */
export const methodTexts: Readonly<Record<ActivationMethod, MethodTexts>> = {
  franceConnect: describe("franceConnect"),
  sms: describe("sms"),
  letter: describe("letter"),
  pupil: describe("pupil"),
};

function describe<Name extends ActivationMethod>(method: Name): MethodTexts {
  return {
    name: `methods.${method}`,
    fits: `methods.${method}.fits`,
    needs: [`methods.${method}.need1`, `methods.${method}.need2`],
    steps: [`methods.${method}.step1`, `methods.${method}.step2`, `methods.${method}.step3`],
  };
}
