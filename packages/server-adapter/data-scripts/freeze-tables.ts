/**
 * Writes the first migration from the schema: `pnpm --filter @educonnect-activation/server-adapter freeze-tables`.
 *
 * A test then asks for the new digest. Only for as long as no version is released: afterwards a change of the schema is a migration of its own, written by hand.
 */
import { writeFileSync } from "node:fs";
import { createTables } from "./create-tables.ts";

const folder = new URL("../src/stores/sql/migrations/", import.meta.url);

const list = (statements: readonly string[]): string =>
  statements.map((statement) => `      ${JSON.stringify(statement)},\n`).join("");

const text = `/** The tables of the first version. This text is frozen: a later change of the tables is a migration of its own. */
export const firstTables = {
  name: "0001_tables",
  statements: {
    sqlite: [
${list(createTables("sqlite"))}    ],
    postgres: [
${list(createTables("postgres"))}    ],
  },
} as const;
`;

writeFileSync(new URL("0001-tables.ts", folder), text);
