/** Tells the server's time in a browser whose own clock may be wrong, and redraws its host each second while something is awaited. */
export class ServerClock {
  readonly #redraw: () => void;
  readonly #awaited: () => number | null;
  #offset = 0;
  #timer: ReturnType<typeof setInterval> | undefined;

  /**
   * @param redraw draws the host again.
   * @param awaited the instant the host counts down to (epoch seconds), or null.
   */
  constructor(redraw: () => void, awaited: () => number | null) {
    this.#redraw = redraw;
    this.#awaited = awaited;
  }

  /** Learns the server's time (epoch seconds); null goes back to the browser's. */
  set(now: number | null): void {
    this.#offset = now === null ? 0 : now - Date.now() / 1000;
  }

  /** The server's time (epoch seconds). */
  now(): number {
    return Date.now() / 1000 + this.#offset;
  }

  /** Seconds until an instant (epoch seconds), never negative. */
  secondsUntil(instant: number | null): number {
    return instant === null ? 0 : Math.max(0, instant - this.now());
  }

  /** Ticks as long as something is awaited; to be called after each drawing. */
  follow(): void {
    if (this.secondsUntil(this.#awaited()) === 0) this.stop();
    else this.#timer ??= setInterval(this.#redraw, 1000);
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }
}
