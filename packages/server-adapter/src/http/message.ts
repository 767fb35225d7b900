/** A request as plain data, from whatever server or page received it. */
export interface PlainRequest {
  readonly method: string;
  /** The path below the handler's base path, with its leading slash. */
  readonly path: string;
  /** What follows the `?` of the address, as it was sent; empty without one. */
  readonly query: string;
  readonly contentType: string | null;
  /** The `Content-Encoding` header. */
  readonly contentEncoding: string | null;
  /** The bytes of the body; null when there is none, `"tooLarge"` when it was not read to its end. */
  readonly body: Uint8Array | "tooLarge" | null;
  readonly cookies: ReadonlyMap<string, string>;
  /** The `Origin` header. */
  readonly origin: string | null;
  /** The `Sec-Fetch-Site` header. */
  readonly fetchSite: string | null;
  /** The `Idempotency-Key` header. */
  readonly idempotencyKey: string | null;
  /** The `Accept-Language` header, as it was sent. */
  readonly acceptLanguage: string | null;
  /** The `User-Agent` header. */
  readonly userAgent: string | null;
  /** The headers a gateway signs with (Standard Webhooks), those that were sent. */
  readonly webhookHeaders: ReadonlyMap<string, string>;
  /** Where the request came from, as far as the server can tell; null when it can't. */
  readonly clientAddress: string | null;
}

/** A cookie to set; a null value removes it. */
export interface SetCookie {
  readonly name: string;
  readonly value: string | null;
  readonly maxAgeSeconds: number;
}

/** A response as plain data. */
export interface PlainResponse {
  readonly status: number;
  /** Serialised as JSON, but for a page, which is text in HTML; null sends none. */
  readonly body: object | string | null;
  readonly headers?: Readonly<Record<string, string>>;
  readonly cookies?: readonly SetCookie[];
}

/** The largest body that is read, in bytes (64 KiB). */
export const bodyLimitBytes = 65_536;
