import type { WireAnswer } from "./http-connection.ts";

/** Instants of today in seconds of the epoch, as views hold them. */
const instants = /\b1[6-9]\d{8}\b/g;

/**
 * All that an answer shows, but for what is drawn or counted anew each time: status, headers, the size of the body and the body itself, with
 * every instant as one; of cookies and dates the length.
 */
export function shapeOf({ status, headers, body }: WireAnswer): string {
  const lines = Array.from(headers, ([name, value]) => {
    if (name === "date") return `${name}: ${value.length}`;
    return name === "set-cookie"
      ? `${name}: ${value.replace(/=[^;]*/, "=")} ${value.length}`
      : `${name}: ${value}`;
  });
  const size = Buffer.byteLength(body);
  return [String(status), ...lines.sort(), String(size), body.replace(instants, "instant")].join("\n");
}
