/** What can fail at FranceConnect's stand-in, and how. */
interface Faults {
  readonly discovery?: Outage;
  readonly authorize?: Outage;
  readonly token?: Outage;
  readonly userinfo?: Outage;
  /** Answers every sign-in with this error, at once. */
  readonly callback?: "access_denied" | "server_error" | "temporarily_unavailable" | "invalid_request";
  readonly code?: "expired";
}

/** No answer at all, 500, 503, none until it is mended, or one that makes no sense. */
type Outage = "gone" | "error" | "unavailable" | "slow" | "garbled";

/** Breaks and mends the demo's FranceConnect, for everybody who uses that demo. */
export class FranceConnectFaults {
  readonly #url: string | null;

  /** @param url where the stand-in is told; null where the demo can't be broken */
  constructor(url: string | null) {
    this.#url = url;
  }

  /** Makes these places fail from now on, and no other. */
  async break(faults: Faults): Promise<void> {
    if (this.#url === null) throw new Error("The demo was not started with --breakable");
    const response = await fetch(this.#url, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(faults),
    });
    if (!response.ok) throw new Error(`FranceConnect could not be broken: ${response.status}`);
  }

  mend(): Promise<void> {
    return this.break({});
  }
}
