import type { DirectoryRecords } from "@educonnect-activation/server-adapter";
import type { Directory } from "../directory/directory.ts";

/** Turns the generated directory into the records that the handler's store loads, mobiles as the secretaries typed them. */
export function toDirectoryRecords({ schools, people, guardianships }: Directory): DirectoryRecords {
  return {
    schools: schools.map(({ id, name, phone, email, message }) => ({ id, name, phone, email, message })),
    people: people.map((person) => ({
      id: person.id,
      kind: person.kind,
      givenName: person.givenName,
      familyName: person.familyName,
      birthName: person.birthName,
      mobile: person.mobile,
      email: person.email,
      birthDate: person.birthDate,
      schoolId: person.schoolId,
    })),
    guardianships: guardianships.toSorted((one, other) => one.position - other.position),
  };
}
