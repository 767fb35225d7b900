import { readMobile } from "@educonnect-activation/server-adapter";
import type { Directory, Person } from "../directory/directory.ts";

/** Finds the people whom a number (E.164) belongs to, as the schools have it. */
export type PhoneBook = (number: string) => readonly Person[];

/** Reads every mobile of a directory; those that no text reaches are left out. */
export function createPhoneBook({ people }: Directory): PhoneBook {
  const owners = new Map<string, Person[]>();
  for (const person of people) {
    const reading = person.mobile === null ? null : readMobile(person.mobile);
    if (reading?.ok !== true) continue;
    owners.set(reading.number, [...(owners.get(reading.number) ?? []), person]);
  }
  return (number) => owners.get(number) ?? [];
}

const callingCode = /^\+(33|32|262|590|594|596|681|687|689)(\d+)$/u;

/** Writes an E.164 number as it is read out: `+33 6 39 98 10 10`, `+262 692 70 15 46`. */
export function formatNumber(number: string): string {
  const [, code, rest] = callingCode.exec(number) ?? [];
  if (code === undefined || rest === undefined) return number;
  const first = rest.length % 2 === 0 ? 0 : code.length === 2 ? 1 : 3;
  const pairs = rest.slice(first).match(/.{2}/gu) ?? [];
  return [`+${code}`, rest.slice(0, first), ...pairs].filter((part) => part !== "").join("\u00A0");
}
