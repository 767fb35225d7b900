import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseForm } from "./form.ts";

const read = (text: string) => parseForm(new TextEncoder().encode(text));

describe("a form's fields (WHATWG URL, 5.1)", () => {
  it("come back from what browsers write, whatever they hold", () => {
    const text = fc
      .string({ unit: "grapheme", minLength: 1 })
      .filter((value) => value.isWellFormed() && !value.includes("\0") && value !== "__proto__");
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.tuple(text, text), { selector: ([name]) => name, maxLength: 8 }),
        (fields) => {
          expect(Object.entries(read(new URLSearchParams(fields).toString())).sort()).toEqual(
            Object.entries(Object.fromEntries(fields)).sort(),
          );
        },
      ),
    );
  });

  it("are none in an empty body", () => {
    expect(read("")).toEqual({});
  });

  it.each([
    "a=1&a=2",
    "__proto__=1",
    "a",
    "=1",
    "a=%",
    "a=%zz",
    "a=%00",
    "a=%ff",
    "a=1&&b=2",
    Array.from({ length: 101 }, (_, index) => `f${index}=1`).join("&"),
  ])("are refused where parsers disagree: %s", (text) => {
    expect(() => read(text)).toThrow(expect.objectContaining({ code: "request_malformed" }));
  });

  it("are refused in bytes that are no UTF-8", () => {
    expect(() => parseForm(new Uint8Array([97, 61, 0xff]))).toThrow(
      expect.objectContaining({ code: "request_malformed" }),
    );
  });
});
