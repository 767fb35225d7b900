import { deepStrictEqual } from "node:assert/strict";
import type { Report, Reports } from "../ports/reports.ts";

/** What a case is run on. */
export interface ReportsUnderTest {
  /** Without any report. */
  readonly reports: Reports;
  /** Every report that waits for its school, in any order. */
  readonly read: () => Promise<readonly Report[]>;
}

/** One requirement; `run` rejects where it is not met. */
export interface ReportsCase {
  readonly name: string;
  readonly run: (subject: ReportsUnderTest) => Promise<void>;
}

const refused: Report = {
  kind: "refused",
  personId: "claire",
  childId: "lucas",
  schoolId: "school-secondary",
  at: 1_789_000_000,
  isIdentitySure: true,
};
const unrecorded: Report = { ...refused, kind: "unrecorded", childId: "ines", schoolId: null };

async function expectReports(read: ReportsUnderTest["read"], expected: readonly Report[]): Promise<void> {
  const plain = ({ kind, personId, childId, schoolId, at, isIdentitySure }: Report) =>
    JSON.stringify([personId, childId, kind, schoolId, at, isIdentitySure]);
  deepStrictEqual((await read()).map(plain).sort(), expected.map(plain).sort());
}

/**
 * What every `Reports` must do, as cases for any test runner: give each an empty one of its own.
 *
 * ```ts
 * for (const { name, run } of reportsContract) test(name, async () => run({ reports, read }));
 * ```
 */
export const reportsContract: readonly ReportsCase[] = [
  {
    name: "records what it is told, as it is told",
    async run({ reports, read }) {
      await reports.record([refused, unrecorded], "a");
      await reports.record([], "b");
      await expectReports(read, [refused, unrecorded]);
    },
  },
  {
    name: "changes nothing when called again with the same key",
    async run({ reports, read }) {
      await reports.record([refused, unrecorded], "a");
      await reports.record([refused, unrecorded], "a");
      await reports.withdraw("claire", ["ines"], "b");
      await reports.withdraw("claire", ["ines"], "b");
      await expectReports(read, [refused]);
    },
  },
  {
    name: "keeps one report of a kind per guardian and child, the newest",
    async run({ reports, read }) {
      const later = { ...refused, at: refused.at + 60, schoolId: "school-primary" };
      await reports.record([refused], "a");
      await reports.record([later], "b");
      await expectReports(read, [later]);
    },
  },
  {
    name: "tells apart kinds, guardians and children, and who may only bear the name",
    async run({ reports, read }) {
      const all: Report[] = [
        refused,
        { ...refused, kind: "unrecorded" },
        { ...refused, isIdentitySure: false },
        { ...refused, personId: "paul" },
        { ...refused, childId: "emma" },
        { ...refused, personId: "claire:lucas", childId: "emma" },
        { ...refused, personId: "claire", childId: "lucas:emma" },
      ];
      await reports.record(all, "a");
      await expectReports(read, all);
    },
  },
  {
    name: "takes back every kind of report of these children by this guardian, and no other",
    async run({ reports, read }) {
      const others: Report[] = [
        { ...refused, personId: "paul" },
        { ...refused, childId: "emma" },
      ];
      await reports.record(
        [refused, { ...refused, kind: "unrecorded" }, { ...refused, isIdentitySure: false }, ...others],
        "a",
      );
      await reports.withdraw("claire", ["lucas", "zoe"], "b");
      await reports.withdraw("claire", [], "c");
      await reports.withdraw("nobody", ["emma"], "d");
      await expectReports(read, others);
    },
  },
  {
    name: "records one report, told many times at once, once",
    async run({ reports, read }) {
      await Promise.all(Array.from({ length: 20 }, (_, index) => reports.record([refused], `key ${index}`)));
      await expectReports(read, [refused]);
    },
  },
];
