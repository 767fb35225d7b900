import { describe, expect, it } from "vitest";
import { webRandom } from "./random.ts";

describe("webRandom (ASVS 11.5.1)", () => {
  it.each([0, 1, 16, 4_096, 4_097, 200_000])("gives %i bytes", (byteLength) => {
    expect(webRandom(byteLength)).toHaveLength(byteLength);
  });

  it("never gives the same bytes twice, nor zeros", () => {
    const draws = Array.from({ length: 2_000 }, () => Buffer.from(webRandom(16)).toString("hex"));
    expect(new Set(draws).size).toBe(draws.length);
    expect(draws).not.toContain("0".repeat(32));
  });

  it("gives bytes that are the caller's alone", () => {
    const bytes = webRandom(16);
    const copy = bytes.slice();
    for (let count = 0; count < 600; count += 1) webRandom(16);
    expect(bytes).toEqual(copy);
    expect(new Set(Array.from({ length: 50 }, () => webRandom(1).buffer))).toHaveProperty("size", 50);
  });
});
