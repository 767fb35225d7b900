import { isReached, type Row } from "./row.ts";

const widths = { what: 74, result: 15, spread: 24, reach: 12 };

function format(value: number): string {
  if (Number.isInteger(value)) return value.toLocaleString("en");
  return value >= 100 ? Math.round(value).toLocaleString("en") : value.toPrecision(3);
}

function reachOf({ reach }: Row): string {
  if (reach === null) return "";
  return "atMost" in reach ? `≤ ${format(reach.atMost)}` : `≥ ${format(reach.atLeast)}`;
}

function verdictOf(row: Row): string {
  const reached = isReached(row);
  return reached === null ? "" : reached ? "reached" : "MISSED";
}

/** The heading of the table. */
export function printHeading(): void {
  const { what, result, spread, reach } = widths;
  console.log(
    `${"what".padEnd(what)}${"median".padStart(result)}${"low – high".padStart(spread)}${"reach".padStart(reach)}`,
  );
}

/** One line of the table, what it was made of below it. */
export function printRow(row: Row): void {
  const { median, low, high } = row.result;
  const unit = row.unit === "ratio" ? "" : ` ${row.unit}`;
  console.log(
    row.what.padEnd(widths.what) +
      `${format(median)}${unit}`.padStart(widths.result) +
      `${format(low)} – ${format(high)}`.padStart(widths.spread) +
      reachOf(row).padStart(widths.reach) +
      `  ${verdictOf(row)}`,
  );
  const parts = Object.entries(row.parts).map(([name, value]) => `${name} ${format(value)}`);
  if (parts.length > 0) console.log(`  ${parts.join(" · ")}`);
}
