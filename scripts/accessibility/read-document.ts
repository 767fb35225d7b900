/** A test that is named as showing something. */
export interface NamedTest {
  readonly path: string;
  readonly title: string;
}

/** A line of one of the tables. */
export interface Row {
  readonly criteria: readonly string[];
  readonly cells: readonly string[];
  readonly tests: readonly NamedTest[];
}

/** The tables of docs/accessibility.md, by the heading that they stand under. */
export function readTables(text: string): ReadonlyMap<string, readonly Row[]> {
  const links = new Map(
    [...text.matchAll(/^\[([\w-]+)\]: \.\.\/(\S+)$/gmu)].map(([, name = "", path = ""]) => [name, path]),
  );
  const sections = text.split(/^## /mu).slice(1);
  return new Map(
    sections.map((section) => {
      const [heading = ""] = section.split("\n", 1);
      const lines = section.split("\n").filter((line) => /^\| \d/u.test(line));
      return [heading, lines.map((line) => readRow(line, links))];
    }),
  );
}

function readRow(line: string, links: ReadonlyMap<string, string>): Row {
  const cells = line
    .slice(1, -1)
    .split("|")
    .map((cell) => cell.trim());
  const tests = [...line.matchAll(/\[([\w-]+)\] “([^”]+)”/gu)].map(([, name = "", title = ""]) => ({
    path: links.get(name) ?? name,
    title,
  }));
  return { criteria: readCriteria(cells[0] ?? ""), cells, tests };
}

/** Reads `1.3 – 1.7` as five criteria, and the number of one that has its name beside it. */
function readCriteria(cell: string): string[] {
  const [first = "", last = first] = cell.match(/\d+(?:\.\d+)+/gu) ?? [];
  const [topic] = first.split(".");
  if (first === last || !cell.includes("–")) return [first];
  const [from, to] = [first, last].map((number) => Number(number.split(".")[1]));
  return Array.from({ length: (to ?? 0) - (from ?? 0) + 1 }, (_, place) => `${topic}.${(from ?? 0) + place}`);
}
