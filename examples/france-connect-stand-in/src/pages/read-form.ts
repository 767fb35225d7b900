import { text } from "node:stream/consumers";
import type { Readable } from "node:stream";

/** Reads the body of a posted form. */
export async function readForm(request: Readable): Promise<URLSearchParams> {
  return new URLSearchParams(await text(request));
}
