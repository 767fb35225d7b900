import type { ReactiveController, ReactiveControllerHost } from "lit";

const slowAfterMilliseconds = 3000;

/** Notices when a request of its host lasts longer than people expect, and draws the host again then. */
export class SlowNotice implements ReactiveController {
  readonly #host: ReactiveControllerHost & { readonly busy: boolean };
  #isBusy = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Whether the request under way has lasted more than 3 seconds. */
  isSlow = false;

  /** @param host whose `busy` says that a request is under way. */
  constructor(host: ReactiveControllerHost & { readonly busy: boolean }) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdate(): void {
    const { busy } = this.#host;
    if (busy === this.#isBusy) return;
    this.hostDisconnected();
    this.#isBusy = busy;
    if (!busy) return;
    this.#timer = setTimeout(() => {
      this.isSlow = true;
      this.#host.requestUpdate();
    }, slowAfterMilliseconds);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.isSlow = false;
  }
}
