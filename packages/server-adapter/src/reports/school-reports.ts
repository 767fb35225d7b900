import type { ReportKind } from "../ports/reports.ts";
import type { Store } from "../ports/store.ts";
import type { Tables } from "../ports/tables.ts";

/** Somebody in a report, as the school knows them. */
export interface ReportedPerson {
  readonly id: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly birthName: string | null;
}

/** A report as a school reads it. Names are for that school's eyes only. */
export interface SchoolReport {
  readonly id: string;
  readonly kind: ReportKind;
  /** When the guardian last answered so (epoch seconds). */
  readonly at: number;
  /** False when somebody else of the guardian's name may have answered so: to be asked before anything is changed. */
  readonly isIdentitySure: boolean;
  /** When the school saw to it (epoch seconds); null while it is open. */
  readonly settledAt: number | null;
  /** Null when no longer in the directory. */
  readonly guardian: ReportedPerson | null;
  readonly child: ReportedPerson | null;
  readonly school: { readonly id: string; readonly name: string } | null;
}

/** Which reports to read. */
export interface ReportQuery {
  /** The school that reads; null for children whom the directory gives no school. */
  readonly schoolId: string | null;
  /** All kinds by default. */
  readonly kinds?: readonly ReportKind[];
  /** Open ones by default. */
  readonly state?: "open" | "settled" | "all";
  /** The last report of the page before; later pages hold what is behind it, whatever came in meanwhile. */
  readonly after?: Pick<SchoolReport, "at" | "id">;
  /** From 1; 100 by default. */
  readonly limit?: number;
}

const defaultLimit = 100;

/** Newest first; of one second, by id. */
function compareReports(one: { at: number; id: string }, other: { at: number; id: string }): number {
  if (one.at !== other.at) return other.at - one.at;
  return one.id < other.id ? -1 : Number(one.id > other.id);
}

/** A reader that asks the store once for each id, however many reports name it. */
function remembering<Value>(
  read: (id: string) => Promise<Value | undefined>,
): (id: string) => Promise<Value | null> {
  const known = new Map<string, Promise<Value | undefined>>();
  return async (id) => {
    const pending = known.get(id) ?? read(id);
    known.set(id, pending);
    return (await pending) ?? null;
  };
}

function toReportedPerson(row: Tables["people"] | null): ReportedPerson | null {
  return (
    row && { id: row.id, givenName: row.given_name, familyName: row.family_name, birthName: row.birth_name }
  );
}

/**
 * Lists what a school should look at, newest first, with the names it knows people by.
 *
 * Reads all reports of the school to order them: their number is bounded by its pupils and their guardians.
 *
 * @throws {TypeError} for a limit that is not a whole number from 1.
 * @throws {StoreUnavailableError} while the store can't be reached.
 */
export async function readReports(store: Store, query: ReportQuery): Promise<readonly SchoolReport[]> {
  const { schoolId, kinds, state = "open", after, limit = defaultLimit } = query;
  if (!Number.isInteger(limit) || limit < 1) {
    throw new TypeError(`limit must be a whole number from 1, not ${limit}.`);
  }
  const where = { school_id: schoolId, ...(state === "open" && { settled_at: null }) };
  const rows = (await store.find("reports", { where }))
    .filter((row) => state !== "settled" || row.settled_at !== null)
    .filter((row) => kinds === undefined || kinds.includes(row.kind))
    .filter((row) => after === undefined || compareReports(after, row) < 0)
    .toSorted(compareReports)
    .slice(0, limit);
  const person = remembering(async (id) => (await store.find("people", { where: { id } }))[0]);
  const school = remembering(async (id) => (await store.find("schools", { where: { id } }))[0]);
  return Promise.all(
    rows.map(async (row) => {
      const [guardian, child, itsSchool] = await Promise.all([
        person(row.person_id),
        person(row.child_id),
        row.school_id === null ? null : school(row.school_id),
      ]);
      return {
        id: row.id,
        kind: row.kind,
        at: row.at,
        isIdentitySure: row.identity === "sure",
        settledAt: row.settled_at,
        guardian: toReportedPerson(guardian),
        child: toReportedPerson(child),
        school: itsSchool && { id: itsSchool.id, name: itsSchool.name },
      };
    }),
  );
}

/** The report that a school has seen to. */
export interface ReportToSettle {
  readonly id: string;
  /** The school that says so; a report of another one stays as it is. */
  readonly schoolId: string | null;
  /** Epoch seconds. */
  readonly at: number;
}

/**
 * Marks a report as seen to. It opens again when the guardian gives the same answer later, and is gone once the child is confirmed.
 *
 * @returns whether it was open, and this school's; of two who settle it at once, one is told so.
 * @throws {StoreUnavailableError} while the store can't be reached.
 */
export async function settleReport(store: Store, { id, schoolId, at }: ReportToSettle): Promise<boolean> {
  const where = { id, school_id: schoolId, settled_at: null };
  const result = await store.commit([
    { type: "update", table: "reports", where, set: { settled_at: at }, expect: 1 },
  ]);
  return result.committed;
}
