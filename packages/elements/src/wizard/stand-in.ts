import type { PropertyDeclarations, PropertyValues } from "lit";
import type { ActivationClient } from "../client/activation-client.ts";
import { KitElement } from "../element/kit-element.ts";
import { wizardStyles } from "./panels.ts";

/** An element that talks to the server and shows screens inside its own root, shadow or light. */
export abstract class PortalElement extends KitElement {
  static override properties: PropertyDeclarations = {
    baseUrl: { attribute: "base-url" },
    client: { attribute: false },
  };

  /** Where the handler is mounted; `/educonnect` by default. */
  declare baseUrl: string;
  /** Another client than the one for `baseUrl`; null by default. */
  declare client: ActivationClient | null;

  /** What the host put inside without a slot: it stands in for the first screen until that is there. */
  #standIn: readonly HTMLElement[] = [];
  /** What of the shadow root shows it: a slot, or what a server declared. */
  #places: readonly Element[] = [];

  constructor() {
    super();
    this.baseUrl = "/educonnect";
    this.client = null;
  }

  override connectedCallback(): void {
    const given = this.hasUpdated ? [] : [...this.children];
    const declared = this.hasUpdated ? [] : [...(this.shadowRoot?.children ?? [])];
    // Where Lit draws must outlive what was declared.
    if (declared.length > 0) this.shadowRoot?.prepend(document.createComment(""));
    super.connectedCallback();
    this.#keepStandIn(given, declared);
    this.begin();
  }

  override disconnectedCallback(): void {
    // An element that is only moved is connected again before this runs, and goes on.
    queueMicrotask(() => {
      if (!this.isConnected) this.finish();
    });
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (this.isOpening) return;
    for (const place of this.#places) place.remove();
    if (this.renderRoot === this) for (const element of this.#standIn) element.hidden = true;
    this.#standIn = this.#places = [];
  }

  protected get hasStandIn(): boolean {
    return this.#standIn.length + this.#places.length > 0;
  }

  #keepStandIn(given: readonly Element[], declared: readonly Element[]): void {
    this.#places = declared;
    this.#standIn = given.filter(
      (child): child is HTMLElement =>
        child instanceof HTMLElement && child.slot === "" && child.localName !== "noscript",
    );
    if (this.#standIn.length === 0 || declared.length > 0 || this.renderRoot === this) return;
    const slot = document.createElement("slot");
    this.renderRoot.append(slot);
    this.#places = [slot];
  }

  protected override get sheets(): readonly string[] {
    return [...super.sheets, wizardStyles];
  }

  /** Starts to work; called again after a move, when it already does. */
  protected abstract begin(): void;

  /** Ends what `begin` started. */
  protected abstract finish(): void;
}
