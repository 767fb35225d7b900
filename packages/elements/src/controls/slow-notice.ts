import type { ReactiveController, ReactiveControllerHost } from "lit";

const slowAfterMs = 3000;

/** Notices when a request lasts longer than people expect. */
export class SlowNotice implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Whether the request under way has lasted more than 3 seconds. */
  isSlow = false;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** Starts or stops the watch. */
  watch(busy: boolean): void {
    clearTimeout(this.#timer);
    this.isSlow = false;
    if (!busy) return;
    this.#timer = setTimeout(() => {
      this.isSlow = true;
      this.#host.requestUpdate();
    }, slowAfterMs);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }
}
