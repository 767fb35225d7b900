import type { BaseScreen } from "../screens/base-screen.ts";
import type { ScreenRequest } from "./screen-request.ts";

/** The element that shows the present screen: kept, with all that was typed in it, as long as the step stays the same. */
export class ScreenNode {
  #element: HTMLElement | null = null;
  #key = "";
  /** What the person only looks away from, with all that was typed in it. */
  #aside: { readonly element: HTMLElement; readonly key: string } | null = null;

  get element(): HTMLElement | null {
    return this.#element;
  }

  /** Shows a screen whose element is defined; null shows none. */
  show(request: ScreenRequest | null): HTMLElement | null {
    if (request === null) {
      this.#element = this.#aside = null;
      this.#key = "";
      return null;
    }
    const key = `${request.tag} ${request.step}`;
    if (this.#element === null || this.#key !== key) {
      const [before, aside] = [this.#element, this.#aside];
      this.#aside =
        before !== null && request.step === "methods" ? { element: before, key: this.#key } : null;
      this.#element = aside?.key === key ? aside.element : document.createElement(request.tag);
      this.#key = key;
    }
    Object.assign(this.#element, request.properties);
    return this.#element;
  }

  /** Moves the focus to the heading of the screen, once it is drawn. */
  async focusHeading(): Promise<void> {
    const screen = this.#element;
    if (screen !== null && isScreen(screen)) await screen.focusHeading();
  }

  /** Resolves once the screen is drawn. */
  async drawn(): Promise<void> {
    const screen = this.#element;
    if (screen !== null && isScreen(screen)) await screen.updateComplete;
  }
}

const isScreen = (element: HTMLElement): element is BaseScreen => "focusHeading" in element;
