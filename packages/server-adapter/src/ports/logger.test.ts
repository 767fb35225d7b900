import { describe, expect, it } from "vitest";
import { createMemoryStore } from "../stores/memory/memory-store.ts";
import { problemOf } from "../../test/portal/test-browser.ts";
import { createTestPortal } from "../../test/portal/test-portal.ts";
import { StoreUnavailableError } from "./store-errors.ts";
import type { Store } from "./store.ts";

const refusal = new Error("the log's disk is full");
const throwing = {
  log() {
    throw refusal;
  },
};
const rejecting = { log: () => Promise.reject(refusal) };

/** A store that fails of a cause, once told to. */
function createStore() {
  const inner = createMemoryStore();
  let cause: Error | null = null;
  const store: Store = {
    ...inner,
    async find(table, query) {
      if (cause !== null) throw cause;
      return inner.find(table, query);
    },
  };
  return {
    store,
    fail(by: Error) {
      cause = by;
    },
  };
}

describe.each([
  ["throws", throwing],
  ["rejects", rejecting],
])("a logger that %s", (_, logger) => {
  it.each([
    [new StoreUnavailableError("gone"), "server_unavailable", 503],
    [new RangeError("unforeseen"), "server_error", 500],
  ] as const)("changes nothing in what is answered to %s", async (cause, code, status) => {
    const { store, fail } = createStore();
    const portal = await createTestPortal({ store, logger });
    fail(cause);
    const response = await portal.browser().signIn("c.martin1", "wrong");
    expect(problemOf(response)).toMatchObject({ code, status });
  });

  it("changes nothing in how a wrong password is refused", async () => {
    const portal = await createTestPortal({ logger });
    const response = await portal.browser().signIn("c.martin1", "wrong");
    expect(problemOf(response).code).toBe("credentials_refused");
  });
});
