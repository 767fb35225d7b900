import { execFileSync } from "node:child_process";
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

  it("can be imported where there is neither a DOM nor anything of Node's, as in Deno and edge runtimes", () => {
    const script = `
      const { stdout } = process;
      for (const name of ["process", "Buffer", "global", "setImmediate", "navigator"]) delete globalThis[name];
      const { EduconnectActivation } = await import("@educonnect-activation/elements");
      await import("@educonnect-activation/elements/define/educonnect-activation");
      await import("@educonnect-activation/elements/define/portal");
      stdout.write(EduconnectActivation.name);
    `;
    const run = ["--conditions=educonnect-source", "--input-type=module", "--eval", script];
    const said = execFileSync(process.execPath, run, {
      cwd: new URL("..", import.meta.url),
      encoding: "utf8",
      stdio: ["ignore", "pipe", "pipe"],
    });
    expect(said).toBe("EduconnectActivation");
  });
});
