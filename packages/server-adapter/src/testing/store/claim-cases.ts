import { deepStrictEqual, rejects } from "node:assert/strict";
import type { Change, Claim, Store } from "../../ports/store.ts";
import type { Tables } from "../../ports/tables.ts";
import { ONE_OF_EACH } from "./sample-rows.ts";
import { type StoreCase, expectRows, handles, isMistake } from "./store-case.ts";

function message(id: string, available_at: number): Tables["outbox"] {
  return { ...ONE_OF_EACH.outbox, id, available_at, tries: 0 };
}

async function put(store: Store, rows: readonly Tables["outbox"][]): Promise<void> {
  await store.commit(rows.map((row): Change => ({ type: "insert", table: "outbox", row })));
}

const due: Claim<"outbox"> = {
  where: { available_at: { atMost: 10 } },
  orderBy: "available_at",
  limit: 2,
  set: { available_at: 99 },
  increment: "tries",
};

const byId = (rows: readonly Tables["outbox"][]): Tables["outbox"][] =>
  rows.toSorted((one, other) => (one.id < other.id ? -1 : 1));

/** Claims that no type checker saw. */
const mistaken: readonly string[] = [
  `{"where":{},"orderBy":"nothing","limit":1,"set":{"tries":1}}`,
  `{"where":{},"limit":1,"set":{"tries":1}}`,
  `{"where":{},"orderBy":"id","set":{"tries":1}}`,
  `{"where":{},"orderBy":"id","limit":-1,"set":{"tries":1}}`,
  `{"where":{},"orderBy":"id","limit":1,"set":{}}`,
  `{"where":{},"orderBy":"id","limit":1,"set":{"id":"b"}}`,
  `{"where":{},"orderBy":"id","limit":1,"set":{"tries":null}}`,
  `{"where":{},"orderBy":"id","limit":1,"set":{"tries":1},"increment":"tries"}`,
  `{"where":{},"orderBy":"id","limit":1,"set":{"tries":1},"increment":"kind"}`,
  `{"where":{},"orderBy":"id","limit":1,"set":{"tries":1},"increment":"nothing"}`,
];

export const claimCases: readonly StoreCase[] = [
  {
    name: "claims the first rows that meet the condition, and gives them back as they are from then on",
    async run({ store }) {
      const rows = [message("a", 9), message("b", 5), message("c", 11), message("d", 5), message("e", 7)];
      await put(store, rows);
      const taken = (id: string) => ({ ...message(id, 99), tries: 1 });
      deepStrictEqual(byId(await store.claim("outbox", due)), [taken("b"), taken("d")]);
      deepStrictEqual(byId(await store.claim("outbox", due)), [taken("a"), taken("e")]);
      deepStrictEqual(await store.claim("outbox", due), []);
      await expectRows(store, "outbox", { where: {}, orderBy: "id" }, [
        taken("a"),
        taken("b"),
        message("c", 11),
        taken("d"),
        taken("e"),
      ]);
    },
  },
  {
    name: "claims without a condition, without counting, and nothing at a limit of zero",
    async run({ store }) {
      await put(store, [message("a", 1), message("b", 2)]);
      const claim: Claim<"outbox"> = { where: {}, orderBy: "id", limit: 0, set: { available_at: 50 } };
      deepStrictEqual(await store.claim("outbox", claim), []);
      deepStrictEqual(byId(await store.claim("outbox", { ...claim, limit: 5 })), [
        message("a", 50),
        message("b", 50),
      ]);
    },
  },
  {
    name: "finds a claimed row by its new values and no longer by its old ones",
    async run({ store }) {
      await put(store, [message("a", 1)]);
      await store.claim("outbox", due);
      await expectRows(store, "outbox", { where: { available_at: 1 } }, []);
      await expectRows(store, "outbox", { where: { available_at: 99 } }, [{ ...message("a", 99), tries: 1 }]);
    },
  },
  {
    name: "refuses claims that the tables can't have, or that would make rows the same, and takes nothing",
    async run({ store }) {
      await put(store, [message("a", 1)]);
      for (const text of mistaken) {
        const claim: Claim<"outbox"> = JSON.parse(text);
        await rejects(store.claim("outbox", claim), isMistake, text);
      }
      const unique: Claim<"accounts"> = { where: {}, orderBy: "id", limit: 1, set: { identifier: null } };
      await rejects(store.claim("accounts", unique), isMistake);
      await expectRows(store, "outbox", { where: {} }, [message("a", 1)]);
    },
  },
  {
    name: "gives each of 200 rows to one of many claimers at once, and leaves none",
    async run(subject) {
      const { store } = subject;
      await put(
        store,
        Array.from({ length: 200 }, (_, place) => message(`${place}`, place % 10)),
      );
      const processes = await handles(subject);
      const claimed: Tables["outbox"][] = [];
      const empty = async (process: Store): Promise<void> => {
        // None only means that others are taking what is left at that moment; it is theirs once all is said to be taken.
        for (let looks = 0; looks < 5000 && claimed.length < 200; looks += 1) {
          claimed.push(...(await process.claim("outbox", { ...due, limit: 7 })));
        }
      };
      await Promise.all([...processes, ...processes, ...processes].map(empty));
      deepStrictEqual(new Set(claimed.map(({ id }) => id)).size, 200);
      deepStrictEqual(claimed.length, 200);
      deepStrictEqual((await store.find("outbox", { where: { tries: 1 } })).length, 200);
    },
  },
  {
    name: "gives a row to a claim or to a change that takes it, never to both",
    async run(subject) {
      const [first, second] = await handles(subject);
      for (let round = 0; round < 20; round += 1) {
        await put(first, [message(`${round}`, 1)]);
        const [claimed, deletion] = await Promise.all([
          first.claim("outbox", due),
          second.commit([
            { type: "delete", table: "outbox", where: { id: `${round}`, available_at: 1 }, expect: 1 },
          ]),
        ]);
        const left = await first.find("outbox", { where: { available_at: 1 } });
        deepStrictEqual([claimed.length + Number(deletion.committed), left], [1, []]);
      }
    },
  },
];
