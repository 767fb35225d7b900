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
