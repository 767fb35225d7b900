import { formatPhone } from "@educonnect-activation/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readMobile } from "./read-mobile.ts";

const read = (number: string) => ({ ok: true, number });
const refused = (code: string) => ({ ok: false, code });

/** Spellings of one French mobile number, given as its nine digits and its calling code. */
const spellings: readonly ((national: string, code: string) => string)[] = [
  (national) => `0${national}`,
  (national) => `0${national}`.replaceAll(/(\d\d)(?=\d)/g, "$1 "),
  (national) => `0${national}`.replaceAll(/(\d\d)(?=\d)/g, "$1."),
  (national, code) => `+${code}${national}`,
  (national, code) => `+${code} (0)${national}`,
  (national, code) => `+${code}0${national}`,
  (national, code) => `00${code}${national}`,
  (national, code) => `00 ${code} (0) ${national}`,
  (national, code) => `(+${code}) ${national}`,
  (national) => [...`0${national}`].map((digit) => String.fromCodePoint(0xff10 + Number(digit))).join(""),
  (national) => [...`0${national}`].map((digit) => String.fromCodePoint(0x0660 + Number(digit))).join(""),
];

describe("a mobile number", () => {
  it.each([
    ["06 12 34 56 78", "+33612345678"],
    ["07 61 23 45 67", "+33761234567"],
    ["0690 35 71 24", "+590690357124"],
    ["0691 22 34 56", "+590691223456"],
    ["0692 41 27 83", "+262692412783"],
    ["0693 10 34 56", "+262693103456"],
    ["0639 01 34 56", "+262639013456"],
    ["+262 639 01 34 56", "+262639013456"],
    ["0694 22 08 61", "+594694220861"],
    ["0696 43 17 52", "+596696431752"],
    ["0697 43 17 52", "+596697431752"],
    ["+687 75 12 34", "+687751234"],
    ["00 687 75.12.34", "+687751234"],
    ["+689 87 23 45 67", "+68987234567"],
    ["+681 82 12 34", "+681821234"],
    ["+508 55 12 34", "+508551234"],
    ["0032 470 12 34 56", "+32470123456"],
    ["+49 (0)151 12345678", "+4915112345678"],
    ["+212 6 12 34 56 78", "+212612345678"],
    ["+377 6 12 34 56 78", "+377612345678"],
    ["+1 202 555 0123", "+12025550123"],
  ])("%s is %s", (text, number) => {
    expect(readMobile(text)).toEqual(read(number));
  });

  it.each([
    ["0709 00 12 34", "+590709001234"],
    ["0709 10 12 34", "+596709101234"],
    ["0709 20 12 34", "+262709201234"],
    ["0709 30 12 34", "+594709301234"],
    ["0709 35 12 34", "+262709351234"],
    ["0708 40 12 34", "+508708401234"],
  ])("0708 and 0709 as libphonenumber says: %s is %s", (text, number) => {
    expect(readMobile(text)).toEqual(read(number));
  });

  it("belongs to the territory its digits say, whatever code was written", () => {
    expect(readMobile("+33 692 41 27 83")).toEqual(read("+262692412783"));
    expect(readMobile("+262 6 12 34 56 78")).toEqual(read("+33612345678"));
  });

  it.each(["06 39 98 00 12", "+33 6 39 98 00 12", "0033639980012", "+262 639 98 00 12"])(
    "may be fictitious: %s (ARCEP keeps 06 39 98)",
    (text) => {
      expect(readMobile(text)).toEqual(read("+33639980012"));
    },
  );
});

describe("what receives no code", () => {
  it.each([
    ["", "phone_empty"],
    ["  ", "phone_empty"],
    ["zéro six", "phone_not_digits"],
    ["+33612345678;ext=12", "phone_not_digits"],
    ["0000000000", "phone_placeholder"],
    ["06 66 66 66 66", "phone_placeholder"],
    ["+33 (0)6 00 00 00 00", "phone_placeholder"],
    ["06 12 34 56", "phone_too_short"],
    ["06 12 34 56 789", "phone_too_long"],
    ["75 12 34", "phone_too_short"],
    ["03 53 01 44 17", "phone_not_mobile"],
    ["0262 41 27 83", "phone_not_mobile"],
    ["09 72 34 56 78", "phone_not_mobile"],
    ["0899 12 34 56", "phone_not_mobile"],
    ["+32 2 555 12 12", "phone_not_mobile"],
    ["+44 845 012 3456", "phone_not_mobile"],
    ["+883 5100 12345", "phone_not_mobile"],
    ["+687 25 12 34", "phone_not_mobile"],
    ["0708 12 34 56", "phone_invalid"],
    ["06 90 00 00 00 1", "phone_too_long"],
    ["+32 470 12 34", "phone_too_short"],
    ["+32 470 12 34 56 78", "phone_too_long"],
    ["+999 213 456 780", "phone_invalid"],
    ["+44 7700 900123", "phone_invalid"],
  ])("%s: %s", (text, code) => {
    expect(readMobile(text)).toEqual(refused(code));
  });

  it.each(["+687 075 12 34", "+689 087 23 45 67", "+681 082 12 34"])(
    "%s: there is no trunk zero there",
    (text) => {
      expect(readMobile(text)).toMatchObject({ ok: false });
    },
  );
});

describe("a school elsewhere", () => {
  it.each([
    ["75 12 34", "NC", "+687751234"],
    ["87 23 45 67", "PF", "+68987234567"],
    ["82 12 34", "WF", "+681821234"],
    ["55 12 34", "PM", "+508551234"],
    ["0470 12 34 56", "BE", "+32470123456"],
    ["0692 41 27 83", "RE", "+262692412783"],
    ["0639 01 34 56", "YT", "+262639013456"],
    ["0690 35 71 24", "MF", "+590690357124"],
  ])("writes %s in %s and means %s", (text, region, number) => {
    expect(readMobile(text, region)).toEqual(read(number));
  });

  it.each(["FR", "NC", "PF", "WF", "PM", "GP", "MQ", "GF", "RE", "YT", "BE"])(
    "understands French and foreign numbers in %s as everywhere",
    (region) => {
      expect(readMobile("06 12 34 56 78", region)).toEqual(read("+33612345678"));
      expect(readMobile("0692 41 27 83", region)).toEqual(read("+262692412783"));
      expect(readMobile("+49 151 12345678", region)).toEqual(read("+4915112345678"));
      expect(readMobile("03 53 01 44 17", region)).toEqual(refused("phone_not_mobile"));
      expect(readMobile("77 77 77", region)).toEqual(refused("phone_placeholder"));
    },
  );

  it("must be somewhere", () => {
    expect(() => readMobile("06 12 34 56 78", "XX")).toThrow(TypeError);
    expect(() => readMobile("06 12 34 56 78", "fr")).toThrow(TypeError);
  });
});

describe("any number", () => {
  const territories = fc.constantFrom(
    ...(["33612", "33784", "262692", "262639", "590690", "594694", "596696", "596697"] as const).map(
      (start): readonly [string, string] => [start.slice(0, -3), start.slice(-3)],
    ),
  );

  it("is the same in every spelling", () => {
    fc.assert(
      fc.property(territories, fc.stringMatching(/^[0-9]{6}$/), ([code, start], rest) => {
        const national = `${start}${rest}`;
        const readings = spellings.map((spell) => JSON.stringify(readMobile(spell(national, code))));
        expect(new Set(readings).size).toBe(1);
      }),
      { numRuns: 300 },
    );
  });

  it("is read as itself once read, and as core writes it for people", () => {
    const text = fc.oneof(
      fc.stringMatching(/^0[67][0-9]{8}$/),
      fc.stringMatching(/^\+[1-9][0-9]{7,13}$/),
      fc.stringMatching(/^\+(68[179]|3[2469]|4[49]|21[236])[0-9]{6,10}$/),
      fc.string({ unit: "binary" }),
    );
    const region = fc.constantFrom("FR", "NC", "PF", "RE");
    fc.assert(
      fc.property(text, region, (typed, where) => {
        const reading = readMobile(typed, where);
        if (!reading.ok) return;
        expect(reading.number).toMatch(/^\+[1-9][0-9]{6,14}$/);
        expect(readMobile(reading.number)).toEqual(reading);
        expect(readMobile(reading.number, where)).toEqual(reading);
        expect(readMobile(formatPhone(reading.number))).toEqual(reading);
      }),
      { numRuns: 1500 },
    );
  });
});
