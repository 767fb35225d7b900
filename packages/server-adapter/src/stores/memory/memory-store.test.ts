import { describe, expect, it } from "vitest";
import { storeContract } from "../../testing/store-contract.ts";
import { createMemoryStore } from "./memory-store.ts";

describe("the memory store", () => {
  it.each(storeContract)("$name", async ({ run }) => {
    await expect(run({ store: createMemoryStore() })).resolves.toBeUndefined();
  });
});
