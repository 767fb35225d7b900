/** Prints what the browser loads, beside its budgets and its goals, and what weighs most in it. `pnpm bench:size` */
import budget from "../packages/elements/size-budget.json" with { type: "json" };
import { measureBrowserWeight, weigh } from "./browser-weight.ts";
import { topicOf, weightOfSources, type SourceWeight } from "./weight-of-sources.ts";

const goals = {
  firstScreen: 18_000,
  wizard: 28_000,
  strength: 70_000,
  confirmationLinkPage: null,
  portal: null,
  methods: null,
};
const shownSources = 40;

const kilobytes = (bytes: number | null) => (bytes === null ? "" : (bytes / 1000).toFixed(1)).padStart(7);

const weight = await measureBrowserWeight();
console.log(`${"KB, gzip -9".padEnd(32)}  weight  budget    goal`);
for (const name of [
  "firstScreen",
  "wizard",
  "strength",
  "confirmationLinkPage",
  "portal",
  "methods",
] as const) {
  console.log(`${name.padEnd(32)} ${[weight[name], budget[name], goals[name]].map(kilobytes).join(" ")}`);
}
for (const [name, bytes] of Object.entries(weight.groups)) {
  console.log(`${`later: ${name}`.padEnd(32)} ${kilobytes(bytes)}`);
}
const topics = ["Lit", "texts", "styles", "core", "screens", "client", "wizard"];
console.log(
  `\n${"Less without, KB".padEnd(32)}   whole ${topics.map((topic) => topic.padStart(7)).join(" ")}`,
);
for (const [name, chunk] of weight.chunks) {
  const byTopic = new Map(weightOfSources(chunk, topicOf));
  const columns = topics.map((topic) => kilobytes(byTopic.get(topic) ?? null)).join(" ");
  console.log(`${name.padEnd(32)} ${kilobytes(weigh(chunk.code))} ${columns}`);
}
printLanguages(Object.entries(weight.texts));
const [first] = weight.first;
if (first !== undefined) printSources("the first screen", weightOfSources(first));
printSources("the whole wizard", weightOfSources(weight.oneFile));

/** Each further language by the parts that it loads in, and all of them. */
function printLanguages(texts: readonly (readonly [name: string, bytes: number])[]): void {
  const parts = ["sign-in", "flow", "proof", "password", "services", "confirmation-link", "portal"];
  const header = [...parts, "all"].map((name) => name.padStart(11)).join("");
  console.log(`\n${"Further languages, bytes".padEnd(32)}${header}`);
  const tags = new Set(texts.map(([name]) => name.split("/")[0] ?? ""));
  for (const tag of tags) {
    const bytes = parts.map((part) => texts.find(([name]) => name === `${tag}/${part}`)?.[1] ?? 0);
    const all = bytes.reduce((sum, each) => sum + each, 0);
    console.log(tag.padEnd(32) + [...bytes, all].map((each) => String(each).padStart(11)).join(""));
  }
}

function printSources(name: string, sources: readonly SourceWeight[]): void {
  console.log(`\nWhat ${name} would weigh less without (bytes)`);
  for (const [source, bytes] of sources.slice(0, shownSources))
    console.log(`${String(bytes).padStart(6)}  ${source}`);
}
