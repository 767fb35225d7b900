import { open, readFile, rename } from "node:fs/promises";
import type { Letter } from "./letter.ts";

/** What the file holds; `version` grows when its shape changes. */
interface LettersFile {
  readonly version: 1;
  readonly letters: readonly Letter[];
}

const isLettersFile = (value: unknown): value is LettersFile =>
  typeof value === "object" &&
  value !== null &&
  "version" in value &&
  value.version === 1 &&
  "letters" in value &&
  Array.isArray(value.letters);

/** Reads the letters in clear, or null when none were issued yet. @throws {Error} when the file is another's, or damaged. */
export async function readLettersFile(path: string): Promise<readonly Letter[] | null> {
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
  const parsed: unknown = JSON.parse(text);
  if (!isLettersFile(parsed)) throw new Error(`${path} is not a file of letters of this demo`);
  return parsed.letters;
}

/** Writes the letters, whole or not at all, readable by this user only. */
export async function writeLettersFile(path: string, letters: readonly Letter[]): Promise<void> {
  const contents: LettersFile = { version: 1, letters };
  const draft = `${path}.new`;
  const handle = await open(draft, "w", 0o600);
  try {
    await handle.writeFile(`${JSON.stringify(contents, null, 2)}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(draft, path);
}
