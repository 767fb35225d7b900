import { writeFile } from "node:fs/promises";
import { french } from "@educonnect-activation/core";
import { buildStories, builtFolder } from "./build-stories.ts";
import { listStories, type ListedStory } from "./list-stories.ts";
import { serveFolder } from "./serve-folder.ts";
import { visitStories } from "./visit-stories.ts";

/**
 * Builds the static Storybook and opens every story of it in a real browser, each once in French at 320 px with its play function, then in
 * the look that it draws, and every page of documentation. `--all` shows each in every look, `--built` takes the Storybook as it was built
 * last, words choose stories by their names.
 */

const prefix = "issue.";

/** Told by a text of the issue, or in other words where an SMS or the reader's own date is concerned: no code of their own. */
const isVariant = (code: string) => /^(?:sms_|given_|own_)/.test(code) && code !== "sms_unavailable";

/** Neither is a code that a server sends: one joins two texts, one speaks for any unknown code. */
const nobodySends: ReadonlySet<string> = new Set(["ofChild", "generic", "triesLeft"]);

/** The codes with words of their own that no story shows. */
function findUnshownIssues(shown: ReadonlySet<string>): readonly string[] {
  return Object.keys(french)
    .filter((key) => key.startsWith(prefix))
    .map((key) => key.slice(prefix.length))
    .filter((code) => !isVariant(code) && !nobodySends.has(code) && !shown.has(code));
}

const options = process.argv.slice(2);
const words = options.filter((option) => !option.startsWith("--"));
if (!options.includes("--built")) await buildStories();

const { stories, pages } = await listStories(builtFolder);
const isChosen = ({ id }: ListedStory) => words.every((word) => id.includes(word));
const chosen = { stories: stories.filter(isChosen), pages: pages.filter(isChosen) };
const served = await serveFolder(builtFolder);
const startedAt = performance.now();
try {
  const visited = await visitStories(served.origin, chosen, options.includes("--all"));
  const failed = visited.filter(({ problems }) => problems.length > 0);
  for (const { story, problems } of failed)
    process.stdout.write(
      `✗ ${story.name} (${story.id})\n${problems.map((line) => `    ${line}\n`).join("")}`,
    );
  // Of all stories together: every issue that has words is shown by one of them.
  const unshown =
    chosen.stories.length < stories.length
      ? []
      : findUnshownIssues(new Set(visited.flatMap(({ issues }) => issues)));
  for (const code of unshown) process.stdout.write(`✗ no story shows the issue ${code}\n`);
  const counts = { passed: visited.length - failed.length, failed: failed.length + unshown.length };
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  process.stdout.write(
    `${counts.passed} stories and pages passed, ${counts.failed} failed in ${seconds} s\n`,
  );
  const file = process.env["EDUCONNECT_COUNTS_FILE"];
  if (file !== undefined) await writeFile(file, JSON.stringify(counts));
  process.exitCode = counts.failed > 0 || visited.length === 0 ? 1 : 0;
} finally {
  await served.close();
}
