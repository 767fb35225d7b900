import { describe, expect, it } from "vitest";
import { formatMessage } from "./format-message.ts";

describe("formatMessage", () => {
  it("fills in given values, and no members that every object has", () => {
    expect(formatMessage("{name} {constructor}{toString}{missing}", { name: "Claire" }, "en")).toBe(
      "Claire ",
    );
    expect(formatMessage("{toString}", { toString: "given" }, "en")).toBe("given");
  });
});
