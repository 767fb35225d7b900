const slowAfterMs = 3000;

/** Notices when a request lasts longer than people expect. */
export class SlowNotice {
  readonly #redraw: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Whether the request under way has lasted more than 3 seconds. */
  isSlow = false;

  /** @param redraw draws the host again, once the notice is due. */
  constructor(redraw: () => void) {
    this.#redraw = redraw;
  }

  /** Starts or stops the watch. */
  watch(busy: boolean): void {
    clearTimeout(this.#timer);
    this.isSlow = false;
    if (!busy) return;
    this.#timer = setTimeout(() => {
      this.isSlow = true;
      this.#redraw();
    }, slowAfterMs);
  }
}
