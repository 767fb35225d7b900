import { deepStrictEqual, rejects } from "node:assert/strict";
import type { Change, Query } from "../../ports/store.ts";
import { attempt, flow, school } from "./sample-rows.ts";
import { type StoreCase, committed, expectRows, isMistake } from "./store-case.ts";

const texts: readonly string[] = [
  "",
  " ",
  "'\"; drop table schools; --",
  "\\ % _ $1 ? :x \t\r\n\u2028\u0001\u001F\u007F\u0085",
  "Élève, œuvre, L’Haÿ-les-Roses",
  "É".normalize("NFD"),
  "\uFEFFbom\u200D\u200E\u202E",
  "👩‍👩‍👧‍👦🏳️‍🌈𝒜\u{10FFFF}",
  "\uFFFD\uFFFE\uFFFF\uE000",
  "مدرسة 学校 școală",
  "NULL",
  "0012",
];

const integers: readonly number[] = [
  0,
  -1,
  2 ** 31,
  -(2 ** 31) - 1,
  2 ** 32,
  Number.MAX_SAFE_INTEGER,
  Number.MIN_SAFE_INTEGER,
];

/** Changes that no type checker saw, as a caller without one would write them. */
const mistaken: readonly string[] = [
  `{"type":"insert","table":"nowhere","row":{"id":"a"}}`,
  `{"type":"insert","table":"__proto__","row":{"id":"a"}}`,
  `{"type":"insert","table":"identifiers","row":{"identifier":"a"}}`,
  `{"type":"insert","table":"identifiers","row":{}}`,
  `{"type":"insert","table":"identifiers","row":{"identifier":"a","stem":null}}`,
  `{"type":"insert","table":"identifiers","row":{"identifier":"a","stem":1}}`,
  `{"type":"insert","table":"identifiers","row":{"identifier":"a","stem":["b"]}}`,
  `{"type":"insert","table":"identifiers","row":{"identifier":"a","stem":"b","more":"c"}}`,
  `{"type":"insert","table":"identifiers","row":{"identifier":"a","stem":"b","__proto__":"c"}}`,
  `{"type":"insert","table":"identifier_stems","row":{"stem":"b","allocated":"1"}}`,
  `{"type":"insert","table":"identifier_stems","row":{"stem":"b","allocated":true}}`,
  `{"type":"update","table":"identifiers","where":{},"set":{}}`,
  `{"type":"update","table":"identifiers","where":{},"set":{"stem":null}}`,
  `{"type":"update","table":"identifiers","where":{"stem":{"atMost":"a","above":"b"}},"set":{"stem":"c"}}`,
  `{"type":"update","table":"identifiers","where":{"stem":{"like":"a"}},"set":{"stem":"c"}}`,
  `{"type":"update","table":"identifiers","where":{"stem":{}},"set":{"stem":"c"}}`,
  `{"type":"update","table":"identifiers","where":{"stem":{"atMost":null}},"set":{"stem":"c"}}`,
  `{"type":"update","table":"identifiers","where":{"toString":"a"},"set":{"stem":"c"}}`,
  `{"type":"delete","table":"identifiers","where":{"stem":1}}`,
  `{"type":"delete","table":"identifiers","where":{},"expect":0}`,
  `{"type":"delete","table":"identifiers","where":{},"expect":1.5}`,
  `{"type":"upsert","table":"identifiers","row":{"identifier":"a","stem":"b"}}`,
];

export const valueCases: readonly StoreCase[] = [
  {
    name: "keeps text of every sort as it is, and finds by it",
    async run({ store }) {
      for (const [place, name] of texts.entries()) {
        const row = school(`${place}`, { name, message: name });
        deepStrictEqual(await store.commit([{ type: "insert", table: "schools", row }]), committed);
        await expectRows(store, "schools", { where: { name, message: name } }, [row]);
      }
      for (const key of texts) {
        deepStrictEqual(
          await store.commit([{ type: "insert", table: "attempts", row: attempt(key) }]),
          committed,
        );
      }
      for (const key of texts) await expectRows(store, "attempts", { where: { key } }, [attempt(key)]);
    },
  },
  {
    name: "keeps a text of two million characters",
    async run({ store }) {
      const row = school("big", { message: "é😀".repeat(700_000) });
      deepStrictEqual(await store.commit([{ type: "insert", table: "schools", row }]), committed);
      await expectRows(store, "schools", { where: { id: "big" } }, [row]);
    },
  },
  {
    name: "keeps keys of 600 UTF-16 units, and refuses longer ones",
    async run({ store }) {
      const longest = Array.from({ length: 600 }, (_, place) =>
        String.fromCodePoint(0x4e00 + place * 31),
      ).join("");
      const row = flow(longest, { cookie_key: longest, person_id: longest });
      deepStrictEqual(await store.commit([{ type: "insert", table: "flows", row }]), committed);
      await expectRows(store, "flows", { where: { person_id: longest } }, [row]);
      const tooLong = `${longest}a`;
      for (const values of [{ id: tooLong }, { cookie_key: tooLong }, { person_id: tooLong }]) {
        await rejects(store.commit([{ type: "update", table: "flows", where: {}, set: values }]), isMistake);
        await rejects(
          store.commit([{ type: "insert", table: "flows", row: { ...flow("f"), ...values } }]),
          isMistake,
        );
      }
      await expectRows(store, "flows", { where: { id: tooLong } }, []);
      await expectRows(store, "flows", { where: {} }, [row]);
    },
  },
  {
    name: "keeps whole numbers up to 2^53 − 1 either way, as numbers",
    async run({ store }) {
      for (const [place, failures] of integers.entries()) {
        const row = attempt(`${place}`, { failures });
        deepStrictEqual(await store.commit([{ type: "insert", table: "attempts", row }]), committed);
        await expectRows(store, "attempts", { where: { failures } }, [row]);
      }
      const found = await store.find("attempts", { where: {}, orderBy: "failures" });
      deepStrictEqual(
        found.map((row) => row.failures),
        integers.toSorted((left, right) => left - right),
      );
    },
  },
  {
    name: "keeps −0 as 0",
    async run({ store }) {
      await store.commit([{ type: "insert", table: "attempts", row: attempt("a", { failures: -0 }) }]);
      await expectRows(store, "attempts", { where: { failures: -0 } }, [attempt("a", { failures: 0 })]);
    },
  },
  {
    name: "refuses U+0000 and lone surrogates, and writes nothing",
    async run({ store }) {
      for (const bad of ["\0", "a\0b", "\uD800", "a\uDC00b", "\uDE00\uD83D", "😀\uD83D"]) {
        const ahead: Change = { type: "insert", table: "attempts", row: attempt("ahead") };
        await rejects(
          store.commit([ahead, { type: "insert", table: "attempts", row: attempt(bad) }]),
          isMistake,
        );
        await rejects(
          store.commit([ahead, { type: "update", table: "schools", where: {}, set: { name: bad } }]),
          isMistake,
        );
        await rejects(
          store.commit([ahead, { type: "delete", table: "schools", where: { id: bad } }]),
          isMistake,
        );
        await rejects(store.find("schools", { where: { name: bad } }), isMistake);
        await rejects(store.find("schools", { where: { name: { atMost: bad } } }), isMistake);
      }
      await expectRows(store, "attempts", { where: {} }, []);
    },
  },
  {
    name: "refuses numbers that are not whole or too big, and writes nothing",
    async run({ store }) {
      for (const failures of [0.5, Number.NaN, Infinity, -Infinity, 2 ** 53, -(2 ** 53)]) {
        const ahead: Change = { type: "insert", table: "attempts", row: attempt("ahead") };
        const row = attempt("a", { failures });
        await rejects(store.commit([ahead, { type: "insert", table: "attempts", row }]), isMistake);
        await rejects(store.find("attempts", { where: { failures } }), isMistake);
        await rejects(store.find("attempts", { where: { failures: { above: failures } } }), isMistake);
        await rejects(store.find("attempts", { where: {}, limit: failures }), isMistake);
      }
      await rejects(store.find("attempts", { where: {}, limit: -1 }), isMistake);
      await expectRows(store, "attempts", { where: {} }, []);
    },
  },
  {
    name: "refuses names, kinds and gaps that the tables don't have, and writes nothing",
    async run({ store }) {
      for (const text of mistaken) {
        const change: Change = JSON.parse(text);
        const ahead: Change = { type: "insert", table: "attempts", row: attempt("ahead") };
        await rejects(store.commit([ahead, change]), isMistake, text);
      }
      const query: Query<"attempts"> = JSON.parse(`{"where":{},"orderBy":"nothing"}`);
      await rejects(store.find("attempts", query), isMistake);
      await expectRows(store, "attempts", { where: {} }, []);
      await expectRows(store, "identifiers", { where: {} }, []);
    },
  },
];
