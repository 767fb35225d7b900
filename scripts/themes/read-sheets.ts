import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const source = fileURLToPath(new URL("../../packages/elements/src/", import.meta.url));

/** The text of every sheet of the elements, by its file. */
export function readSheets(): ReadonlyMap<string, string> {
  const paths = globSync("**/*.ts", { cwd: source }).filter((path) => !path.endsWith(".test.ts"));
  const sheets = paths.map((path) => {
    const found = readFileSync(source + path, "utf8").matchAll(/= css`(.*?)`/gsu);
    return [path, Array.from(found, ([, text = ""]) => text).join("\n")] as const;
  });
  return new Map(sheets.filter(([, sheet]) => sheet !== ""));
}

/** The values of every declaration of a sheet, each with its property. */
export function declarationsOf(sheet: string): (readonly [property: string, value: string])[] {
  return Array.from(
    sheet.matchAll(/(?:^|[{;])\s*([\w-]+)\s*:\s*([^;{}]+)(?=[;}])/gu),
    ([, property = "", value = ""]) => [property, value.trim()] as const,
  );
}
