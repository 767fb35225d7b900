import {
  formatMessage,
  type Language,
  type MessageKey,
  type MessageParams,
  type Messages,
} from "@educonnect-activation/core";
import type { ShownStep } from "../src/events/educonnect-events.ts";

/** Resolves as soon as something holds; a test that waits in vain ends at its own time limit, with what it waited for. */
export async function until(what: () => string, holds: () => boolean): Promise<void> {
  const giveUpAt = performance.now() + 10_000;
  while (!holds()) {
    if (performance.now() > giveUpAt) throw new Error(`Waited in vain for ${what()}.`);
    await new Promise((resolve) => {
      requestAnimationFrame(resolve);
    });
  }
}

/** A text as it is read: the sign that keeps an arrow on the line of its word is none of it. */
const textOf = (element: Element | null) =>
  (element?.textContent ?? "").replaceAll("\u2060", "").replaceAll(/\s+/g, " ").trim();

/** What a person sees and does in a wizard, by the names that a screen reader reads. */
export class WizardPage {
  readonly element: HTMLElement;
  readonly steps: ShownStep[] = [];
  readonly events: string[] = [];

  constructor(element: HTMLElement) {
    this.element = element;
    element.addEventListener("educonnect-step-change", (event) => this.steps.push(event.detail.step));
    for (const name of ["educonnect-activated", "educonnect-signed-in"]) {
      element.addEventListener(name, () => this.events.push(name));
    }
    element.addEventListener("educonnect-error", (event) => this.events.push(event.detail.code));
  }

  get root(): ParentNode {
    return this.element.shadowRoot ?? this.element;
  }

  get heading(): string {
    return textOf(this.root.querySelector(".educonnect-heading"));
  }

  get text(): string {
    return textOf(this.root.querySelector(".educonnect-wizard"));
  }

  get screen(): HTMLElement | null {
    return this.root.querySelector<HTMLElement>(".educonnect-wizard > :not([class])");
  }

  /** The text of what has the focus, or of its label. */
  get focused(): string {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    return active instanceof HTMLInputElement ? textOf(active.labels?.[0] ?? null) : textOf(active);
  }

  part(name: string): HTMLElement | null {
    return this.root.querySelector<HTMLElement>(`[part~="${name}"]`);
  }

  /** The field of a label; `index` tells fields of one name apart. */
  field(label: string, index = 0): HTMLInputElement {
    const labels = [...this.root.querySelectorAll("label")].filter((each) => textOf(each) === label);
    const found = labels[index]?.control;
    if (found instanceof HTMLInputElement) return found;
    throw new Error(`No field is called "${label}" in: ${this.text}`);
  }

  hasButton(name: string): boolean {
    return this.#findButton(name) !== undefined;
  }

  /** Chooses a radio button. */
  choose(label: string, index = 0): void {
    this.field(label, index).click();
  }

  type(label: string, value: string, index = 0): void {
    const field = this.field(label, index);
    field.focus();
    field.value = value;
    field.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
    field.dispatchEvent(new Event("change", { bubbles: true }));
  }

  press(name: string): void {
    const found = this.#findButton(name);
    if (found === undefined) throw new Error(`No button is called "${name}" in: ${this.text}`);
    found.focus();
    found.click();
  }

  /** Resolves as soon as something holds. */
  async until(what: string, holds: () => boolean): Promise<void> {
    await until(() => `${what}: ${this.text}`, holds);
  }

  async untilStep(step: ShownStep): Promise<void> {
    await until(
      () => `step ${step}, not ${this.steps.join(", ")} (${this.events.join(", ")}): ${this.text}`,
      () => this.steps.at(-1) === step,
    );
    await this.untilStill();
  }

  async untilText(text: string): Promise<void> {
    await until(
      () => `"${text}" in: ${this.text}`,
      () => this.text.includes(text),
    );
  }

  /** Resolves once no request is under way and everything is drawn. */
  async untilStill(): Promise<void> {
    await until(
      () => "the request to be answered",
      () => {
        const { screen } = this;
        return screen === null || !("busy" in screen && screen.busy === true);
      },
    );
    const { screen } = this;
    if (screen !== null && "updateComplete" in screen) await screen.updateComplete;
  }

  async signIn(identifier: string, password: string): Promise<void> {
    await this.untilStep("signIn");
    this.type("Identifiant", identifier);
    this.type("Mot de passe", password);
    this.press("Se connecter");
  }

  async giveIdentity(familyName: string, givenName: string, phone: string): Promise<void> {
    await this.untilStep("identity");
    this.type("Nom", familyName);
    this.type("Prénom", givenName);
    this.type("N° de téléphone portable", phone);
    this.press("Suivant");
  }

  async giveSmsCode(code: string): Promise<void> {
    await this.untilStep("smsCode");
    this.type("Code de sécurité", code);
    this.press("Suivant");
  }

  /** Confirms the link to each child by its birth date, day first. */
  async confirmChildren(
    dates: readonly (readonly [string, string, string])[],
    submit: string,
  ): Promise<void> {
    await this.untilStep("children");
    for (const [index, date] of dates.entries()) {
      this.choose("Je suis le représentant légal de cet élève", index);
      await this.untilStill();
      for (const [part, name] of ["Jour", "Mois", "Année"].entries())
        this.type(name, date[part] ?? "", index);
    }
    this.press(submit);
  }

  async giveEmail(email: string): Promise<void> {
    await this.untilStep("email");
    this.type("Adresse mail", email);
    this.type("Confirmation de l'adresse mail", email);
    this.press("Confirmer");
  }

  async choosePassword(password: string): Promise<void> {
    await this.untilStep("password");
    this.type("Mot de passe", password);
    this.type("Confirmation du nouveau mot de passe", password);
    this.press("Suivant");
  }

  /** Leads Lucas, the family's pupil, from his new password to his active account, without a mail address. */
  async activatePupil(password: string): Promise<void> {
    await this.choosePassword(password);
    await this.untilStep("birthDate");
    this.type("Jour", "30");
    this.type("Mois", "11");
    this.type("Année", "2009");
    this.press("Suivant");
    await this.untilStep("email");
    this.press("Passer cette étape");
    await this.untilStep("success");
  }

  #findButton(name: string): HTMLElement | undefined {
    const all = this.root.querySelectorAll<HTMLElement>("button, a[href]");
    return [...all].find((each) => textOf(each).replace(/ →$/, "") === name);
  }
}

/** Loads a whole catalogue, and gives its texts by key as the screens fill them in. */
export async function readCatalogue(
  language: Language,
): Promise<(key: MessageKey, params?: MessageParams) => string> {
  const { "sign-in": signIn, ...others } = language;
  const parts = await Promise.all(Object.values(others).map((load) => load()));
  const texts: Partial<Messages> = Object.assign({}, signIn, ...parts.map((part) => part.texts));
  return (key, params) => formatMessage(texts[key] ?? "", params, signIn.lang);
}
