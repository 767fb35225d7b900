import type { BaseScreen } from "./base-screen.ts";

/** Shows and hides what is typed into the password fields of a screen, all of them together. */
export class PasswordToggle {
  readonly #screen: BaseScreen;
  #isShown = false;

  constructor(screen: BaseScreen) {
    this.#screen = screen;
  }

  /** What each password field takes of it. */
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
