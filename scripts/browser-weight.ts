import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { rollup, type OutputChunk } from "rollup";
import { loadConfigFile } from "rollup/loadConfigFile";

/** What a browser loads of the elements, as built for production; weights in bytes, gzip -9. */
export interface BrowserWeight {
  /** The wizard up to its first screen, the sign-in: the entry of the cut build and all that it imports at once. */
  readonly firstScreen: number;
  /** The wizard with every screen, in one file. */
  readonly wizard: number;
  /** What says how strong a password is, with its dictionary. */
  readonly strength: number;
  /** The page of a mail's link: the first screen's files and those of its own element. */
  readonly confirmationLinkPage: number;
  /** The page of the portal, and that of the methods: each screen's own file and what it shares with the others. */
  readonly portal: number;
  readonly methods: number;
  /** What the cut build loads later, by the name of its entry, without what is there already; in the order of size. */
  readonly groups: Readonly<Record<string, number>>;
  /** Each part of each further language, such as `en/flow`. */
  readonly texts: Readonly<Record<string, number>>;
  /** The chunks of the wizard's builds. */
  readonly oneFile: OutputChunk;
  readonly first: readonly OutputChunk[];
  /** Every chunk but the dictionary's, of all three builds, by a name for people. */
  readonly chunks: ReadonlyMap<string, OutputChunk>;
}

const root = fileURLToPath(new URL("..", import.meta.url));

/** The weight of a text, as a server sends it. */
export function weigh(text: string): number {
  return gzipSync(text, { level: 9 }).length;
}

/** Builds the browser bundles in memory and weighs them; takes some seconds. */
export async function measureBrowserWeight(): Promise<BrowserWeight> {
  const { options } = await loadConfigFile(`${root}rollup.config.mjs`, { configBundle: true, silent: true });
  const builds: OutputChunk[][] = [];
  for (const build of options) {
    const bundle = await rollup(build);
    for (const output of build.output) {
      const generated = await bundle.generate(output);
      builds.push(generated.output.filter((file) => file.type === "chunk"));
    }
    await bundle.close();
  }
  const [whole = [], cut = [], alone = []] = builds;
  const oneFile = whole.find(({ isEntry }) => isEntry);
  const entry = cut.find(({ isEntry }) => isEntry);
  if (oneFile === undefined || entry === undefined) throw new TypeError("the configuration builds no wizard");
  const first = withImports(entry, cut);
  const groups = cut
    .filter((chunk) => chunk.isDynamicEntry && textsOf(chunk) === null)
    .map(
      (chunk) =>
        [chunk.name, total(withImports(chunk, cut).filter((file) => !first.includes(file)))] as const,
    )
    .toSorted(([, left], [, right]) => right - left);
  const later = new Map(groups);
  const screen = (name: string) =>
    total(
      alone
        .filter((chunk) => chunk.isEntry && chunk.name === name)
        .flatMap((chunk) => withImports(chunk, alone)),
    );
  return {
    firstScreen: total(first),
    wizard: weigh(oneFile.code),
    strength: total(whole.filter(({ name }) => name.includes("zxcvbn-estimator"))),
    confirmationLinkPage: total(first) + (later.get("educonnect-confirmation-link") ?? 0),
    portal: screen("portal"),
    methods: screen("methods"),
    groups: Object.fromEntries(groups),
    texts: Object.fromEntries(
      cut.flatMap((chunk) => {
        const name = textsOf(chunk);
        return name === null ? [] : [[name, weigh(chunk.code)] as const];
      }),
    ),
    oneFile,
    first,
    chunks: new Map(
      Object.entries({ "one file": whole, cut, standalone: alone }).flatMap(([build, chunks]) =>
        chunks
          .filter((chunk) => !chunk.name.includes("zxcvbn-estimator") && textsOf(chunk) === null)
          .map((chunk) => [chunk === oneFile ? build : `${build}: ${chunk.name}`, chunk] as const),
      ),
    ),
  };
}

/** Names the texts that a chunk holds by language and part; null for any other chunk. */
function textsOf({ facadeModuleId }: OutputChunk): string | null {
  const [, tag, part] = /\/core\/src\/messages\/([\w-]+)\/([\w-]+)\.ts$/u.exec(facadeModuleId ?? "") ?? [];
  return tag === undefined ? null : `${tag}/${part === "language" ? "sign-in" : part}`;
}

function total(chunks: readonly OutputChunk[]): number {
  return chunks.reduce((sum, { code }) => sum + weigh(code), 0);
}

/** A chunk and all that a browser must have before it runs. */
function withImports(chunk: OutputChunk, chunks: readonly OutputChunk[]): OutputChunk[] {
  const needed = new Set([chunk]);
  for (const { imports } of needed) {
    for (const other of chunks) if (imports.includes(other.fileName)) needed.add(other);
  }
  return Array.from(needed);
}
