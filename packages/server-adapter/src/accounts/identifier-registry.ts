import type { IdentifierRegistry } from "@educonnect-activation/core";
import { untilCommitted } from "../ports/contention.ts";
import type { Change, Store } from "../ports/store.ts";

/**
 * The register of identifiers in a store: what was counted or reserved stays so, whatever becomes of the account.
 *
 * @throws {ContentionError} from `countAllocation` while very many people of one stem are counted at once.
 */
export function createIdentifierRegistry(store: Store): IdentifierRegistry {
  return {
    countAllocation: (stem) =>
      untilCommitted(async () => {
        const [row] = await store.find("identifier_stems", { where: { stem } });
        const allocated = row?.allocated ?? 0;
        const set = { allocated: allocated + 1 };
        const change: Change = row
          ? { type: "update", table: "identifier_stems", where: { stem, allocated }, set, expect: 1 }
          : { type: "insert", table: "identifier_stems", row: { stem, ...set } };
        return (await store.commit([change])).committed ? allocated : null;
      }),
    async reserve(identifier, stem) {
      const change: Change = { type: "insert", table: "identifiers", row: { identifier, stem } };
      return (await store.commit([change])).committed;
    },
  };
}
