import { fileURLToPath } from "node:url";
import { analyzeSources } from "./analyze-sources.ts";
import type { ElementsManifest } from "./elements-manifest.ts";
import { publishManifest } from "./publish-manifest.ts";
import { readSourceTexts } from "./source-texts.ts";
import { colorTokens, sizeTokens, tokenDescriptions } from "../../packages/elements/src/theme/tokens.ts";

const packages = fileURLToPath(new URL("../../packages", import.meta.url));

/** The manifest of the elements as their sources are now; takes a second or two. */
export function createManifest(): ElementsManifest {
  const colors = Object.entries(colorTokens).map(([name, [light, dark]]) => [
    name,
    `light-dark(${light}, ${dark})`,
  ]);
  const defaults: Readonly<Record<string, string>> = { ...Object.fromEntries(colors), ...sizeTokens };
  const tokens = Object.entries(tokenDescriptions).map(([name, description]) => ({
    name: `--educonnect-${name}`,
    description,
    default: defaults[name] ?? "",
  }));
  return publishManifest(analyzeSources(`${packages}/elements`), readSourceTexts(packages), tokens);
}
