import { bodyLimitBytes, type RequestContext, type WireRequest, type WireResponse } from "./message.ts";

/** Reads a body to its end, or to the limit; one that breaks off on the way is none. */
async function readBody(request: Request): Promise<WireRequest["body"]> {
  if (request.body === null) return null;
  if (Number(request.headers.get("content-length") ?? 0) > bodyLimitBytes) return "tooLarge";
  try {
    return await readBytes(request.body);
  } catch {
    return null;
  }
}

async function readBytes(body: ReadableStream<Uint8Array>): Promise<WireRequest["body"]> {
  const reader = body.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.byteLength;
    if (length > bodyLimitBytes) {
      await reader.cancel();
      return "tooLarge";
    }
    chunks.push(value);
  }
  const [first] = chunks;
  if (first !== undefined && chunks.length === 1) return first;
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return bytes;
}

/** Reads a Fetch request to its end. */
export async function toWireRequest(request: Request, context: RequestContext = {}): Promise<WireRequest> {
  const { pathname, search } = new URL(request.url);
  return {
    method: request.method,
    target: pathname + search,
    header: (name) => request.headers.get(name),
    body: await readBody(request),
    clientAddress: context.clientAddress ?? null,
    ...(context.deadline !== undefined && { deadline: context.deadline }),
  };
}

/** Makes a Fetch response; the one to a HEAD request has no body (RFC 9110, 9.3.2). */
export function toResponse({ status, headers, body }: WireResponse, method: string): Response {
  return new Response(method === "HEAD" ? null : body, {
    status,
    headers: headers.map(([name, value]) => [name, value]),
  });
}
