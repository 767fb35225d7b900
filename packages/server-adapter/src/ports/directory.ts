import type { SchoolContact } from "@educonnect-activation/core";

/** Somebody the directory knows. */
export interface Person {
  readonly id: string;
  readonly kind: "guardian" | "pupil";
  readonly givenName: string;
  readonly familyName: string;
  /** Null when it is the same as the family name, or unknown. */
  readonly birthName: string | null;
}

/**
 * What a guardian is to a child, as the school's file says it.
 *
 * `representative` has parental authority (a "représentant légal"); `inCharge` looks after the child without it ("personne en charge"); `contact`
 * is only to be called; `unknown` is what an importer could not read. School files write digits whose sense depends on their
 * generation (of rank 2, older ones mean a representative, those since 2018 a person in charge), so an importer decides, and no digit is kept.
 */
export type GuardianshipMeaning = "representative" | "inCharge" | "contact" | "unknown";

/** A child of whom a guardian is legal representative. */
export interface Child {
  /**
   * Reaches the browser of whoever has proved to be the guardian, so better none that means anything elsewhere; somebody who may only
   * be of the guardian's name gets another, made for the flow. At most 64 characters.
   */
  readonly id: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly school: string;
  readonly schoolId: string | null;
  /** ISO calendar date; null when the school has not recorded it. */
  readonly birthDate: string | null;
}

/** Names as somebody types them, or as FranceConnect gives them. */
export interface NameToFind {
  /** One or several given names; empty for a person who has none. */
  readonly givenName: string;
  /** Birth name or usage name. */
  readonly familyName: string;
}

/**
 * Who is the legal representative of whom: the school's word, and the only thing that grants anything.
 *
 * Reads only; a directory that lives elsewhere is asked at each step, so a guardianship withdrawn there is withdrawn here.
 *
 * Strangers choose what `findByMobile`, `findGuardiansByName`, `isRepresentative`, `findMobile` and `findBirthDate` are asked. An
 * implementation does the same work, in kind and number of reads, whether the answer is nobody, one or several; else the time it
 * takes tells who is known.
 *
 * @throws {StoreUnavailableError} from any method while the directory can't be reached.
 */
export interface Directory {
  findPerson(personId: string): Promise<Person | null>;
  /**
   * Everybody recorded with a mobile number, guardians and pupils alike, in one look-up; in no order, nobody twice.
   *
   * @param mobile in E.164, as `readMobile` gives it; the directory's own spelling never matters.
   */
  findByMobile(mobile: string): Promise<readonly Person[]>;
  /**
   * The guardians whose names are those given by `isSamePersonName` of core, whatever they are to a child; in no order, nobody twice.
   *
   * A directory may bound how many it considers, but never so that one is left of several: at the bound, all that it returns are still
   * more than one, or none.
   */
  findGuardiansByName(name: NameToFind): Promise<readonly Person[]>;
  /** Whether somebody is a legal representative of any child today; one read, whoever is asked after. */
  isRepresentative(personId: string): Promise<boolean>;
  /** The mobile number to which a code can be sent, in E.164; null when none is recorded, or one that receives no text. */
  findMobile(personId: string): Promise<string | null>;
  /** Whom a person can ask: a pupil's school, and for a guardian the school of the first child. */
  findContact(personId: string): Promise<SchoolContact | null>;
  /** « Message de l'établissement » of the school that `findContact` names; null when there is none. */
  findMessage(personId: string): Promise<string | null>;
  /** The children of whom the guardian is a legal representative today, in the order they are to be shown. */
  findChildren(guardianId: string): Promise<readonly Child[]>;
  /** A pupil's or a guardian's own birth date (ISO), or null when it is not recorded. */
  findBirthDate(personId: string): Promise<string | null>;
  /** The ids of everybody who is a legal representative of the child today. */
  findGuardians(childId: string): Promise<readonly string[]>;
}
