import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { readRepository } from "./read-repository.ts";
import { rules } from "./rules.ts";

const files = readRepository(fileURLToPath(new URL("..", import.meta.url)));

describe("architecture", () => {
  it.each(rules)("$name", (rule) => {
    const violations = rule.check(files).map(({ path, detail }) => `${path} ${detail}`);
    expect(violations).toEqual([]);
  });

  it("is checked on the real files", () => {
    expect(files.length).toBeGreaterThan(50);
  });
});
