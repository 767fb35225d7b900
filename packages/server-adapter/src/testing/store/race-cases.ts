import { deepStrictEqual } from "node:assert/strict";
import type { Change, CommitResult, Store } from "../../ports/store.ts";
import { account, attempt, flow } from "./sample-rows.ts";
import { type StoreCase, type StoreUnderTest, expectRows, handles } from "./store-case.ts";

async function inParallel(
  subject: StoreUnderTest,
  count: number,
  work: (store: Store, place: number) => Promise<CommitResult>,
): Promise<number> {
  const [first, second] = await handles(subject);
  const results = await Promise.all(
    Array.from({ length: count }, (_, place) => work(place % 2 === 0 ? first : second, place)),
  );
  return results.filter((result) => result.committed).length;
}

export const raceCases: readonly StoreCase[] = [
  {
    name: "lets one of 100 parallel consumers win, with everything it writes",
    async run(subject) {
      await subject.store.commit([{ type: "insert", table: "attempts", row: attempt("code") }]);
      const winners = await inParallel(subject, 100, (store, place) =>
        store.commit([
          { type: "insert", table: "flows", row: flow(`${place}`) },
          {
            type: "update",
            table: "attempts",
            where: { key: "code", failures: 0 },
            set: { failures: 1 },
            expect: 1,
          },
        ]),
      );
      deepStrictEqual(winners, 1);
      deepStrictEqual((await subject.store.find("flows", { where: {} })).length, 1);
    },
  },
  {
    name: "lets one of 100 parallel deletions of a row win",
    async run(subject) {
      await subject.store.commit([{ type: "insert", table: "attempts", row: attempt("code") }]);
      const winners = await inParallel(subject, 100, (store) =>
        store.commit([{ type: "delete", table: "attempts", where: { key: "code" }, expect: 1 }]),
      );
      deepStrictEqual(winners, 1);
    },
  },
  {
    name: "never loses an increment made by comparing versions",
    async run(subject) {
      await subject.store.commit([{ type: "insert", table: "attempts", row: attempt("a") }]);
      await inParallel(subject, 20, async (store) => {
        for (;;) {
          const [row] = await store.find("attempts", { where: { key: "a" } });
          const { version, failures } = row ?? attempt("a");
          const result = await store.commit([
            {
              type: "update",
              table: "attempts",
              where: { key: "a", version },
              set: { failures: failures + 1, version: version + 1 },
              expect: 1,
            },
          ]);
          if (result.committed) return result;
        }
      });
      await expectRows(subject.store, "attempts", { where: {} }, [
        attempt("a", { failures: 20, version: 20 }),
      ]);
    },
  },
  {
    name: "makes a stale revision lose",
    async run(subject) {
      const { store } = subject;
      await store.commit([{ type: "insert", table: "flows", row: flow("f") }]);
      const winners = await inParallel(subject, 2, (tab, place) =>
        tab.commit([
          {
            type: "update",
            table: "flows",
            where: { id: "f", revision: 0 },
            set: { revision: 1, state: `${place}` },
            expect: 1,
          },
        ]),
      );
      deepStrictEqual(winners, 1);
      deepStrictEqual((await store.find("flows", { where: { revision: 1 } })).length, 1);
    },
  },
  {
    name: "lets one of 50 parallel inserts of a unique value win",
    async run(subject) {
      const winners = await inParallel(subject, 50, (store, place) =>
        store.commit([
          { type: "insert", table: "attempts", row: attempt(`${place}`) },
          { type: "insert", table: "accounts", row: account(`${place}`, { identifier: "the same" }) },
        ]),
      );
      deepStrictEqual(winners, 1);
      deepStrictEqual((await subject.store.find("attempts", { where: {} })).length, 1);
    },
  },
  {
    name: "lets one of 50 parallel updates to a unique value win",
    async run(subject) {
      for (let place = 0; place < 50; place += 1) {
        await subject.store.commit([{ type: "insert", table: "accounts", row: account(`${place}`) }]);
      }
      const winners = await inParallel(subject, 50, (store, place) =>
        store.commit([
          { type: "insert", table: "attempts", row: attempt(`${place}`) },
          {
            type: "update",
            table: "accounts",
            where: { id: `${place}` },
            set: { identifier: "the same" },
            expect: 1,
          },
        ]),
      );
      deepStrictEqual(winners, 1);
      deepStrictEqual((await subject.store.find("attempts", { where: {} })).length, 1);
    },
  },
  {
    name: "makes every commit that takes the same rows in another order",
    async run(subject) {
      for (const key of ["a", "b"]) {
        await subject.store.commit([{ type: "insert", table: "attempts", row: attempt(key) }]);
      }
      const write = (key: string, place: number): Change => ({
        type: "update",
        table: "attempts",
        where: { key },
        set: { failures: place },
        expect: 1,
      });
      const winners = await inParallel(subject, 40, (store, place) =>
        store.commit(
          place % 3 === 0 ? [write("a", place), write("b", place)] : [write("b", place), write("a", place)],
        ),
      );
      deepStrictEqual(winners, 40);
      const [a, b] = await subject.store.find("attempts", { where: {}, orderBy: "key" });
      deepStrictEqual(a?.failures, b?.failures);
    },
  },
  {
    name: "never shows half a commit",
    async run(subject) {
      const [store, reader] = await handles(subject);
      for (const key of ["a", "b"]) {
        await store.commit([{ type: "insert", table: "attempts", row: attempt(key) }]);
      }
      const writing = (async () => {
        for (let place = 1; place <= 30; place += 1) {
          await store.commit([
            { type: "update", table: "attempts", where: { key: "a" }, set: { failures: place } },
            { type: "update", table: "attempts", where: { key: "b" }, set: { failures: place } },
          ]);
        }
      })();
      for (let place = 1; place <= 60; place += 1) {
        const [a, b] = await reader.find("attempts", { where: {}, orderBy: "key" });
        deepStrictEqual(a?.failures, b?.failures);
      }
      await writing;
    },
  },
  {
    name: "shows a commit to whoever reads once it has resolved",
    async run(subject) {
      const [store, reader] = await handles(subject);
      for (let place = 0; place < 20; place += 1) {
        await store.commit([{ type: "insert", table: "attempts", row: attempt(`${place}`) }]);
        await expectRows(reader, "attempts", { where: { key: `${place}` } }, [attempt(`${place}`)]);
      }
    },
  },
];
