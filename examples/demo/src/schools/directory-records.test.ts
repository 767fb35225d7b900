import { readMobile } from "@educonnect-activation/server-adapter";
import { describe, expect, test } from "vitest";
import { generateDirectory } from "../directory/generate-directory.ts";
import { toDirectoryRecords } from "./directory-records.ts";

describe.each(["demo", "other", "third"])("the records of the seed %s", (seed) => {
  const directory = generateDirectory(seed);
  const { people } = toDirectoryRecords(directory);

  test("hand the mobiles over as they were typed", () => {
    expect(people.map(({ mobile }) => mobile)).toEqual(directory.people.map(({ mobile }) => mobile));
  });

  test("have a mobile that a code can be sent to, but for the fixed line and the placeholder", () => {
    const unreadable = people.flatMap(({ familyName, mobile }) => {
      const reading = mobile === null ? null : readMobile(mobile);
      return reading?.ok === false ? [`${familyName}: ${reading.code}`] : [];
    });
    expect(unreadable.sort()).toEqual(["Deneux: phone_not_mobile", "Masson: phone_placeholder"]);
  });
});
