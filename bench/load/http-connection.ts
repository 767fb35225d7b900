import { once } from "node:events";
import { connect, type Socket } from "node:net";

/** An answer as it came over the wire. */
export interface WireAnswer {
  readonly status: number;
  /** By lower-case name; several `Set-Cookie` are joined by line feeds. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
}

/** What is sent. */
export interface WireRequest {
  readonly method: "GET" | "POST";
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** One connection kept open to a server on 127.0.0.1, one request at a time: so little work that the server is what is measured. */
export class HttpConnection {
  readonly #socket: Socket;
  readonly #host: string;
  #received: Buffer = Buffer.alloc(0);
  #wake: (() => void) | undefined;
  #failure: Error | undefined;

  private constructor(socket: Socket, host: string) {
    this.#socket = socket;
    this.#host = host;
    socket.setNoDelay(true);
    socket.on("data", (chunk) => {
      this.#received = this.#received.length === 0 ? chunk : Buffer.concat([this.#received, chunk]);
      this.#wake?.();
    });
    socket.on("error", (error) => this.#fail(error));
    socket.on("close", () => this.#fail(new Error("the server closed the connection")));
  }

  static async open(port: number): Promise<HttpConnection> {
    const socket = connect(port, "127.0.0.1");
    await once(socket, "connect");
    return new HttpConnection(socket, `127.0.0.1:${port}`);
  }

  /** Sends a request and reads its answer; the next may only be sent after it. */
  async send({ method, path, headers = {}, body = "" }: WireRequest): Promise<WireAnswer> {
    const lines = [`${method} ${path} HTTP/1.1`, `host: ${this.#host}`];
    for (const [name, value] of Object.entries(headers)) lines.push(`${name}: ${value}`);
    if (method === "POST") lines.push(`content-length: ${Buffer.byteLength(body)}`);
    this.#socket.write(`${lines.join("\r\n")}\r\n\r\n${body}`);
    for (;;) {
      const answer = this.#takeAnswer();
      if (answer !== null) return answer;
      if (this.#failure) throw this.#failure;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }

  close(): void {
    this.#socket.destroy();
  }

  #fail(error: Error): void {
    this.#failure ??= error;
    this.#wake?.();
  }

  #takeAnswer(): WireAnswer | null {
    const end = this.#received.indexOf("\r\n\r\n");
    if (end === -1) return null;
    const [statusLine = "", ...lines] = this.#received.toString("latin1", 0, end).split("\r\n");
    const headers = new Map<string, string>();
    for (const line of lines) {
      const colon = line.indexOf(":");
      const name = line.slice(0, colon).toLowerCase();
      const value = line.slice(colon + 1).trim();
      const before = headers.get(name);
      headers.set(name, before === undefined ? value : `${before}\n${value}`);
    }
    const length = headers.get("content-length");
    const from = end + 4;
    const taken = length === undefined ? this.#takeChunks(from) : this.#takeLength(from, Number(length));
    if (taken === null) return null;
    this.#received = this.#received.subarray(taken.next);
    return { status: Number(statusLine.split(" ")[1]), headers, body: taken.body };
  }

  #takeLength(from: number, length: number): { body: string; next: number } | null {
    const next = from + length;
    return this.#received.length < next ? null : { body: this.#received.toString("utf8", from, next), next };
  }

  /** Chunked transfer coding (RFC 9112, 7.1). */
  #takeChunks(from: number): { body: string; next: number } | null {
    const chunks: Buffer[] = [];
    for (let place = from; ;) {
      const lineEnd = this.#received.indexOf("\r\n", place);
      if (lineEnd === -1) return null;
      const size = Number.parseInt(this.#received.toString("latin1", place, lineEnd), 16);
      const next = lineEnd + 2 + size + 2;
      if (this.#received.length < next) return null;
      if (size === 0) return { body: Buffer.concat(chunks).toString("utf8"), next };
      chunks.push(this.#received.subarray(lineEnd + 2, lineEnd + 2 + size));
      place = next;
    }
  }
}

/** As many connections as are in use at once. */
export function createConnectionPool(port: number) {
  const idle: HttpConnection[] = [];
  const opened: HttpConnection[] = [];
  return {
    async use<Result>(work: (connection: HttpConnection) => Promise<Result>): Promise<Result> {
      const connection = idle.pop() ?? (await HttpConnection.open(port));
      if (!opened.includes(connection)) opened.push(connection);
      const result = await work(connection);
      idle.push(connection);
      return result;
    },
    close(): void {
      for (const connection of opened) connection.close();
    },
  };
}
