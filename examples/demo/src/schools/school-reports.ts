import {
  readReports,
  settleReport,
  systemClock,
  type SchoolReport,
  type Store,
} from "@educonnect-activation/server-adapter";
import { schools } from "../directory/directory.ts";

/** The reports of one school. */
export interface ReportsOfSchool {
  readonly school: { readonly id: string; readonly name: string };
  /** The newest first. */
  readonly open: readonly SchoolReport[];
  readonly settled: readonly SchoolReport[];
}

/** What the page of reports reads and changes. */
export interface SchoolReports {
  read(): Promise<readonly ReportsOfSchool[]>;
  /** Marks a report as seen to; one that was already, or another school's, stays as it is. */
  settle(id: string, schoolId: string): Promise<void>;
}

/** Opens the list that the kit keeps for the demo's schools. */
export const createSchoolReports = (store: Store): SchoolReports => ({
  read: () =>
    Promise.all(
      Object.values(schools).map(async ({ id: schoolId, name }) => {
        const [open, settled] = await Promise.all([
          readReports(store, { schoolId }),
          readReports(store, { schoolId, state: "settled" }),
        ]);
        return { school: { id: schoolId, name }, open, settled };
      }),
    ),
  async settle(id, schoolId) {
    await settleReport(store, { id, schoolId, at: systemClock.now() });
  },
});
