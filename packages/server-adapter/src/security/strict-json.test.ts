import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseJsonObject } from "./strict-json.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const refused = expect.objectContaining({ code: "request_malformed" });

describe("a JSON body", () => {
  it.each([
    ["a colon in a string", '{"a":"b:c"}'],
    ["a quote and a backslash in a string", String.raw`{"a":"\\","b":"\":\""}`],
    ["the same name in two objects", '{"a":{"x":1},"b":[{"x":1},{"x":2}]}'],
    ["names apart by case or accent form", '{"é":1,"e\\u0301":2,"E":3}'],
    ["names that objects have by nature", '{"constructor":1,"toString":2}'],
    ["an escaped pair", String.raw`{"a":"\ud83d\ude00"}`],
    ["white space of every JSON kind", '\t\r\n {"a" :\n1}'],
    ["an empty object", "{}"],
  ])("may have %s", (_name, text) => {
    expect(parseJsonObject(bytes(text))).toEqual(JSON.parse(text));
  });

  it.each([
    ["nothing", ""],
    ["an array", "[]"],
    ["null", "null"],
    ["a text", '"a"'],
    ["what was cut short", '{"a":'],
    ["two values", "{}{}"],
    ["a comment", "{}//"],
    ["a name twice (RFC 8259, 4)", '{"a":1,"a":2}'],
    ["a name twice, once escaped", String.raw`{"a":1,"\u0061":2}`],
    ["a name twice deep inside an array", '{"a":[[{"b":1,"b":1}]]}'],
    ["a name twice beside strings full of colons", String.raw`{"a":"::\":","b":":\\","a":""}`],
    ["an empty name twice", '{"":1,"":2}'],
    ["__proto__", '{"__proto__":{"isAdmin":true}}'],
    ["__proto__ escaped", String.raw`{"_\u005fproto__":1}`],
    ["__proto__ deep inside", '{"a":[{"__proto__":null}]}'],
    ["U+0000", String.raw`{"a":"\u0000"}`],
    ["U+0000 in a name", String.raw`{"\u0000":1}`],
    ["a lone high surrogate", String.raw`{"a":"\ud83d"}`],
    ["a lone low surrogate in a name", String.raw`{"\ude00":1}`],
    ["surrogates the wrong way round", String.raw`{"a":"\ude00\ud83d"}`],
    ["nine levels", `{"a":${"[".repeat(9)}${"]".repeat(9)}}`],
    ["tens of thousands of levels", `{"a":${"[".repeat(30_000)}${"]".repeat(30_000)}}`],
    ["a byte order mark (RFC 8259, 8.1)", "\ufeff{}"],
  ])("ASVS 1.5.3 may not be or have %s", (_name, text) => {
    expect(() => parseJsonObject(bytes(text))).toThrow(refused);
  });

  it.each([
    ["a byte that begins nothing", [0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]],
    ["an overlong form", [0x7b, 0x22, 0xc0, 0xaf, 0x22, 0x3a, 0x31, 0x7d]],
    ["a surrogate", [0x7b, 0x22, 0xed, 0xa0, 0x80, 0x22, 0x3a, 0x31, 0x7d]],
    ["UTF-16", [0x7b, 0x00, 0x7d, 0x00]],
  ])("ASVS 1.5.3 is not read from %s in the place of UTF-8", (_name, body) => {
    expect(() => parseJsonObject(new Uint8Array(body))).toThrow(refused);
  });

  it("comes back as it was, whatever its strings", () => {
    const text = fc.string({ unit: "binary" }).filter((value) => !value.includes("\0"));
    const name = text.filter((value) => value !== "__proto__");
    const leaf = fc.oneof(text, fc.integer(), fc.boolean(), fc.constant(null));
    const tree = fc.dictionary(name, fc.oneof(leaf, fc.array(fc.dictionary(name, leaf))), {
      noNullPrototype: true,
    });
    fc.assert(
      fc.property(tree, (value) => {
        expect(parseJsonObject(bytes(JSON.stringify(value)))).toEqual(value);
      }),
    );
  });

  it("is refused whatever name stands twice", () => {
    const name = fc.string({ unit: "binary" }).filter((value) => !value.includes("\0"));
    fc.assert(
      fc.property(name, name, (repeated, value) => {
        const member = `${JSON.stringify(repeated)}:${JSON.stringify(value)}`;
        expect(() => parseJsonObject(bytes(`{${member},${member}}`))).toThrow(refused);
      }),
    );
  });

  it("is read in time that grows with its length alone", () => {
    const text = `{"a":"${String.raw`\"`.repeat(30_000)}"}`;
    expect(parseJsonObject(bytes(text))).toEqual({ a: '"'.repeat(30_000) });
  });
});
