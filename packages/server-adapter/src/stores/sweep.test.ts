import { describe, expect, it } from "vitest";
import type { Change, Store } from "../ports/store.ts";
import type { Tables } from "../ports/tables.ts";
import { ONE_OF_EACH, attempt, flow } from "../testing/store/sample-rows.ts";
import { createMemoryStore } from "./memory/memory-store.ts";
import { SCHEMA } from "./schema.ts";
import { sweepExpired } from "./sweep.ts";

async function attemptsUntil(times: readonly number[]): Promise<Store> {
  const store = createMemoryStore();
  await store.commit(
    times.map((expires_at, place): Change => ({
      type: "insert",
      table: "attempts",
      row: attempt(`${place}`, { expires_at }),
    })),
  );
  return store;
}

describe("sweepExpired", () => {
  it("deletes rows at their second of expiry, and none before", async () => {
    const store = await attemptsUntil([99, 100, 101]);
    expect(await sweepExpired(store, 100)).toEqual({ deleted: 2, isDone: true });
    expect((await store.find("attempts", { where: {} })).map((row) => row.expires_at)).toEqual([101]);
    expect(await sweepExpired(store, 100)).toEqual({ deleted: 0, isDone: true });
  });

  it("sweeps every table whose rows expire, but for credentials, whose holder is told so at the next sign-in", async () => {
    const store = createMemoryStore();
    const names = Object.keys(SCHEMA).filter((name): name is keyof Tables => name in SCHEMA);
    const changes: Change[] = names.map((table) =>
      JSON.parse(JSON.stringify({ type: "insert", table, row: ONE_OF_EACH[table] })),
    );
    await store.commit(changes);
    await sweepExpired(store, 1000);
    const left = await Promise.all(
      names.map(async (table) => ((await store.find(table, { where: {} })).length > 0 ? table : undefined)),
    );
    expect(left.filter((table) => table !== undefined)).toEqual(
      names.filter((table) => table === "credentials" || !("expires_at" in SCHEMA[table].columns)),
    );
  });

  it("stops after maxBatches, each of batchSize rows, and goes on the next time", async () => {
    const store = await attemptsUntil(Array.from({ length: 25 }, (_, place) => place));
    const sizes: number[] = [];
    const counting: Store = {
      ...store,
      commit(changes) {
        sizes.push(changes.length);
        return store.commit(changes);
      },
    };
    const options = { batchSize: 10, maxBatches: 2 };
    expect(await sweepExpired(counting, 100, options)).toEqual({ deleted: 20, isDone: false });
    expect(sizes).toEqual([10, 10]);
    const left = await store.find("attempts", { where: {}, orderBy: "expires_at" });
    expect(left.map((row) => row.expires_at)).toEqual([20, 21, 22, 23, 24]);
    expect(await sweepExpired(counting, 100, options)).toEqual({ deleted: 5, isDone: true });
  });

  it("gives every table its turn when one is flooded", async () => {
    const store = await attemptsUntil(Array.from({ length: 50 }, () => 1));
    await store.commit([
      {
        type: "insert",
        table: "outbox",
        row: { id: "o", kind: "sms", payload_encrypted: "sealed", available_at: 0, tries: 0, expires_at: 1 },
      },
    ]);
    await sweepExpired(store, 1, { batchSize: 10, maxBatches: 2 });
    expect(await store.find("outbox", { where: {} })).toEqual([]);
  });

  it("leaves a row that was extended after it was found", async () => {
    const store = createMemoryStore();
    await store.commit([{ type: "insert", table: "flows", row: flow("f", { expires_at: 1 }) }]);
    const extending: Store = {
      ...store,
      async commit(changes) {
        await store.commit([{ type: "update", table: "flows", where: { id: "f" }, set: { expires_at: 99 } }]);
        return await store.commit(changes);
      },
    };
    await sweepExpired(extending, 1);
    expect(await store.find("flows", { where: {} })).toEqual([flow("f", { expires_at: 99 })]);
  });

  it.each([0, -1, 1.5, Number.NaN])("refuses %d as a size", async (size) => {
    const store = createMemoryStore();
    await expect(sweepExpired(store, 1, { batchSize: size })).rejects.toBeInstanceOf(TypeError);
    await expect(sweepExpired(store, 1, { maxBatches: size })).rejects.toBeInstanceOf(TypeError);
  });
});
