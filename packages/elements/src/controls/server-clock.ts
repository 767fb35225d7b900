import type { ReactiveController, ReactiveControllerHost } from "lit";

/** What has a server clock: `now` is the server's time when it answered (epoch seconds), null or undefined where that is not known. */
export type ClockHost = ReactiveControllerHost & { readonly now?: number | null };

/** Tells the server's time in a browser whose own clock may be wrong, and draws its host again each second while something is awaited. */
export class ServerClock implements ReactiveController {
  readonly #host: ClockHost;
  readonly #awaited: () => number | null;
  #answeredAt: number | null = null;
  #offset = 0;
  #timer: ReturnType<typeof setInterval> | undefined;

  /** @param awaited the instant that the host counts down to (epoch seconds), or null. */
  constructor(host: ClockHost, awaited: () => number | null) {
    this.#host = host;
    this.#awaited = awaited;
    host.addController(this);
  }

  /** The server's time (epoch seconds); without an answer, the browser's. */
  now(): number {
    const { now = null } = this.#host;
    if (now !== this.#answeredAt) {
      this.#answeredAt = now;
      this.#offset = now === null ? 0 : now - Date.now() / 1000;
    }
    return Date.now() / 1000 + this.#offset;
  }

  /** Seconds until an instant (epoch seconds), never negative. */
  secondsUntil(instant: number | null | undefined): number {
    return instant === null || instant === undefined ? 0 : Math.max(0, instant - this.now());
  }

  hostConnected(): void {
    // Time went by while the host was out of the page.
    this.#host.requestUpdate();
  }

  hostUpdate(): void {
    // The offset counts from when the answer arrived.
    this.now();
  }

  hostUpdated(): void {
    if (this.secondsUntil(this.#awaited()) === 0) this.hostDisconnected();
    else this.#timer ??= setInterval(() => this.#host.requestUpdate(), 1000);
  }

  hostDisconnected(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }
}
