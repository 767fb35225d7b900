import { describe, expect, it } from "vitest";
import { createProof, isAsStrongAs, readProofs, writeProofs } from "./proof.ts";

describe("proofs", () => {
  const proofs = [createProof("letter", "claire", 10), createProof("smsCode", "claire", 20)];

  it("come back from their text as they were, and the text names nobody", () => {
    expect(readProofs(writeProofs(proofs), "claire")).toEqual(proofs);
    expect(writeProofs(proofs)).not.toContain("claire");
  });

  it("leave out what a later version of the kit wrote", () => {
    expect(readProofs('[["letter",10],["retina",20],"odd",["smsCode","soon"]]', "claire")).toEqual([
      proofs[0],
    ]);
    expect(readProofs("{}", "claire")).toEqual([]);
  });

  it("are compared by strength", () => {
    expect(isAsStrongAs("single", "weak")).toBe(true);
    expect(isAsStrongAs("single", "single")).toBe(true);
    expect(isAsStrongAs("single", "strong")).toBe(false);
  });
});
