import { CommitOutcomeUnknownError, StoreUnavailableError } from "../../src/ports/store-errors.ts";
import type { Store } from "../../src/ports/store.ts";
import { createMemoryStore } from "../../src/stores/memory/memory-store.ts";

/** How a call fails: nothing was done, or a commit took place and nobody was told. */
export type Fault = "refused" | "unknown";

/** A store that fails at one of its calls, and only while it is watched. */
export function createFailingStore(fault: Fault, failAt: number) {
  const inner = createMemoryStore();
  const state = { isWatched: false, calls: 0 };
  const isTurn = () => state.isWatched && ++state.calls === failAt;
  const store: Store = {
    ...inner,
    async find(table, query) {
      if (isTurn()) throw new StoreUnavailableError("gone");
      return inner.find(table, query);
    },
    async commit(changes) {
      if (!isTurn()) return inner.commit(changes);
      if (fault === "refused") throw new StoreUnavailableError("gone");
      await inner.commit(changes);
      throw new CommitOutcomeUnknownError();
    },
  };
  return { store, state };
}
