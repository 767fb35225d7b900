/** How far apart, in time and in place, two presses are one double press where the browser does not count them (a touch screen). */
const longestMilliseconds = 500;
const farthestPixels = 12;

/**
 * Keeps the second half of a double press from a screen that the first half led to: it was not meant for that one.
 *
 * It neither acts nor takes the focus, wherever on the page it falls. A click without a pointer, by keyboard or script, is left alone.
 */
export class DoublePress {
  readonly #host: Element;
  readonly #readScreen: () => unknown;
  #first: MouseEvent | null = null;
  #screen: unknown = null;
  #isStray = false;

  /** @param readScreen tells the screen shown now from others. */
  constructor(host: Element, readScreen: () => unknown) {
    this.#host = host;
    this.#readScreen = readScreen;
  }

  connect(): void {
    window.addEventListener("mousedown", this.#onPress, true);
    window.addEventListener("click", this.#onPress, true);
  }

  disconnect(): void {
    window.removeEventListener("mousedown", this.#onPress, true);
    window.removeEventListener("click", this.#onPress, true);
  }

  readonly #onPress = (event: MouseEvent): void => {
    if (event.type === "mousedown") this.#look(event);
    if (!this.#isStray || event.detail === 0) return;
    event.preventDefault();
    event.stopPropagation();
  };

  #look(event: MouseEvent): void {
    const first = this.#first;
    const screen = this.#readScreen();
    this.#isStray =
      first !== null &&
      screen !== this.#screen &&
      (event.detail > 1 ||
        (event.timeStamp - first.timeStamp < longestMilliseconds &&
          Math.hypot(event.clientX - first.clientX, event.clientY - first.clientY) < farthestPixels));
    if (this.#isStray) return;
    this.#first = event.composedPath().includes(this.#host) ? event : null;
    this.#screen = screen;
  }
}
