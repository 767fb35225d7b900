import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { readSourceTexts } from "../manifest/source-texts.ts";
import { readSheets } from "./read-sheets.ts";

const packages = fileURLToPath(new URL("../../packages", import.meta.url));
const source = `${packages}/elements/src/`;

/** What the names that the sources build end in. */
const endings: Readonly<Record<string, readonly string[]>> = {
  "${type}": ["radio", "checkbox"],
  "date-${part}": ["date-day", "date-month", "date-year"],
  "icon-${name}": ["icon-arrow", "icon-newWindow", "icon-eye", "icon-closedEye", "icon-tick", "icon-dot"],
  "strength-${strength}": ["strength-weak", "strength-fair", "strength-strong"],
  'franceconnect-${place === 0 ? "act" : "name"}': ["franceconnect-act", "franceconnect-name"],
  "invalid${group}": ["invalid", "invalid-group"],
  "error${group}": ["error", "error-group"],
};

/** The names of classes, without `educonnect-`. */
export interface Names {
  /** What the sources put on elements. */
  readonly rendered: ReadonlySet<string>;
  /** What the sheets speak of. */
  readonly styled: ReadonlySet<string>;
}

/** Reads which classes the elements render and which their sheets style. */
export function readNames(): Names {
  const { definitions, eventTypes } = readSourceTexts(packages);
  const tagsAndEvents = new Set([...[...definitions.values()].map(({ tag }) => tag), ...eventTypes.keys()]);
  const rendered = new Set<string>();
  const paths = globSync("**/*.ts", { cwd: source, exclude: ["{define,strength,accessibility}/**"] });
  for (const path of paths.filter((each) => !/test\.ts$|-styles\.ts$/u.test(each))) {
    const code = readFileSync(source + path, "utf8")
      .replaceAll(/\/\*\*.*?\*\/|^import .*?;$/gmsu, "")
      .replaceAll(/\/\/.*$/gmu, "");
    const found = code.matchAll(
      /((?:class(?:Name)?[=:]|return) ?"|[\s"`<])educonnect-((?:[\w-]|\$\{[^}]*\})+)/gu,
    );
    for (const [, before = "", name = ""] of found) {
      const isOther = !/^(?:class|return|\s)/u.test(before) && tagsAndEvents.has(`educonnect-${name}`);
      if (!isOther && !name.includes("instances"))
        for (const each of endings[name] ?? [name]) rendered.add(each);
    }
  }
  const styled = [...readSheets().values()].flatMap((sheet) =>
    Array.from(sheet.matchAll(/\.educonnect-([\w-]+)/gu), ([, name = ""]) => name),
  );
  return { rendered, styled: new Set(styled) };
}
