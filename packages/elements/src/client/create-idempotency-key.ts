/** Draws the key that lets the server tell a repeated request from a new one: 128 random bits, as four numbers. */
export function createIdempotencyKey(): string {
  // Not randomUUID, which pages served over plain HTTP from anything but localhost lack.
  return crypto.getRandomValues(new Uint32Array(4)).join("-");
}
