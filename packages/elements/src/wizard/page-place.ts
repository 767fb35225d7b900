import type { ReactiveController, ReactiveControllerHost } from "lit";

/** What has a place in a page: it is opening as long as nothing is known of what to show. */
export interface PlacedElement extends ReactiveControllerHost, HTMLElement {
  readonly hasUpdated: boolean;
  readonly isOpening: boolean;
  readonly renderRoot: HTMLElement | DocumentFragment;
  /** Starts the element's work. */
  beginWork(): void;
  /** Ends it. */
  endWork(): void;
}

/**
 * An element's place in the host's page: it works from when it is put there until it has left, also while it is moved, and shows what the
 * host put inside it without a slot, or what a server declared, until it has something to show itself.
 */
export class PagePlace implements ReactiveController {
  readonly #element: PlacedElement;
  #isTaken = false;
  /** What the host put inside without a slot. */
  #standIn: readonly HTMLElement[] = [];
  /** What of the shadow root shows it: a slot, or what a server declared. */
  #shownBy: readonly Element[] = [];

  constructor(element: PlacedElement) {
    this.#element = element;
  }

  /** Whether something stands in for the element's own content. */
  get hasStandIn(): boolean {
    return this.#standIn.length + this.#shownBy.length > 0;
  }

  hostConnected(): void {
    if (!this.#element.hasUpdated) this.#keepStandIn();
    if (this.#isTaken) return;
    this.#isTaken = true;
    this.#element.beginWork();
  }

  hostUpdated(): void {
    if (this.#element.isOpening) return;
    for (const place of this.#shownBy) place.remove();
    if (this.#element.renderRoot === this.#element)
      for (const element of this.#standIn) element.hidden = true;
    this.#standIn = this.#shownBy = [];
  }

  hostDisconnected(): void {
    // An element that is only moved is connected again before this runs, and goes on.
    queueMicrotask(() => {
      if (this.#element.isConnected || !this.#isTaken) return;
      this.#isTaken = false;
      this.#element.endWork();
    });
  }

  #keepStandIn(): void {
    const { children, shadowRoot, renderRoot } = this.#element;
    this.#shownBy = [...(shadowRoot?.children ?? [])];
    this.#standIn = [...children].filter(
      (child): child is HTMLElement =>
        child instanceof HTMLElement && child.slot === "" && child.localName !== "noscript",
    );
    if (this.#standIn.length === 0 || this.#shownBy.length > 0 || renderRoot === this.#element) return;
    const slot = document.createElement("slot");
    renderRoot.append(slot);
    this.#shownBy = [slot];
  }
}
