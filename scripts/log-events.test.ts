import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { readLogCalls } from "./log-events.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const read = (path: string) => readFileSync(join(root, path), "utf8");

/** `event | levels | fields` of each event, sorted. */
type Rows = readonly string[];

function rowOf(event: string, levels: Iterable<string>, fields: Iterable<string>): string {
  return [event, [...new Set(levels)].sort().join(", "), [...new Set(fields)].sort().join(", ")].join(" | ");
}

function readSources(): Rows {
  const paths = globSync("packages/server-adapter/src/**/*.ts", { cwd: root });
  const calls = paths
    .filter((path) => !path.endsWith(".test.ts") && !path.includes("/testing/"))
    .flatMap((path) => readLogCalls(path, read(path)));
  const events = new Set(calls.flatMap(({ events: named }) => named));
  return [...events].sort().map((event) => {
    const those = calls.filter(({ events: named }) => named.includes(event));
    return rowOf(
      event,
      // As many levels as events are one choice made twice.
      those.flatMap(({ levels, events: named }) =>
        levels.length === named.length ? (levels[named.indexOf(event)] ?? []) : levels,
      ),
      those.flatMap(({ fields }) => fields),
    );
  });
}

function readGuide(): Rows {
  const [, section = ""] = read("docs/operating.md").split("\n## Logs\n");
  const [table = ""] = section.split("\n## ");
  const namesIn = (cell = "") => [...cell.matchAll(/`?(\w+)`?/gu)].map(([, name = ""]) => name);
  return [...table.matchAll(/^\| `(\w+)` \|([^|]*)\|([^|]*)\|/gmu)]
    .map(([, event = "", levels, fields]) => rowOf(event, namesIn(levels), namesIn(fields)))
    .sort();
}

describe("docs/operating.md", () => {
  it("lists every event that is logged with its levels and fields, and no other", () => {
    expect(readGuide()).toEqual(readSources());
  });
});

describe("readLogCalls", () => {
  const read = (text: string) => readLogCalls("a.ts", text);

  it("tells literals, choices, constants and parameters", () => {
    expect(read(`logger.log("info", "a", { id, kind: 1 });`)).toEqual([
      { levels: ["info"], events: ["a"], fields: ["id", "kind"] },
    ]);
    expect(read(`const level = x ? "info" : "warn"; environment.logger.log(level, y ? "a" : "b");`)).toEqual([
      { levels: ["info", "warn"], events: ["a", "b"], fields: [] },
    ]);
    expect(
      read(`function tell(id, event) { safeLogger(l).log("info", event); } tell(1, "a"); tell(2, "b");`),
    ).toEqual([{ levels: ["info"], events: ["a", "b"], fields: [] }]);
  });

  it("says when it can't tell", () => {
    expect(() => read(`logger.log("info", nameOf(x));`)).toThrow(TypeError);
  });

  it("leaves other logs alone", () => {
    expect(read(`console.log("info", "a"); logger.log(...entry);`)).toEqual([]);
  });
});
