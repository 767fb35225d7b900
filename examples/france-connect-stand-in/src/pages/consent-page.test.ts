import { expect, test } from "vitest";
import { describeBirthDate } from "./consent-page.ts";

test.each([
  ["1985-07-09", "le 9 juillet 1985"],
  ["1985-01-01", "le 1er janvier 1985"],
  ["1985-07-00", "en juillet 1985"],
  ["1985-00-00", "en 1985"],
])("%s is said as « %s »", (date, text) => {
  expect(describeBirthDate(date)).toBe(text);
});
