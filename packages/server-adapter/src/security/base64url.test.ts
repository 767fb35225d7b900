import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeBase64url, encodeBase64url } from "./base64url.ts";

describe("base64url", () => {
  it("writes any bytes as Node does, and reads them back", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const text = encodeBase64url(bytes);
        expect(text).toBe(Buffer.from(bytes).toString("base64url"));
        expect(Array.from(decodeBase64url(text) ?? [])).toEqual(Array.from(bytes));
      }),
    );
  });
});
