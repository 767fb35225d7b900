import { isPlaceholderPhone, normalizePhoneTyping } from "@educonnect-activation/core";
import type { DirectoryRecords } from "@educonnect-activation/server-adapter";
import type { Directory } from "../directory/directory.ts";

const e164 = /^\+[1-9]\d{6,14}$/u;

/** The E.164 number of what a secretary typed; null for a placeholder or what is no number. */
function readMobile(typed: string | null): string | null {
  if (typed === null || isPlaceholderPhone(typed)) return null;
  const number = normalizePhoneTyping(typed);
  return e164.test(number) ? number : null;
}

/** Turns the generated directory into the records that the handler's store loads. */
export function toDirectoryRecords({ schools, people, links }: Directory): DirectoryRecords {
  return {
    schools: schools.map(({ id, name, phone, email, message }) => ({ id, name, phone, email, message })),
    people: people.map((person) => ({
      id: person.id,
      kind: person.kind,
      givenName: person.givenName,
      familyName: person.familyName,
      birthName: person.birthName,
      mobile: readMobile(person.mobile),
      email: person.email,
      birthDate: person.birthDate,
      schoolId: person.schoolId,
    })),
    links: links.toSorted((one, other) => one.position - other.position),
  };
}
