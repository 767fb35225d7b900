import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";

const names = readdirSync(import.meta.dirname).filter((name) => !/^define-element|\.test\.ts$/u.test(name));

describe("define modules, where there is no DOM", () => {
  it.each(names)("%s can be imported", async (name) => {
    await expect(import(`./${name}`)).resolves.toBeDefined();
  });
});
