import type { Value } from "../checked-request.ts";

/** Orders the values of one column as SQLite and PostgreSQL do: nulls first, numbers by size, text by code point. */
export function compareValues(left: Value, right: Value): number {
  if (left === right) return 0;
  if (left === null) return -1;
  if (right === null) return 1;
  if (typeof left === "string" && typeof right === "string") return compareCodePoints(left, right);
  return left < right ? -1 : 1;
}

/** `<` compares UTF-16 units, which puts U+10000 and above before U+E000; UTF-8, and so the databases, does not. */
function compareCodePoints(left: string, right: string): number {
  const length = Math.min(left.length, right.length);
  for (let index = 0; index < length; index += 1) {
    const leftUnit = left.charCodeAt(index);
    const rightUnit = right.charCodeAt(index);
    if (leftUnit !== rightUnit) return rank(leftUnit) - rank(rightUnit);
  }
  return left.length - right.length;
}

function rank(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit;
}
