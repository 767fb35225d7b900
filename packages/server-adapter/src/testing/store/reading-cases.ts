import { deepStrictEqual, rejects } from "node:assert/strict";
import type { Change } from "../../ports/store.ts";
import type { TableName } from "../../ports/tables.ts";
import { ONE_OF_EACH, attempt, guardianship } from "./sample-rows.ts";
import { type StoreCase, committed, expectRows, isMistake } from "./store-case.ts";

export const readingCases: readonly StoreCase[] = [
  {
    name: "gives a row of every table back as it was written",
    async run({ store }) {
      const write = (table: TableName): Promise<unknown> => {
        const change: Change = JSON.parse(JSON.stringify({ type: "insert", table, row: ONE_OF_EACH[table] }));
        return store.commit([change]);
      };
      const names = Object.keys(ONE_OF_EACH).filter((name): name is TableName => name in ONE_OF_EACH);
      for (const name of names) {
        deepStrictEqual(await write(name), committed, name);
        const found = await store.find(name, { where: {} });
        deepStrictEqual(found, [ONE_OF_EACH[name]], name);
      }
    },
  },
  {
    name: "finds nothing where nothing meets the condition",
    async run({ store }) {
      await expectRows(store, "attempts", { where: {} }, []);
      await store.commit([{ type: "insert", table: "attempts", row: attempt("a") }]);
      await expectRows(store, "attempts", { where: { key: "b" } }, []);
      await expectRows(store, "attempts", { where: { key: "a", version: 1 } }, []);
      await expectRows(store, "attempts", { where: { key: "A" } }, []);
      await expectRows(store, "attempts", { where: { key: "a " } }, []);
    },
  },
  {
    name: "gives rows that are the reader's own",
    async run({ store }) {
      const written = attempt("a");
      await store.commit([{ type: "insert", table: "attempts", row: written }]);
      written.failures = 7;
      const [read] = await store.find("attempts", { where: { key: "a" } });
      if (read !== undefined) read.failures = 8;
      await expectRows(store, "attempts", { where: {} }, [attempt("a")]);
    },
  },
  {
    name: "finds by every condition at once",
    async run({ store }) {
      const rows = [
        guardianship("a", { guardian_id: "g", meaning: "representative" }),
        guardianship("b", { guardian_id: "g", meaning: "inCharge" }),
        guardianship("c", { guardian_id: "h", meaning: "representative" }),
      ];
      await store.commit(rows.map((row): Change => ({ type: "insert", table: "guardianships", row })));
      await expectRows(store, "guardianships", { where: { guardian_id: "g", meaning: "inCharge" } }, [
        guardianship("b", { guardian_id: "g", meaning: "inCharge" }),
      ]);
      await expectRows(
        store,
        "guardianships",
        { where: { guardian_id: "g" }, orderBy: "id" },
        rows.slice(0, 2),
      );
    },
  },
  {
    name: "bounds by atMost and above, nulls being outside both",
    async run({ store }) {
      const closed = [null, 9, 10, 11].map((closed_at) => guardianship(`${closed_at}`, { closed_at }));
      await store.commit(closed.map((row): Change => ({ type: "insert", table: "guardianships", row })));
      const found = async (where: { closed_at: number | null | { atMost: number } | { above: number } }) =>
        (await store.find("guardianships", { where, orderBy: "closed_at" })).map((row) => row.closed_at);
      deepStrictEqual(await found({ closed_at: { atMost: 10 } }), [9, 10]);
      deepStrictEqual(await found({ closed_at: { above: 10 } }), [11]);
      deepStrictEqual(await found({ closed_at: null }), [null]);
      deepStrictEqual(await found({ closed_at: 10 }), [10]);
      const ids = await store.find("guardianships", {
        where: { id: { above: "10" } },
        orderBy: "id",
        limit: 2,
      });
      deepStrictEqual(
        ids.map((row) => row.id),
        ["11", "9"],
      );
    },
  },
  {
    name: "orders numbers by size, nulls first and equals by key",
    async run({ store }) {
      const closings = [10, null, 9, -1, 9, null, 100].map((closed_at, place) =>
        guardianship(`${place}`, { closed_at }),
      );
      await store.commit(closings.map((row): Change => ({ type: "insert", table: "guardianships", row })));
      const found = await store.find("guardianships", { where: {}, orderBy: "closed_at" });
      deepStrictEqual(
        found.map((row) => [row.closed_at, row.id]),
        [
          [null, "1"],
          [null, "5"],
          [-1, "3"],
          [9, "2"],
          [9, "4"],
          [10, "0"],
          [100, "6"],
        ],
      );
    },
  },
  {
    name: "gives the reverse of an order when it is descending, nulls and equals included",
    async run({ store }) {
      const closings = [10, null, 9, -1, 9, null, 100].map((closed_at, place) =>
        guardianship(`${place}`, { closed_at }),
      );
      await store.commit(closings.map((row): Change => ({ type: "insert", table: "guardianships", row })));
      for (const orderBy of ["closed_at", "id"] as const) {
        const ascending = await store.find("guardianships", { where: {}, orderBy });
        const query = { where: {}, orderBy, descending: true };
        await expectRows(store, "guardianships", query, ascending.toReversed());
        await expectRows(store, "guardianships", { ...query, limit: 2 }, ascending.slice(-2).reverse());
      }
      await rejects(store.find("guardianships", { where: {}, descending: true }), isMistake);
    },
  },
  {
    name: "orders text by code point",
    async run({ store }) {
      const ordered = [
        "",
        " ",
        "-",
        "A",
        "Z",
        "a",
        "ab",
        "b",
        "z",
        "É",
        "é",
        "e\u0301",
        "\uE000",
        "\uFFFD",
        "😀",
      ].sort((left, right) => Buffer.compare(Buffer.from(left), Buffer.from(right)));
      await store.commit(
        ordered.toReversed().map((key): Change => ({ type: "insert", table: "attempts", row: attempt(key) })),
      );
      const found = await store.find("attempts", { where: {}, orderBy: "key" });
      deepStrictEqual(
        found.map((row) => row.key),
        ordered,
      );
      const above = await store.find("attempts", { where: { key: { above: "\uFFFD" } } });
      deepStrictEqual(
        above.map((row) => row.key),
        ["😀"],
      );
    },
  },
  {
    name: "gives at most as many rows as the limit",
    async run({ store }) {
      const rows = ["a", "b", "c"].map((key) => attempt(key));
      await store.commit(rows.map((row): Change => ({ type: "insert", table: "attempts", row })));
      const count = async (limit: number): Promise<number> =>
        (await store.find("attempts", { where: {}, limit })).length;
      deepStrictEqual([await count(0), await count(2), await count(3), await count(4)], [0, 2, 3, 3]);
      await expectRows(store, "attempts", { where: {}, orderBy: "key", limit: 1 }, [attempt("a")]);
    },
  },
];
