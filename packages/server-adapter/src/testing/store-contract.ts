import { changeCases } from "./store/change-cases.ts";
import { claimCases } from "./store/claim-cases.ts";
import { closingCases, durableCases } from "./store/closing-cases.ts";
import { raceCases } from "./store/race-cases.ts";
import { readingCases } from "./store/reading-cases.ts";
import type { StoreCase } from "./store/store-case.ts";
import { valueCases } from "./store/value-cases.ts";

export type { StoreCase, StoreUnderTest } from "./store/store-case.ts";

/**
 * What every `Store` must do, as cases for any test runner: give each an empty store of its own.
 *
 * ```ts
 * for (const { name, run } of storeContract) test(name, async () => run({ store: createMyStore() }));
 * ```
 */
export const storeContract: readonly StoreCase[] = [
  ...readingCases,
  ...changeCases,
  ...valueCases,
  ...raceCases,
  ...claimCases,
  ...closingCases,
];

/** What a `Store` must do besides when it outlives its process; these need `open`. */
export const durableStoreContract: readonly StoreCase[] = durableCases;
