import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { createManifest } from "./create-manifest.ts";
import { createTypings } from "./framework-typings.ts";

const folder = new URL("../../packages/elements/typings/", import.meta.url);

it.each(Object.entries(createTypings(createManifest())))(
  "has %s as the elements are now: `pnpm manifest`",
  (name, text) => {
    expect(readFileSync(new URL(name, folder), "utf8")).toBe(text);
  },
);
