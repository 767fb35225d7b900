import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { extname } from "node:path";

/** A file that the demo serves. */
export interface Asset {
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** A strong entity tag (RFC 9110, 8.8.3). */
  readonly tag: string;
}

const types: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".map": "application/json",
  ".svg": "image/svg+xml",
};

/**
 * Reads the files of a folder that a browser may ask for, by the path they are served at; no other file can be reached.
 *
 * @throws {Error} when the folder is not there
 */
export async function readAssets(folder: URL, servedAt: string): Promise<ReadonlyMap<string, Asset>> {
  const entries = await readdir(folder, { withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && extname(entry.name) in types);
  return new Map(
    await Promise.all(
      files.map(async ({ name }): Promise<[string, Asset]> => {
        const bytes = new Uint8Array(await readFile(new URL(encodeURIComponent(name), folder)));
        const tag = `"${createHash("sha256").update(bytes).digest("base64url").slice(0, 22)}"`;
        return [`${servedAt}/${name}`, { type: types[extname(name)] ?? "", bytes, tag }];
      }),
    ),
  );
}
