import type * as driver from "pg";
import { importOptional } from "../../optional-package.ts";

/** The driver, an optional peer dependency: all modules that need more of it than its types take it from here. */
export const pg: typeof driver = await importOptional("pg", "The PostgreSQL store", () => import("pg"));
