import { readFile } from "node:fs/promises";

/** A story of the index. */
export interface ListedStory {
  readonly id: string;
  /** « Screens/Login: Empty ». */
  readonly name: string;
}

/** Every story of a built Storybook, in the order of its side bar; pages of documentation are none. */
export async function listStories(folder: string): Promise<readonly ListedStory[]> {
  const index: unknown = JSON.parse(await readFile(`${folder}/index.json`, "utf8"));
  const entries = Object.values(recordOf(recordOf(index)["entries"])).map(recordOf);
  return entries
    .filter(({ type }) => type === "story")
    .map(({ id, title, name }) => ({ id: String(id), name: `${String(title)}: ${String(name)}` }));
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}
