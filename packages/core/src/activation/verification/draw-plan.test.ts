import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { writeMachineDocument } from "../../../data-scripts/activation-machine-document.ts";
import { defaultPlans } from "../plan.ts";
import { drawPlan } from "./draw-plan.ts";

describe("drawPlan", () => {
  it("draws where each event leads", () => {
    const lines = drawPlan(defaultPlans.pupil).split("\n");
    expect(lines[0]).toBe("stateDiagram-v2");
    expect(lines).toContain("  [*] --> password");
    expect(lines).toContain("  birthDate_locked --> birthDate: lock over");
    expect(lines).toContain("  email --> completed: emailSubmitted, emailSkipped");
    expect(lines).toContain("  completed --> finished: servicesRequested");
    expect(lines).toContain("  finished --> [*]");
  });

  it("never draws a way from a lock to an answer", () => {
    for (const plan of Object.values(defaultPlans)) {
      expect(drawPlan(plan)).not.toMatch(/_locked --> .*Matched/);
    }
  });

  it("is what the docs show (else run `pnpm --filter @educonnect-activation/core draw-machine`)", () => {
    const page = readFileSync(new URL("../../../../../docs/activation-machine.md", import.meta.url), "utf8");
    expect(page).toBe(writeMachineDocument());
  });
});
