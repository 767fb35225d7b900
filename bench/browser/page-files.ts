import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";
import { build } from "esbuild";

const compress = promisify(brotliCompress);

/** A file as it travels: compressed by Brotli, as a server for the public sends it. */
export interface PageFile {
  readonly type: string;
  readonly body: Buffer;
}

/** The pages that are timed, and the scripts that they load. */
export async function createPageFiles(): Promise<ReadonlyMap<string, PageFile>> {
  const scripts = new Map([["/bare-element.js", await bundleBareElement()], ...(await readWizard())]);
  const pages = new Map([
    ["/bare", page("/bare-element.js", "bare-element", "")],
    [
      "/wizard",
      page(
        "/educonnect-activation.js",
        "educonnect-activation",
        `<link rel="preload" as="fetch" href="/educonnect/status" crossorigin>`,
      ),
    ],
  ]);
  const files = [...entriesOf(scripts, "text/javascript"), ...entriesOf(pages, "text/html")];
  return new Map(
    await Promise.all(
      files.map(async ([path, type, text]) => [path, { type, body: await compressed(text) }] as const),
    ),
  );
}

/** A page as docs/embedding.md tells a host to write it, with a box of its own below: text would be painted first. */
function page(module: string, element: string, preload: string): string {
  return `<!doctype html>
<html lang="fr">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Activation</title>
    <link rel="modulepreload" href="${module}">${preload}
    <script type="module" src="${module}"></script>
    <style>${element} { display: block; min-block-size: 100svh; } footer { block-size: 9rem; background: tan; }</style>
  </head>
  <body><${element}></${element}><footer></footer></body>
</html>`;
}

async function bundleBareElement(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL("bare-element.ts", import.meta.url))],
    bundle: true,
    format: "esm",
    target: "es2022",
    minify: true,
    legalComments: "none",
    conditions: ["production"],
    write: false,
  });
  return outputFiles[0]?.text ?? "";
}

/** The cut build, as `pnpm build` leaves it. */
async function readWizard(): Promise<readonly (readonly [path: string, text: string])[]> {
  const dist = new URL(
    "./browser/",
    import.meta.resolve("@educonnect-activation/elements/custom-elements.json"),
  );
  const names = (await readdir(dist)).filter((name) => name.endsWith(".js"));
  return Promise.all(
    names.map(async (name) => [`/${name}`, await readFile(new URL(name, dist), "utf8")] as const),
  );
}

function entriesOf(texts: ReadonlyMap<string, string>, type: string) {
  return [...texts].map(([path, text]) => [path, type, text] as const);
}

function compressed(text: string): Promise<Buffer> {
  return compress(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
}
