import { core, elements, isShipped, isShippedIn } from "../places.ts";
import { fileRule, type Rule } from "../rule.ts";

const longestFile = 400;
const shortFile = 30;

/** How many source files may be shorter than 30 lines. Lower this number when files are merged, and never raise it: the goal is 39. */
export const mostShortFiles = 65;

/** Source files that may be longer than `longestFile` lines, each with its reason. */
const longFiles: ReadonlyMap<string, string> = new Map();

const isSource = (path: string) => isShipped(path) && path.endsWith(".ts") && !path.endsWith(".generated.ts");
const lineCount = (text: string) => text.split("\n").length - 1;
const vagueName = /(?:^|\/)(?:utils?|helpers?|misc|common)(?:\/|\.ts$)/;
const isShippedCore = isShippedIn(core);
const isShippedElement = isShippedIn(elements);

// Assembled, so that this file does not break its own rule.
const sharedFolder = ["..", "shared"].join("/");
const workspaceFolder = ["", "work", ""].join("/");

/** The files that store something in the browser when the person asks for it, and how: three ids (docs/decisions/0048), a language (0063). */
const memories = new Map([
  [`${elements}screens/portal/choice-memory.ts`, ["localStorage"]],
  [`${elements}language/language-memory.ts`, ["localStorage", "sessionStorage"]],
]);

export const fileRules: readonly Rule[] = [
  fileRule("core has neither clock nor randomness, both are passed in", ({ path, uses }) => {
    if (!isShippedCore(path)) return undefined;
    const impure = uses.find((use) =>
      /^(?:Date\.now|new Date|Date\(\)|Math\.random|crypto\.|performance\.)/.test(use),
    );
    return impure === undefined ? undefined : `uses ${impure}`;
  }),
  fileRule("only define modules register elements", ({ path, uses }) => {
    if (!isShippedElement(path) || path.startsWith(`${elements}define/`)) return undefined;
    return uses.includes("customElements.define") ? "calls customElements.define" : undefined;
  }),
  fileRule(
    "elements store nothing in the browser except the portal's choice and the language",
    ({ path, text }) => {
      if (!isShippedElement(path)) return undefined;
      const found = text.match(/\b(?:localStorage|sessionStorage|indexedDB|document\.cookie)\b/g) ?? [];
      const storage = found.find((name) => !memories.get(path)?.includes(name));
      return storage === undefined ? undefined : `mentions ${storage}`;
    },
  ),
  fileRule("no folder or file has a name that says nothing", ({ path }) =>
    vagueName.test(path) && path.startsWith("packages/") ? "has a name that says nothing" : undefined,
  ),
  fileRule(`no source file is longer than ${longestFile} lines without a reason`, ({ path, text }) => {
    if (!isSource(path) || longFiles.has(path)) return undefined;
    return lineCount(text) > longestFile ? `has ${lineCount(text)} lines` : undefined;
  }),
  {
    name: `few source files are shorter than ${shortFile} lines`,
    check(files) {
      const short = files.filter(({ path, text }) => isSource(path) && lineCount(text) < shortFile);
      if (short.length <= mostShortFiles) return [];
      return short.map(({ path, text }) => ({ path, detail: `has ${lineCount(text)} of ${short.length}` }));
    },
  },
  fileRule("nothing points outside the repository", ({ text }) => {
    const outside = [sharedFolder, workspaceFolder].find((folder) => text.includes(folder));
    return outside === undefined ? undefined : `mentions ${outside}`;
  }),
  fileRule("the lockfile names no registry", ({ path, text }) =>
    path === "pnpm-lock.yaml" && /https?:\/\/|tarball:/.test(text) ? "holds an address" : undefined,
  ),
];
