import type { ActivationClient } from "../client/activation-client.ts";
import { KitElement } from "../element/kit-element.ts";
import type { PropertyDeclarations } from "lit";
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

  constructor() {
    super();
    this.baseUrl = "/educonnect";
    this.client = null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.begin();
  }

  override disconnectedCallback(): void {
    // An element that is only moved is connected again before this runs, and goes on.
    queueMicrotask(() => {
      if (!this.isConnected) this.finish();
    });
  }

  protected override get sheets(): readonly string[] {
    return [...super.sheets, wizardStyles];
  }

  /** Starts to work; called again after a move, when it already does. */
  protected abstract begin(): void;

  /** Ends what `begin` started. */
  protected abstract finish(): void;
}
