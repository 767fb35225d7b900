import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";

const run = promisify(execFile);

describe("the entry points where there is no DOM", () => {
  // In a process of its own: the tests share theirs, and others register elements there.
  it("give the classes and register nothing", async () => {
    const index = new URL("index.ts", import.meta.url).href;
    const { stdout } = await run(process.execPath, [
      "--conditions=educonnect-source",
      "--input-type=module",
      "--eval",
      `const { EduconnectActivation } = await import(${JSON.stringify(index)});
      const registered = ["educonnect-activation", "educonnect-login"].map((name) => customElements?.get(name) ?? null);
      console.log(JSON.stringify([EduconnectActivation.name, ...registered]));`,
    ]);
    expect(JSON.parse(stdout)).toEqual(["EduconnectActivation", null, null]);
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
