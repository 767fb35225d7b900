import { readFileSync } from "node:fs";
import { parseSync } from "oxc-parser";

const wildcard = "\u0000";

/** The names of the functions that take the title of a test first; `it.each(…)("…")` is a call of a call. */
const isTest = (callee: unknown): boolean =>
  hasType(callee, "Identifier")
    ? ["it", "test"].includes(String(callee["name"]))
    : hasType(callee, "MemberExpression")
      ? isTest(callee["object"])
      : hasType(callee, "CallExpression") && isTest(callee["callee"]);

function hasType(node: unknown, type: string): node is Record<string, unknown> {
  return typeof node === "object" && node !== null && "type" in node && node.type === type;
}

/** The text of a title, with a wildcard for what is filled in when it runs. */
function readTitle(node: unknown): string | undefined {
  if (hasType(node, "Literal") && typeof node["value"] === "string") return node["value"];
  if (!hasType(node, "TemplateLiteral") || !Array.isArray(node["quasis"])) return undefined;
  const texts = node["quasis"].map((quasi: unknown) => {
    const value = hasType(quasi, "TemplateElement") ? quasi["value"] : undefined;
    return typeof value === "object" && value !== null && "cooked" in value ? String(value.cooked) : "";
  });
  return texts.join(wildcard);
}

function visit(node: unknown, found: string[]): void {
  if (Array.isArray(node)) {
    for (const each of node) visit(each, found);
    return;
  }
  if (typeof node !== "object" || node === null) return;
  if (hasType(node, "CallExpression") && isTest(node["callee"]) && Array.isArray(node["arguments"])) {
    const title = readTitle(node["arguments"][0]);
    if (title !== undefined) found.push(title);
  }
  for (const value of Object.values(node)) visit(value, found);
}

const escaped = (text: string): string => text.replaceAll(/[$()*+.?[\\\]^{|}]/gu, "\\$&");

/** What the titles of a file's tests can read; `%s`, `$name` and what a template fills in stand for any text. */
export function readTitles(path: string): readonly RegExp[] {
  const found: string[] = [];
  visit(parseSync(path, readFileSync(path, "utf8")).program, found);
  return found.map((title) => {
    const parts = title.replaceAll(/%[sidj]|\$\w+/gu, wildcard).split(wildcard);
    return new RegExp(`^${parts.map(escaped).join(".+")}$`, "u");
  });
}
