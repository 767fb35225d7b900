import fc from "fast-check";
import { describe, expect, it } from "vitest";

import {
  findPhoneTypingIssue,
  formatPhone,
  isPlaceholderPhone,
  maskPhone,
  normalizePhoneTyping,
} from "./phone.ts";

describe("normalizePhoneTyping", () => {
  it.each([
    "0612345678",
    "06 12 34 56 78",
    "06.12.34.56.78",
    "06-12-34-56-78",
    "06\u00a012\u202f34 56 78",
    "06/12/34/56/78",
    "(06) 12 34 56 78",
    "+33612345678",
    "+33 6 12 34 56 78",
    "+33(0)6 12 34 56 78",
    "+33 (0) 6 12 34 56 78",
    "+330612345678",
    "0033612345678",
    "00 33 6 12 34 56 78",
    "0033(0)612345678",
    "00330612345678",
    "(+33) 6 12 34 56 78",
    "(0033) 6 12 34 56 78",
    "(33) 6 12 34 56 78",
    "０６１２３４５６７８",
    "＋３３ ６ １２ ３４ ５６ ７８",
    "٠٦١٢٣٤٥٦٧٨",
    "\u202a+33 6 12 34 56 78\u202c",
  ])("turns %j into +33", (text) => {
    expect(normalizePhoneTyping(text)).toBe("+33612345678");
  });

  it.each([
    ["0690 12 34 56", "+590690123456"],
    ["0691 12 34 56", "+590691123456"],
    ["0692 12 34 56", "+262692123456"],
    ["0693 12 34 56", "+262693123456"],
    ["0639 12 34 56", "+262639123456"],
    ["0694 12 34 56", "+594694123456"],
    ["0696 12 34 56", "+596696123456"],
    ["0697 12 34 56", "+596697123456"],
    ["0262 12 34 56", "+262262123456"],
    ["0269 12 34 56", "+262269123456"],
    ["0708 12 34 56", "+33708123456"],
    ["+262 0692 12 34 56", "+262692123456"],
    ["+262(0)692 12 34 56", "+262692123456"],
    ["00 596 (0)696 12 34 56", "+596696123456"],
    ["+33 6 92 12 34 56", "+33692123456"],
    ["+687 75 12 34", "+687751234"],
    ["+689 087 12 34", "+6890871234"],
    ["00681 82 12 34", "+681821234"],
    ["+49 (0)151 12345678", "+4915112345678"],
  ])("keeps the territory of %s", (text, number) => {
    expect(normalizePhoneTyping(text)).toBe(number);
  });

  it.each([
    ["", ""],
    ["06 12", "0612"],
    ["061234567", "061234567"],
    ["06123456789", "06123456789"],
    ["75 12 34", "751234"],
    ["0000000000", "0000000000"],
    ["06 12 34 56 7x", "061234567x"],
    ["06+12", "06+12"],
  ])("does not guess %j", (text, number) => {
    expect(normalizePhoneTyping(text)).toBe(number);
  });

  it("is idempotent for anything typed", () => {
    const sign = fc.constantFrom(..."0123456789+().- 06", "00", "+33", "(0)", "٦", "x");
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: sign }), fc.string({ unit: "binary" })), (text) => {
        const number = normalizePhoneTyping(text);
        expect(normalizePhoneTyping(number)).toBe(number);
      }),
      { numRuns: 2000 },
    );
  });

  it("does not depend on how digits are grouped", () => {
    const separator = fc.constantFrom("", " ", ".", "-", "\u00a0");
    fc.assert(
      fc.property(
        fc.stringMatching(/^0[1-9][0-9]{8}$/),
        fc.array(separator, { minLength: 10, maxLength: 10 }),
        (number, gaps) => {
          const typed = [...number].map((digit, index) => digit + (gaps[index] ?? "")).join("");
          expect(normalizePhoneTyping(typed)).toBe(normalizePhoneTyping(number));
        },
      ),
    );
  });
});

describe("findPhoneTypingIssue", () => {
  it.each([
    "06 12 34 56 78",
    "07 12 34 56 78",
    "0692 12 34 56",
    "+33 7 12 34 56 78",
    "+687 75 12 34",
    "+32 470 12 34 56",
  ])("finds no mistake in %s", (text) => {
    expect(findPhoneTypingIssue(text)).toBeUndefined();
  });

  it.each([
    ["", "phone_empty"],
    ["  ", "phone_empty"],
    ["+", "phone_empty"],
    ["zéro six", "phone_not_digits"],
    ["06 12 34 56 7O", "phone_not_digits"],
    ["06+12345678", "phone_not_digits"],
    ["0000000000", "phone_placeholder"],
    ["06 12 34 56 7", "phone_too_short"],
    ["+33 6 12 34 56 7", "phone_too_short"],
    ["+262 692 12 34", "phone_too_short"],
    ["+687 75", "phone_too_short"],
    ["75 12 34", "phone_too_short"],
    ["06 12 34 56 789", "phone_too_long"],
    ["+33 6 12 34 56 789", "phone_too_long"],
    ["+49 12345678901234", "phone_too_long"],
    ["+687 751", "phone_too_short"],
    ["612345678", "phone_too_short"],
    ["01 42 34 56 78", "phone_not_mobile"],
    ["+33 1 42 34 56 78", "phone_not_mobile"],
    ["0262 12 34 56", "phone_not_mobile"],
    ["09 72 34 56 78", "phone_not_mobile"],
    ["6123456785", "phone_not_mobile"],
  ])("answers %j with %s", (text, issue) => {
    expect(findPhoneTypingIssue(text)).toBe(issue);
  });
});

describe("isPlaceholderPhone", () => {
  it.each([
    "0000000000",
    "00 00 00 00 00",
    "0600000000",
    "0700000000",
    "06 66 66 66 66",
    "0666666666",
    "+33600000000",
  ])("recognises %s as a placeholder", (text) => {
    expect(isPlaceholderPhone(text)).toBe(true);
  });

  it.each(["1111111111", "0123456789", "123456789", "+330000000000", "+262000000000", "+687000000"])(
    "recognises %s as a placeholder",
    (text) => {
      expect(isPlaceholderPhone(text)).toBe(true);
    },
  );

  it.each(["0612345678", "0606060606", "0600000001", "+687751234", "", "abc", "17"])("accepts %j", (text) => {
    expect(isPlaceholderPhone(text)).toBe(false);
  });
});

describe("formatPhone", () => {
  it.each([
    ["+33612345678", "06 12 34 56 78"],
    ["+262692123456", "0692 12 34 56"],
    ["+590690123456", "0690 12 34 56"],
    ["+687751234", "+687 75 12 34"],
    ["+32470123456", "+32 470 12 34 56"],
    ["+12025550123", "+1 20 25 55 01 23"],
    ["+352621123456", "+352 621 12 34 56"],
  ])("writes %s", (number, written) => {
    expect(formatPhone(number)).toBe(written);
  });

  it.each(["", "0612345678", "+0612345678", "+33 612345678", "+1234567890123456"])("refuses %j", (number) => {
    expect(() => formatPhone(number)).toThrow(TypeError);
  });

  it("writes what normalizePhoneTyping can read again", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^0[67][0-9]{8}$/), (national) => {
        const number = normalizePhoneTyping(national);
        expect(normalizePhoneTyping(formatPhone(number))).toBe(number);
      }),
    );
  });
});

describe("maskPhone", () => {
  it.each([
    ["+33612345612", "+33 •• •• •• 12"],
    ["+262692123456", "+262 •• •• •• 56"],
    ["+687751234", "+687 •• •• •• 34"],
    ["0612345612", "•• •• •• ••"],
    ["", "•• •• •• ••"],
  ])("masks %j as %s", (number, masked) => {
    expect(maskPhone(number)).toBe(masked);
  });

  it("reveals nothing except the calling code and the last two digits", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9]{3,9}$/), fc.stringMatching(/^[0-9]{3,9}$/), (one, other) => {
        expect(maskPhone(`+336${one}42`)).toBe(maskPhone(`+336${other}42`));
      }),
    );
  });
});
