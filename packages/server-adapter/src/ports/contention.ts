import { StoreUnavailableError } from "./store-errors.ts";

/** Others kept changing the same rows; nothing was changed, and the same call may be made again a little later. */
export class ContentionError extends StoreUnavailableError {
  override readonly name = "ContentionError";

  constructor() {
    super("Others kept changing the same rows.", { code: "store_contended" });
  }
}

/** Of so many who change the same rows at once, each succeeds: in every round one of them does. */
const mostTries = 300;

/**
 * Repeats a commit that is built on what was read, each time on what is there by then, until nobody else was faster.
 *
 * @param attempt - reads, commits, and resolves to null when the commit lost
 * @throws {ContentionError} after 300 losses.
 */
export async function untilCommitted<Value>(attempt: () => Promise<Value | null>): Promise<Value> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const value = await attempt();
    if (value !== null) return value;
  }
  throw new ContentionError();
}
