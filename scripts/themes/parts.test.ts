import { beforeAll, describe, expect, it } from "vitest";
import { createManifest } from "../manifest/create-manifest.ts";
import { elementsOf } from "../manifest/elements-manifest.ts";
import { internalNames } from "./internal-names.ts";
import { readNames } from "./read-names.ts";

const { rendered, styled } = readNames();

describe("the classes that the elements render", () => {
  let documented: ReadonlySet<string>;

  beforeAll(() => {
    const parts = elementsOf(createManifest()).flatMap(({ cssParts }) => cssParts.map(({ name }) => name));
    documented = new Set(parts);
  }, 60_000);

  it("are all found", () => {
    expect(rendered.size).toBeGreaterThan(80);
    expect([...rendered]).toEqual(
      expect.arrayContaining(["heading", "button-primary", "date-year", "invalid"]),
    );
    expect([...rendered].filter((name) => name.includes("$"))).toEqual([]);
  });

  it("are each documented as a part, or declared the kit's own business", () => {
    const unsaid = [...rendered].filter((name) => !documented.has(name) && !internalNames.has(name));
    expect(unsaid).toEqual([]);
    expect([...internalNames].filter((name) => documented.has(name) || !rendered.has(name))).toEqual([]);
  });

  it("are rendered somewhere, if they are documented", () => {
    expect([...documented].filter((name) => !rendered.has(name))).toEqual([]);
  });

  it("are rendered somewhere, if a sheet speaks of them", () => {
    expect([...styled].filter((name) => !rendered.has(name))).toEqual([]);
  });
});
