import { SourceMap } from "node:module";
import type { OutputChunk } from "rollup";
import { weigh } from "./browser-weight.ts";

/** A source with what its chunk would weigh less without it. */
export type SourceWeight = readonly [source: string, bytes: number];

/**
 * Says what each source weighs in a chunk, the heaviest first; the sum is less than the whole, which shares what repeats.
 *
 * @param nameOf names a source by its path; sources of one name are weighed together.
 */
export function weightOfSources(
  { code, map }: OutputChunk,
  nameOf: (path: string) => string = shortenPath,
): SourceWeight[] {
  if (map === null) throw new TypeError("the chunk has no source map");
  const sourceMap = new SourceMap({ ...map, file: map.file ?? "", sourceRoot: "", sourcesContent: [] });
  const pieces: { readonly source: string; text: string }[] = [];
  code.split("\n").forEach((line, row) => {
    for (let column = 0; column < line.length; column += 1) {
      const entry = sourceMap.findEntry(row, column);
      const source = "originalSource" in entry ? nameOf(entry.originalSource) : "(the bundler)";
      const last = pieces.at(-1);
      if (last?.source === source) last.text += line[column];
      else pieces.push({ source, text: line[column] ?? "" });
    }
  });
  const whole = weigh(code);
  const without = (source: string) =>
    pieces.map((piece) => (piece.source === source ? "" : piece.text)).join("");
  return Array.from(new Set(pieces.map(({ source }) => source)))
    .map((source) => [source, whole - weigh(without(source))] as const)
    .toSorted(([, left], [, right]) => right - left);
}

/** What a source is there for, wherever it is. */
export function topicOf(path: string): string {
  const source = shortenPath(path);
  return topics.find(([, pattern]) => pattern.test(source))?.[0] ?? "wizard";
}

const topics = [
  ["Lit", /^(?:lit|@lit)/u],
  ["texts", /\/(?:messages|i18n)\//u],
  ["styles", /-styles\.ts$|\/theme\//u],
  ["core", /^core\//u],
  ["screens", /\/(?:screens|controls|element)\//u],
  ["client", /\/client\//u],
] as const;

/** A source is named relative to its chunk, which is in a folder of the elements' package. */
function shortenPath(path: string): string {
  return path
    .replace(/^.*\/node_modules\//u, "")
    .replace(/^(?:\.\.\/)+src\//u, "elements/src/")
    .replace(/^(?:\.\.\/)+/u, "");
}
