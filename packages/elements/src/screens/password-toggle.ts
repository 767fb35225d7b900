import type { BaseScreen } from "./base-screen.ts";

/** Shows or hides the content of all password fields of a screen together. */
export class PasswordToggle {
  readonly #screen: BaseScreen;
  #isShown = false;

  constructor(screen: BaseScreen) {
    this.#screen = screen;
  }

  /** The options that each password field takes from the toggle. */
  get field() {
    const screen = this.#screen;
    const isShown = this.#isShown;
    return {
      isShown,
      toggleLabel: screen.text(isShown ? "password.hide" : "password.show"),
      onToggle: () => {
        this.#isShown = !isShown;
        screen.heard = screen.text(isShown ? "password.hidden" : "password.shown");
      },
    };
  }
}
