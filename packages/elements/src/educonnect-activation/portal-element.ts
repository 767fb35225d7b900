import type { ActivationClient } from "../client/activation-client.ts";
import { KitElement } from "../element/kit-element.ts";
import type { PropertyDeclarations, PropertyValues } from "lit";
import { wizardStyles } from "./wizard-styles.ts";

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
  #slot: HTMLSlotElement | null = null;

  constructor() {
    super();
    this.baseUrl = "/educonnect";
    this.client = null;
  }

  override connectedCallback(): void {
    const given = this.hasUpdated ? [] : [...this.children];
    super.connectedCallback();
    this.#keepStandIn(given);
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
    this.#slot?.remove();
    if (this.renderRoot === this) for (const element of this.#standIn) element.hidden = true;
    this.#standIn = [];
  }

  /** Tells whether nothing is known yet of what to show. */
  protected get isOpening(): boolean {
    return false;
  }

  protected get hasStandIn(): boolean {
    return this.#standIn.length > 0;
  }

  #keepStandIn(given: readonly Element[]): void {
    const found = given.filter(
      (child): child is HTMLElement =>
        child instanceof HTMLElement && child.slot === "" && child.localName !== "noscript",
    );
    if (found.length === 0) return;
    this.#standIn = found;
    if (this.renderRoot === this) return;
    this.#slot = document.createElement("slot");
    this.renderRoot.append(this.#slot);
  }

  protected override get sheets(): readonly string[] {
    return [...super.sheets, wizardStyles];
  }

  /** Starts to work; called again after a move, when it already does. */
  protected abstract begin(): void;

  /** Ends what `begin` started. */
  protected abstract finish(): void;
}
