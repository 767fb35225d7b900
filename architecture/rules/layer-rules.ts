import { elements, isShipped, isShippedIn, serverAdapter } from "../places.ts";
import { fileRule, importRule, type Rule, type Violation } from "../rule.ts";
import type { SourceFile } from "../source-file.ts";

type Graph = ReadonlyMap<string, ReadonlySet<string>>;

/** What a file belongs to in a graph; undefined leaves it out. */
type Node = (path: string) => string | undefined;

function graphOf(files: readonly SourceFile[], nodeOf: Node): Graph {
  const graph = new Map<string, Set<string>>();
  for (const { path, imports } of files) {
    const from = nodeOf(path);
    if (from === undefined) continue;
    const targets = graph.get(from) ?? new Set<string>();
    graph.set(from, targets);
    for (const { target } of imports) {
      const to = target === undefined ? undefined : nodeOf(target);
      if (to !== undefined && to !== from) targets.add(to);
    }
  }
  return graph;
}

/** Finds a shortest way from a node back to itself. */
function findCircle(graph: Graph, start: string): readonly string[] | undefined {
  const ways: (readonly string[])[] = [[start]];
  const seen = new Set<string>();
  for (const way of ways) {
    for (const next of graph.get(way.at(-1) ?? "") ?? []) {
      if (next === start) return [...way, start];
      if (seen.has(next)) continue;
      seen.add(next);
      ways.push([...way, next]);
    }
  }
  return undefined;
}

/** Builds a rule that forbids imports in a circle, type imports included; it names the files whose imports close one. */
function circleRule(name: string, nodeOf: Node): Rule {
  return {
    name,
    check(files) {
      const graph = graphOf(files, nodeOf);
      const circles = new Map([...graph.keys()].map((node) => [node, findCircle(graph, node)]));
      return files.flatMap(({ path, imports }): Violation[] => {
        const circle = circles.get(nodeOf(path) ?? "");
        const closes = imports.some(({ target }) => target !== undefined && nodeOf(target) === circle?.[1]);
        return circle !== undefined && closes
          ? [{ path, detail: `closes the circle ${circle.join(" → ")}` }]
          : [];
      });
    },
  };
}

/**
 * The top folder of a file in a package. A file beside the folders puts them together and belongs to none, and so does a module that defines
 * an element: the wizard loads such modules, and one of them defines the wizard.
 */
function topFolder(path: string): string | undefined {
  if (path.startsWith(`${elements}define/`)) return undefined;
  return isShipped(path) ? /^packages\/[^/]+\/src\/[^/]+(?=\/)/.exec(path)?.[0] : undefined;
}

/** The folders that may speak of HTTP, or that put a server together. */
const outerFolders = ["http", "endpoints", "node", "cli", "testing"].map(
  (folder) => `${serverAdapter}${folder}/`,
);

const isDomain = (path: string) =>
  isShippedIn(serverAdapter)(path) &&
  path.slice(serverAdapter.length).includes("/") &&
  !outerFolders.some((folder) => path.startsWith(folder));

const isServer = isShippedIn(serverAdapter);

export const layerRules: readonly Rule[] = [
  circleRule("no file imports itself by way of others, types included", (path) =>
    isShipped(path) ? path : undefined,
  ),
  circleRule("no folder imports itself by way of others, types included", topFolder),
  importRule(
    "domain folders know no HTTP",
    isDomain,
    (_, target) =>
      target !== undefined &&
      (outerFolders.slice(0, 2).some((folder) => target.startsWith(folder)) ||
        target === `${serverAdapter}handle.ts`),
  ),
  fileRule("one file of the server runs the machine", ({ path, uses }) =>
    isServer(path) && path !== `${serverAdapter}flows/run-machine.ts` && uses.includes("transition()")
      ? "calls transition"
      : undefined,
  ),
  fileRule("one file opens sessions", ({ path, text }) =>
    isServer(path) &&
    path !== `${serverAdapter}sessions/session.ts` &&
    /type: "insert",\s*table: "sessions"/.test(text)
      ? "inserts a session"
      : undefined,
  ),
];
