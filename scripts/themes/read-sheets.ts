import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const source = fileURLToPath(new URL("../../packages/elements/src/", import.meta.url));

/** The text of every sheet of the elements, by its file. */
export function readSheets(): ReadonlyMap<string, string> {
  const paths = globSync("**/*-styles.ts", { cwd: source });
  return new Map(
    paths.map((path) => [
      path,
      Array.from(readFileSync(source + path, "utf8").matchAll(/css`(.*?)`/gsu), ([, text = ""]) => text).join(
        "\n",
      ),
    ]),
  );
}

/** The values of every declaration of a sheet, each with its property. */
export function declarationsOf(sheet: string): (readonly [property: string, value: string])[] {
  return Array.from(
    sheet.matchAll(/(?:^|[{;])\s*([\w-]+)\s*:\s*([^;{}]+)(?=[;}])/gu),
    ([, property = "", value = ""]) => [property, value.trim()] as const,
  );
}
