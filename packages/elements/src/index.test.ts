import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

describe("the entry points where there is no DOM", () => {
  it("give the classes and register nothing", async () => {
    const elements = await import("./index.ts");
    expect(elements.EduconnectActivation.name).toBe("EduconnectActivation");
    expect(globalThis.customElements?.get("educonnect-activation")).toBeUndefined();
    expect(globalThis.customElements?.get("educonnect-login")).toBeUndefined();
  });

  it("can all be imported", async () => {
    const { exports }: { exports: Record<string, string | { "educonnect-source": string }> } = JSON.parse(
      readFileSync(new URL("../package.json", import.meta.url), "utf8"),
    );
    for (const conditions of Object.values(exports)) {
      // A text names a file without code: typings, the manifest.
      if (typeof conditions === "string") continue;
      const { "educonnect-source": source } = conditions;
      await expect(
        import(new URL(`.${source}`, new URL("../src/", import.meta.url)).href),
      ).resolves.toBeDefined();
    }
  });
});
