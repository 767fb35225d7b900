import { isSamePersonName, matchesPartialBirthDate } from "@educonnect-activation/core";
import type { Child } from "../ports/directory.ts";
import type { FranceConnectIdentity } from "../ports/france-connect.ts";

/** Nobody is a legal guardian of somebody born so few years after them (decisions/0053). */
const leastYearsBetween = 12;

const isDateInPart = (text: string): boolean => matchesPartialBirthDate(text, text);

/** The last day that a date with `00` parts may be; no calendar is needed to compare it. */
const lastOf = (date: string) => date.replace(/-00-00$/, "-12-31").replace(/-00$/, "-31");

function addYears(date: string, years: number): string {
  return `${String(Number(date.slice(0, 4)) + years).padStart(4, "0")}${date.slice(4)}`;
}

/**
 * Whether somebody is, or may be, too young to be a child's guardian: born after the child, with it, or less than 12 years before.
 *
 * @param civil as civil status gives it; of what is `00` the last day counts.
 * @param childs as the school recorded it; of what is `00` the first.
 */
export function mayBeTooYoung(civil: string | null, childs: string | null): boolean {
  if (civil === null || childs === null || !isDateInPart(civil) || !isDateInPart(childs)) return false;
  return addYears(lastOf(civil), leastYearsBetween) > childs;
}

type CivilIdentity = Pick<
  FranceConnectIdentity,
  "givenName" | "familyName" | "preferredUsername" | "birthDate"
>;

/** Whether an identity is, or may be, the child's own: the same names, and no other birth date. */
export function mayBeChildsOwn(
  { givenName, familyName, preferredUsername, birthDate }: CivilIdentity,
  child: Pick<Child, "givenName" | "familyName" | "birthDate">,
): boolean {
  const isNamed = [familyName, preferredUsername ?? familyName].some((name) =>
    isSamePersonName({ givenName, familyName: name }, child),
  );
  if (!isNamed) return false;
  const dates = [birthDate ?? "", child.birthDate ?? ""] as const;
  return !dates.every(isDateInPart) || matchesPartialBirthDate(...dates);
}
