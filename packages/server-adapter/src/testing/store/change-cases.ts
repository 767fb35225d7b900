import { deepStrictEqual } from "node:assert/strict";
import { account, attempt, flow, guardianship } from "./sample-rows.ts";
import { type StoreCase, committed, expectRows, failedAt } from "./store-case.ts";

export const changeCases: readonly StoreCase[] = [
  {
    name: "commits an empty list",
    async run({ store }) {
      deepStrictEqual(await store.commit([]), committed);
    },
  },
  {
    name: "refuses a second row with the same key, and tells which change it was",
    async run({ store }) {
      await store.commit([{ type: "insert", table: "attempts", row: attempt("a") }]);
      const result = await store.commit([
        { type: "insert", table: "attempts", row: attempt("b") },
        { type: "insert", table: "attempts", row: attempt("a", { failures: 9 }) },
        { type: "insert", table: "attempts", row: attempt("b") },
      ]);
      deepStrictEqual(result, failedAt(1));
      await expectRows(store, "attempts", { where: {} }, [attempt("a")]);
    },
  },
  {
    name: "refuses the same value twice in a unique column, nulls excepted",
    async run({ store }) {
      const first = account("a", { identifier: "z.dete12" });
      deepStrictEqual(
        await store.commit([
          { type: "insert", table: "accounts", row: first },
          { type: "insert", table: "accounts", row: account("b") },
          { type: "insert", table: "accounts", row: account("c") },
        ]),
        committed,
      );
      const taken = account("d", { identifier: "z.dete12" });
      deepStrictEqual(await store.commit([{ type: "insert", table: "accounts", row: taken }]), failedAt(0));
      await expectRows(store, "accounts", { where: {}, orderBy: "id" }, [first, account("b"), account("c")]);
    },
  },
  {
    name: "refuses an update that would make two rows the same in a unique column",
    async run({ store }) {
      const rows = [account("a", { identifier: "one" }), account("b"), account("c")];
      for (const row of rows) await store.commit([{ type: "insert", table: "accounts", row }]);
      const update = (where: { id?: string; status?: "pending" }, identifier: string | null) =>
        store.commit([
          { type: "update", table: "accounts", where: { id: "a" }, set: { version: 1 } },
          { type: "update", table: "accounts", where, set: { identifier } },
        ]);
      deepStrictEqual(await update({ id: "b" }, "one"), failedAt(1));
      deepStrictEqual(await update({ status: "pending" }, "two"), failedAt(1));
      await expectRows(store, "accounts", { where: {}, orderBy: "id" }, rows);
      deepStrictEqual(await update({ id: "a" }, "one"), committed);
      deepStrictEqual(await update({ status: "pending" }, null), committed);
      deepStrictEqual(await update({ id: "c" }, "one"), committed);
    },
  },
  {
    name: "updates every row that meets the condition, and those columns only",
    async run({ store }) {
      const rows = [guardianship("a"), guardianship("b", { meaning: "inCharge" }), guardianship("c")];
      for (const row of rows) await store.commit([{ type: "insert", table: "guardianships", row }]);
      await store.commit([
        {
          type: "update",
          table: "guardianships",
          where: { meaning: "representative" },
          set: { closed_at: 5, meaning: "contact" },
        },
      ]);
      await expectRows(store, "guardianships", { where: {}, orderBy: "id" }, [
        guardianship("a", { closed_at: 5, meaning: "contact" }),
        guardianship("b", { meaning: "inCharge" }),
        guardianship("c", { closed_at: 5, meaning: "contact" }),
      ]);
      await store.commit([
        {
          type: "update",
          table: "guardianships",
          where: { closed_at: { atMost: 5 } },
          set: { closed_at: null },
        },
      ]);
      deepStrictEqual((await store.find("guardianships", { where: { closed_at: null } })).length, 3);
    },
  },
  {
    name: "finds an updated row by its new values and no longer by its old ones",
    async run({ store }) {
      await store.commit([{ type: "insert", table: "flows", row: flow("a", { person_id: "p" }) }]);
      const moved = flow("a", { cookie_key: "new", person_id: "q" });
      await store.commit([
        { type: "update", table: "flows", where: { id: "a" }, set: { cookie_key: "new", person_id: "q" } },
      ]);
      await expectRows(store, "flows", { where: { cookie_key: "cookie of a" } }, []);
      await expectRows(store, "flows", { where: { person_id: "p" } }, []);
      await expectRows(store, "flows", { where: { cookie_key: "new" } }, [moved]);
      await expectRows(store, "flows", { where: { person_id: "q" } }, [moved]);
      const reused = flow("b", { cookie_key: "cookie of a" });
      deepStrictEqual(await store.commit([{ type: "insert", table: "flows", row: reused }]), committed);
    },
  },
  {
    name: "fails an update or delete that touches other than the expected number of rows",
    async run({ store }) {
      for (const id of ["a", "b"])
        await store.commit([{ type: "insert", table: "guardianships", row: guardianship(id) }]);
      const update = (meaning: "representative" | "inCharge", expect: number) =>
        store.commit([
          { type: "update", table: "guardianships", where: { meaning }, set: { position: 9 }, expect },
        ]);
      const remove = (meaning: "representative" | "inCharge", expect: number) =>
        store.commit([{ type: "delete", table: "guardianships", where: { meaning }, expect }]);
      deepStrictEqual(await update("representative", 1), failedAt(0));
      deepStrictEqual(await update("representative", 3), failedAt(0));
      deepStrictEqual(await update("inCharge", 1), failedAt(0));
      deepStrictEqual(await remove("representative", 1), failedAt(0));
      deepStrictEqual(await remove("inCharge", 1), failedAt(0));
      await expectRows(store, "guardianships", { where: {}, orderBy: "id" }, [
        guardianship("a"),
        guardianship("b"),
      ]);
      deepStrictEqual(await update("representative", 2), committed);
      deepStrictEqual(await update("representative", 2), committed);
      deepStrictEqual(await remove("representative", 2), committed);
      await expectRows(store, "guardianships", { where: {} }, []);
    },
  },
  {
    name: "commits updates and deletes that touch nothing when nothing is expected",
    async run({ store }) {
      const result = await store.commit([
        { type: "update", table: "attempts", where: { key: "a" }, set: { failures: 1 } },
        { type: "delete", table: "attempts", where: {} },
      ]);
      deepStrictEqual(result, committed);
    },
  },
  {
    name: "makes each change on what the ones before it left",
    async run({ store }) {
      const result = await store.commit([
        { type: "insert", table: "attempts", row: attempt("a") },
        { type: "update", table: "attempts", where: { key: "a" }, set: { version: 1 }, expect: 1 },
        { type: "update", table: "attempts", where: { version: 1 }, set: { key: "b" }, expect: 1 },
        { type: "insert", table: "attempts", row: attempt("a") },
        { type: "delete", table: "attempts", where: { key: "b" }, expect: 1 },
        { type: "insert", table: "attempts", row: attempt("b") },
      ]);
      deepStrictEqual(result, committed);
      await expectRows(store, "attempts", { where: {}, orderBy: "key" }, [attempt("a"), attempt("b")]);
    },
  },
  {
    name: "leaves nothing of a commit that fails, in any table",
    async run({ store }) {
      const before = [attempt("a"), attempt("b"), attempt("c")];
      for (const row of before) await store.commit([{ type: "insert", table: "attempts", row }]);
      const result = await store.commit([
        { type: "insert", table: "flows", row: flow("f") },
        { type: "update", table: "attempts", where: {}, set: { failures: 1 } },
        { type: "delete", table: "attempts", where: { key: "a" }, expect: 1 },
        { type: "update", table: "attempts", where: { key: "b" }, set: { key: "a" }, expect: 1 },
        { type: "insert", table: "attempts", row: attempt("b", { failures: 5 }) },
        { type: "insert", table: "attempts", row: attempt("c", { failures: 5 }) },
        { type: "delete", table: "attempts", where: { key: "never there" }, expect: 1 },
      ]);
      deepStrictEqual(result, failedAt(5));
      await expectRows(store, "attempts", { where: {}, orderBy: "key" }, before);
      await expectRows(store, "flows", { where: {} }, []);
      await expectRows(store, "flows", { where: { cookie_key: "cookie of f" } }, []);
      await expectRows(store, "attempts", { where: { key: "a" } }, [attempt("a")]);
    },
  },
];
