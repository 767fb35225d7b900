import { describe, expect, it } from "vitest";
import { formatMessage } from "./format-message.ts";

describe("formatMessage", () => {
  it("fills in what it is given, and nothing that every object has", () => {
    expect(formatMessage("{name} {constructor}{toString}{missing}", { name: "Claire" }, "en")).toBe(
      "Claire ",
    );
    expect(formatMessage("{toString}", { toString: "given" }, "en")).toBe("given");
  });
});
