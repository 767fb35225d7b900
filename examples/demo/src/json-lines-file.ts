import { open, readFile, truncate } from "node:fs/promises";

/** A file of one JSON value a line, which only grows; a line is on the disk when `append` resolves. */
export interface JsonLinesFile {
  append(value: unknown): Promise<void>;
  close(): Promise<void>;
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return "";
    throw error;
  }
}

/**
 * Reads the values of a file; a file that is not there has none, and a last line cut off by a crash is left out.
 *
 * @throws {SyntaxError} when a whole line is not JSON
 */
export async function readJsonLines(path: string): Promise<unknown[]> {
  const text = await readText(path);
  const lines = text.slice(0, text.lastIndexOf("\n") + 1).split("\n");
  return lines.filter((line) => line !== "").map((line): unknown => JSON.parse(line));
}

/** Opens a file to append to, first cutting off a last line that a crash left unfinished. Appends keep their order. */
export async function openJsonLinesFile(path: string): Promise<JsonLinesFile> {
  const text = await readText(path);
  if (text !== "" && !text.endsWith("\n")) {
    await truncate(path, Buffer.byteLength(text.slice(0, text.lastIndexOf("\n") + 1)));
  }
  const handle = await open(path, "a", 0o600);
  let last: Promise<void> = Promise.resolve();
  return {
    append(value) {
      const line = `${JSON.stringify(value)}\n`;
      const write = async (): Promise<void> => {
        await handle.appendFile(line);
        await handle.datasync();
      };
      const written = last.then(write);
      // A failed write is its caller's to know; the next one is tried all the same.
      last = written.catch(() => {});
      return written;
    },
    async close() {
      await last;
      await handle.close();
    },
  };
}
