import "@educonnect-activation/elements/define/educonnect-activation";
import "@educonnect-activation/elements/define/educonnect-confirmation-link";
import { createElementFor } from "../screen-story.ts";
import type { Returning } from "./page-france-connect.ts";
import type { PortalWorld } from "./portal-world.ts";

type Globals = Readonly<Record<string, unknown>>;

const returns: Readonly<Record<Returning, string>> = {
  guardian: "Revenir en tant que représentant légal connu de l'établissement",
  stranger: "Revenir en tant que personne inconnue de l'établissement",
  cancelled: "Annuler",
};

/** The wizard, and beside it what a journey leads to outside: FranceConnect's place, and the page of the mail's link. */
export class JourneyStage {
  readonly story: string;
  /** The part of a page that a host would put the wizard in. */
  readonly element = document.createElement("main");
  readonly #world: PortalWorld;
  readonly #globals: Globals;
  #wizard: HTMLElementTagNameMap["educonnect-activation"];

  constructor(story: string, world: PortalWorld, globals: Globals) {
    this.story = story;
    this.#world = world;
    this.#globals = globals;
    this.#wizard = this.#createWizard();
    this.element.append(this.#wizard);
  }

  isOf(world: PortalWorld, { rendering }: Globals): boolean {
    return world === this.#world && rendering === this.#globals["rendering"];
  }

  speak({ language }: Globals): void {
    const lang = typeof language === "string" ? language : "";
    for (const child of this.element.children) if (child instanceof HTMLElement) child.lang = lang;
  }

  /** Opens the page that the last mail's link leads to, below the wizard, as another tab would. */
  async followLink(): Promise<void> {
    const { token } = await this.#world.portal.lastConfirmation();
    history.replaceState(history.state, "", `#${token}`);
    this.element.querySelector("educonnect-confirmation-link")?.remove();
    this.element.append(createElementFor("educonnect-confirmation-link", {}, this.#globals));
  }

  /** Opens the wizard's page anew, as a reload does: what the server says now is shown. */
  reload(): void {
    const fresh = this.#createWizard();
    this.#wizard.replaceWith(fresh);
    this.#wizard = fresh;
  }

  close(): void {
    this.element.remove();
  }

  #createWizard(): HTMLElementTagNameMap["educonnect-activation"] {
    return createElementFor(
      "educonnect-activation",
      {
        audience: this.#world.scene.method === "pupil" ? "pupil" : "guardian",
        noHistory: true,
        navigate: (url: string) => this.#leaveFor(url),
      },
      this.#globals,
    );
  }

  /** The wizard's page is left: what stands in its place says so. */
  #leaveFor(url: string): void {
    const place = document.createElement("section");
    place.lang = "fr";
    const text = document.createElement("p");
    text.textContent = `Ici s'ouvrent les pages de FranceConnect, qui ne sont pas les nôtres et ne peuvent être montrées : ${new URL(url).host}. Comment en revient-on ?`;
    place.append(
      text,
      ...Object.entries(returns).map(([name, label]) => this.#returnButton(name, label, url, place)),
    );
    this.#wizard.replaceWith(place);
  }

  #returnButton(name: string, label: string, url: string, place: HTMLElement): HTMLElement {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = label;
    button.style.cssText = "display:block;margin-block:0.5rem;min-height:2.75rem;font:inherit";
    button.addEventListener("click", () => void this.#comeBack(name, url, place));
    return button;
  }

  async #comeBack(name: string, url: string, place: HTMLElement): Promise<void> {
    if (name === "guardian" || name === "stranger" || name === "cancelled")
      this.#world.franceConnect.returning = name;
    const { hash } = await this.#world.comeBack(url);
    history.replaceState(history.state, "", location.pathname + location.search + hash);
    this.#wizard = this.#createWizard();
    place.replaceWith(this.#wizard);
  }
}
