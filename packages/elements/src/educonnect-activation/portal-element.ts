import { html, LitElement, nothing, type PropertyDeclarations, type PropertyValues } from "lit";
import type { ActivationClient } from "../client/activation-client.ts";
import type { MessageOverrides } from "../i18n/translate.ts";
import { adoptSheets } from "../theme/adopt-sheets.ts";
import { baseStyles } from "../theme/base-styles.ts";
import { controlStyles } from "../theme/control-styles.ts";
import { mirrorParts } from "../theme/mirror-parts.ts";
import { wizardStyles } from "./wizard-styles.ts";

/** An element that talks to the server and shows screens inside its own root, shadow or light. */
export abstract class PortalElement extends LitElement {
  static override properties: PropertyDeclarations = {
    baseUrl: { attribute: "base-url" },
    dom: {},
    messages: { attribute: false },
    client: { attribute: false },
    start: { attribute: false },
    end: { attribute: false },
  };

  /** Where the handler is mounted; `/educonnect` by default. */
  declare baseUrl: string;
  /** Where to render: `shadow` (default) or `light`. Set it before the element is connected. */
  declare dom: "shadow" | "light";
  /** Texts to use instead of the French ones; what is left out stays French. */
  declare messages: MessageOverrides;
  /** Another client than the one for `baseUrl`; null by default. */
  declare client: ActivationClient | null;
  /** Shown first in each screen: text, a node or a template. Same as the slot `start`. */
  declare start: unknown;
  /** Shown last in each screen. Same as the slot `end`. */
  declare end: unknown;

  constructor() {
    super();
    this.baseUrl = "/educonnect";
    this.dom = "shadow";
    this.messages = {};
    this.client = null;
    this.start = nothing;
    this.end = nothing;
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    return this.dom === "light" ? this : super.createRenderRoot();
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
    adoptSheets(root, [baseStyles, controlStyles, wizardStyles]);
    this.begin();
  }

  protected override updated(_changed: PropertyValues): void {
    mirrorParts(this.renderRoot);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // An element that is only moved is connected again before this runs, and goes on.
    queueMicrotask(() => {
      if (!this.isConnected) this.finish();
    });
  }

  /** Starts to work; called again after a move, when it already does. */
  protected abstract begin(): void;

  /** Ends what `begin` started. */
  protected abstract finish(): void;

  /** The host's own content at an end of each screen. */
  protected slotted(name: "start" | "end"): unknown {
    return this.dom === "light" ? this[name] : html`<slot name=${name}>${this[name]}</slot>`;
  }
}
