import { rejects } from "node:assert/strict";
import { StoreUnavailableError } from "../../ports/store-errors.ts";
import { attempt } from "./sample-rows.ts";
import { type StoreCase, expectRows } from "./store-case.ts";

function isUnavailable(error: unknown): boolean {
  return error instanceof StoreUnavailableError && error.code === "store_unavailable";
}

export const closingCases: readonly StoreCase[] = [
  {
    name: "answers a ping while it is open",
    async run({ store }) {
      await store.ping();
    },
  },
  {
    name: "refuses everything once closed, and can be closed again",
    async run({ store }) {
      await Promise.all([store.close(), store.close()]);
      await rejects(store.ping(), isUnavailable);
      await rejects(store.find("attempts", { where: {} }), isUnavailable);
      await rejects(store.commit([{ type: "insert", table: "attempts", row: attempt("a") }]), isUnavailable);
      const claim = { where: {}, orderBy: "key", limit: 1, set: { failures: 1 } } as const;
      await rejects(store.claim("attempts", claim), isUnavailable);
      await store.close();
    },
  },
];

/** For stores that outlive their process. */
export const durableCases: readonly StoreCase[] = [
  {
    name: "has everything after it is closed and opened again",
    async run({ store, open }) {
      if (open === undefined) throw new TypeError("A durable store must be openable again.");
      await store.commit([
        { type: "insert", table: "attempts", row: attempt("a") },
        { type: "insert", table: "attempts", row: attempt("é😀") },
      ]);
      await store.commit([{ type: "update", table: "attempts", where: { key: "a" }, set: { failures: 3 } }]);
      await store.close();
      const again = await open();
      await expectRows(again, "attempts", { where: {}, orderBy: "key" }, [
        attempt("a", { failures: 3 }),
        attempt("é😀"),
      ]);
    },
  },
  {
    name: "can be opened many times at once",
    async run({ store, open }) {
      if (open === undefined) throw new TypeError("A durable store must be openable again.");
      await store.commit([{ type: "insert", table: "attempts", row: attempt("a") }]);
      const opened = await Promise.all(Array.from({ length: 5 }, () => open()));
      for (const each of opened) await expectRows(each, "attempts", { where: {} }, [attempt("a")]);
    },
  },
];
