import { core, elements, isShipped, isShippedIn } from "../places.ts";
import { fileRule, type Rule } from "../rule.ts";

const longestFile = 400;
const vagueName = /(?:^|\/)(?:utils?|helpers?|misc|common)(?:\/|\.ts$)/;
const isShippedCore = isShippedIn(core);
const isShippedElement = isShippedIn(elements);

// Assembled, so that this file does not break its own rule.
const sharedFolder = ["..", "shared"].join("/");
const workspaceFolder = ["", "work", ""].join("/");

/** The places that keep anything where the person asks for it, and how: three ids (docs/decisions/0048), a language (0063). */
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
    "elements store nothing in the browser but the portal's choice and the language",
    ({ path, text }) => {
      if (!isShippedElement(path)) return undefined;
      const found = text.match(/\b(?:localStorage|sessionStorage|indexedDB|document\.cookie)\b/g) ?? [];
      const storage = found.find((name) => !memories.get(path)?.includes(name));
      return storage === undefined ? undefined : `mentions ${storage}`;
    },
  ),
  fileRule("no folder or file is named after nothing", ({ path }) =>
    vagueName.test(path) && path.startsWith("packages/") ? "has a name that says nothing" : undefined,
  ),
  fileRule(`no source file is longer than ${longestFile} lines`, ({ path, text }) => {
    if (!isShipped(path) || !path.endsWith(".ts") || path.endsWith(".generated.ts")) return undefined;
    const lines = text.split("\n").length - 1;
    return lines > longestFile ? `has ${lines} lines` : undefined;
  }),
  fileRule("nothing points outside the repository", ({ text }) => {
    const outside = [sharedFolder, workspaceFolder].find((folder) => text.includes(folder));
    return outside === undefined ? undefined : `mentions ${outside}`;
  }),
  fileRule("the lockfile names no registry", ({ path, text }) =>
    path === "pnpm-lock.yaml" && /https?:\/\/|tarball:/.test(text) ? "holds an address" : undefined,
  ),
];
