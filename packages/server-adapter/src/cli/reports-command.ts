import { parseArgs } from "node:util";
import { systemClock } from "../ports/clock.ts";
import type { ReportKind } from "../ports/reports.ts";
import { readReports, type ReportedPerson, type SchoolReport } from "../reports/school-reports.ts";
import { settleReport } from "../reports/school-reports.ts";
import { storeOptions, UsageError, withStore, type CommandResult } from "./command.ts";

const schoolOptions = {
  ...storeOptions,
  school: { type: "string" },
  "without-school": { type: "boolean" },
} as const;

const meanings: Readonly<Record<ReportKind, string>> = {
  refused: "not their child, they say",
  unrecorded: "no birth date recorded",
};

interface ChosenSchool {
  readonly school?: string | undefined;
  readonly "without-school"?: boolean | undefined;
}

/** The school that the options name; null for the children of none. */
function readSchool({ school, "without-school": isWithout = false }: ChosenSchool): string | null {
  if ((school === undefined) !== isWithout) throw new UsageError("Give either --school or --without-school.");
  return school ?? null;
}

const toIso = (at: number): string => new Date(at * 1000).toISOString();

/** Names come from school files: nothing in them may steer a terminal. */
const printable = (text: string): string => text.replaceAll(/\p{C}/gu, "");

function describePerson(person: ReportedPerson | null): string {
  if (person === null) return "(no longer in the directory)";
  const { givenName, familyName, birthName } = person;
  const birth = birthName === null ? "" : ` (born ${birthName})`;
  return printable(`${givenName} ${familyName}${birth}`.trim());
}

function describeReports(reports: readonly SchoolReport[]): string {
  if (reports.length === 0) return "no report";
  const rows = [
    ["when (UTC)", "what", "guardian", "child", "seen to", "report"],
    ...reports.map(({ id, kind, at, isIdentitySure, settledAt, guardian, child }) => [
      toIso(at).slice(0, 16).replace("T", " "),
      meanings[kind],
      describePerson(guardian) + (isIdentitySure ? "" : " (identity to be checked)"),
      describePerson(child),
      settledAt === null ? "" : toIso(settledAt).slice(0, 10),
      printable(id),
    ]),
  ];
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

/** One report as a line of JSON, its instants in ISO 8601. */
function toJsonLine({ at, settledAt, ...report }: SchoolReport): string {
  return JSON.stringify({
    ...report,
    at: toIso(at),
    settledAt: settledAt === null ? null : toIso(settledAt),
  });
}

/** `reports`: what a school should look at, newest first. */
export async function listReportsCommand(args: readonly string[]): Promise<CommandResult> {
  const options = { ...schoolOptions, all: { type: "boolean" }, json: { type: "boolean" } } as const;
  const { values } = parseArgs({ args: [...args], options });
  const schoolId = readSchool(values);
  const state = values.all === true ? "all" : "open";
  const limit = Number.MAX_SAFE_INTEGER;
  const reports = await withStore(values, (store) => readReports(store, { schoolId, state, limit }));
  const output = values.json === true ? reports.map(toJsonLine).join("\n") : describeReports(reports);
  return { code: 0, output };
}

/** `reports settle`: 1 when the school has no such open report. */
export async function settleReportCommand(args: readonly string[]): Promise<CommandResult> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: schoolOptions,
    allowPositionals: true,
  });
  const [id, ...more] = positionals;
  if (id === undefined || more.length > 0) throw new UsageError("Give one report to settle.");
  const schoolId = readSchool(values);
  const at = systemClock.now();
  const isSettled = await withStore(values, (store) => settleReport(store, { id, schoolId, at }));
  return isSettled
    ? { code: 0, output: "settled" }
    : { code: 1, output: "this school has no such open report" };
}
