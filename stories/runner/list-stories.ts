import { readFile } from "node:fs/promises";

/** A story of the index, or a page of documentation. */
export interface ListedStory {
  readonly id: string;
  /** « Screens/Login: Empty ». */
  readonly name: string;
}

/** What a built Storybook has, each in the order of its side bar. */
export interface StoryList {
  readonly stories: readonly ListedStory[];
  /** Pages of documentation: those that are written, and one for each element. */
  readonly pages: readonly ListedStory[];
}

/** Reads the index of a built Storybook. */
export async function listStories(folder: string): Promise<StoryList> {
  const index: unknown = JSON.parse(await readFile(`${folder}/index.json`, "utf8"));
  const entries = Object.values(recordOf(recordOf(index)["entries"])).map(recordOf);
  const listed = (wanted: "story" | "docs") =>
    entries
      .filter(({ type }) => type === wanted)
      .map(({ id, title, name }) => ({ id: String(id), name: `${String(title)}: ${String(name)}` }));
  return { stories: listed("story"), pages: listed("docs") };
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}
