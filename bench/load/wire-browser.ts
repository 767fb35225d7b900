import { type Command, type EndpointName, type FlowView, endpoints } from "@educonnect-activation/core";
import type { ServerProcess } from "../processes/start-process.ts";
import { HttpConnection, type WireAnswer } from "./http-connection.ts";

const basePath = "/educonnect";

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

function isView(value: unknown): value is FlowView {
  return isRecord(value) && typeof value["revision"] === "number" && "step" in value;
}

let keys = 0;

/** A browser that speaks the wire over one connection, with a jar of its own. */
export class WireBrowser {
  readonly #connection: HttpConnection;
  readonly #origin: string;
  readonly #cookies = new Map<string, string>();
  #view: FlowView | null = null;

  constructor(connection: HttpConnection, origin: string) {
    this.#connection = connection;
    this.#origin = origin;
  }

  /** The step that the last answer showed. */
  get stepName(): string {
    return this.#view?.step.name ?? "none";
  }

  async request(
    endpoint: EndpointName,
    body?: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<WireAnswer> {
    const { method, path } = endpoints[endpoint];
    const cookie = Array.from(this.#cookies, ([name, value]) => `${name}=${value}`).join("; ");
    const answer = await this.#connection.send({
      method,
      path: basePath + path,
      headers: {
        ...(cookie !== "" && { cookie }),
        ...(method === "POST" && { origin: this.#origin, "content-type": "application/json" }),
        "sec-fetch-site": "same-origin",
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    this.#remember(answer);
    return answer;
  }

  signIn(identifier: string, password: string): Promise<WireAnswer> {
    return this.request("signIn", { identifier, password });
  }

  /** Sends a command on the flow as the last answer showed it. */
  send(event: Command): Promise<WireAnswer> {
    keys += 1;
    const key = { "idempotency-key": `bench-${process.pid}-${String(keys).padStart(16, "0")}` };
    return this.request("sendEvent", { revision: this.#view?.revision ?? 0, event }, key);
  }

  #remember({ headers, body }: WireAnswer): void {
    for (const line of headers.get("set-cookie")?.split("\n") ?? []) {
      const [name = "", value = ""] = (line.split(";")[0] ?? "").split("=");
      if (value === "") this.#cookies.delete(name);
      else this.#cookies.set(name, value);
    }
    if (!body.startsWith("{")) return;
    const parsed: unknown = JSON.parse(body);
    const shown = isRecord(parsed) && "flow" in parsed ? parsed["flow"] : parsed;
    if (isView(shown)) this.#view = shown;
  }
}

/** Connections to a server, and a fresh browser over each. */
export async function openConnections(
  server: ServerProcess,
  count: number,
): Promise<readonly HttpConnection[]> {
  return Promise.all(Array.from({ length: count }, () => HttpConnection.open(server.port)));
}

/** A browser with an empty jar. */
export function openBrowser(server: ServerProcess, connection: HttpConnection): WireBrowser {
  return new WireBrowser(connection, `http://127.0.0.1:${server.port}`);
}

let tried = 0;

/** Tries an identifier that does not exist, another one each time: one hash, one failure counted, no lock. */
export function signInUnknown(browser: WireBrowser): Promise<WireAnswer> {
  tried += 1;
  return browser.signIn(`z.inconnu${tried}`, "abcd2345");
}
