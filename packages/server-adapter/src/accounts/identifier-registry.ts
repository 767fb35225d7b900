import type { IdentifierRegistry } from "@educonnect-activation/core";
import type { Change, Store } from "../ports/store.ts";

/** The register of identifiers in a store: what was counted or reserved stays so, whatever becomes of the account. */
export function createIdentifierRegistry(store: Store): IdentifierRegistry {
  return {
    async countAllocation(stem) {
      for (;;) {
        const [row] = await store.find("identifier_stems", { where: { stem } });
        const allocated = row?.allocated ?? 0;
        const change: Change = row
          ? {
              type: "update",
              table: "identifier_stems",
              where: { stem, allocated },
              set: { allocated: allocated + 1 },
              expect: 1,
            }
          : { type: "insert", table: "identifier_stems", row: { stem, allocated: 1 } };
        if ((await store.commit([change])).committed) return allocated;
      }
    },
    async reserve(identifier, stem) {
      const change: Change = { type: "insert", table: "identifiers", row: { identifier, stem } };
      return (await store.commit([change])).committed;
    },
  };
}
