import { personNameKeys } from "@educonnect-activation/core";
import { systemClock, type Clock } from "../ports/clock.ts";
import { untilCommitted } from "../ports/contention.ts";
import type {
  DirectoryWriter,
  GuardianshipKey,
  GuardianshipRecord,
  PersonRecord,
  SchoolRecord,
  UpsertCounts,
  WithdrawalCounts,
} from "../ports/directory-writer.ts";
import type { Change, Store } from "../ports/store.ts";
import type { Tables } from "../ports/tables.ts";
import { VaultError, type Place, type Vault } from "../security/vault.ts";
import { checkRegion, readMobile } from "./read-mobile.ts";
import { birthDatePlace, emailPlace, mobilePlace, mobilePurpose } from "./stored-directory.ts";

/** How records are to be understood. */
export interface DirectoryWriterOptions {
  /** Where mobile numbers without a calling code were written, as an ISO 3166-1 code (`"NC"`); France by default. */
  readonly defaultRegion?: string;
  readonly clock?: Clock;
}

/** What one record or key comes to; `outcome` is what is counted once the changes are made. */
interface Effect<Outcome> {
  readonly outcome: Outcome;
  readonly changes: readonly Change[];
}

type Upserted = Effect<keyof UpsertCounts>;
type Withdrawn = Effect<keyof WithdrawalCounts>;

/** Records of one commit: few enough that none holds its rows for long. */
const recordsPerCommit = 100;

const unchanged: Upserted = { outcome: "unchanged", changes: [] };
const absent: Withdrawn = { outcome: "absent", changes: [] };

const guardianshipId = ({ guardianId, childId }: GuardianshipKey): string =>
  `${encodeURIComponent(guardianId)}:${encodeURIComponent(childId)}`;

/** The last record of each key, in the order in which the keys came. */
function lastOfEach<Item>(items: readonly Item[] = [], keyOf: (item: Item) => string): readonly Item[] {
  return [...new Map(items.map((item) => [keyOf(item), item])).values()];
}

/** Whether a row is what it shall be already. */
function isSame<Row extends object>(before: Row, after: Row): boolean {
  const now = new Map<string, unknown>(Object.entries(before));
  return Object.entries(after).every(([column, value]) => now.get(column) === value);
}

/**
 * Creates the writer of the directory in the kit's own store.
 *
 * Mobile numbers are read by `readMobile`; somebody whose number receives no text is kept without it, and reported. Contacts and dates of
 * birth are encrypted with the field key. Commits 100 records at a time, so that a large directory holds no long transaction.
 *
 * @throws {TypeError} for a region that is none.
 */
export function createStoredDirectoryWriter(
  store: Store,
  vault: Vault,
  { defaultRegion = "FR", clock = systemClock }: DirectoryWriterOptions = {},
): DirectoryWriter {
  checkRegion(defaultRegion);

  /** What `text` is kept as: what is there if it says the same already, so that a batch written again changes nothing. */
  async function encryptOnce(
    place: Place,
    before: string | null,
    text: string | null,
  ): Promise<string | null> {
    if (text === null) return null;
    if (before !== null) {
      try {
        if ((await vault.decrypt(place, before)) === text) return before;
      } catch (error) {
        // What no key opens any more is written anew.
        if (!(error instanceof VaultError)) throw error;
      }
    }
    return vault.encrypt(place, text);
  }

  async function upsertSchool({ id, name, phone, email, message }: SchoolRecord): Promise<Upserted> {
    const after = { id, name, phone, email, message };
    const [before] = await store.find("schools", { where: { id } });
    if (before === undefined) {
      return { outcome: "added", changes: [{ type: "insert", table: "schools", row: after }] };
    }
    if (isSame(before, after)) return unchanged;
    const change: Change = { type: "update", table: "schools", where: before, set: after, expect: 1 };
    return { outcome: "changed", changes: [change] };
  }

  async function rowOf(person: PersonRecord, before?: Tables["people"]): Promise<Tables["people"]> {
    const { id } = person;
    const reading = person.mobile === null ? null : readMobile(person.mobile, defaultRegion);
    const mobile = reading?.ok === true ? reading.number : null;
    const [mobileEncrypted, emailEncrypted, birthDateEncrypted] = await Promise.all([
      encryptOnce(mobilePlace(id), before?.mobile_encrypted ?? null, mobile),
      encryptOnce(emailPlace(id), before?.email_encrypted ?? null, person.email),
      encryptOnce(birthDatePlace(id), before?.birth_date_encrypted ?? null, person.birthDate),
    ]);
    // A key made under an older master key stands beside a number encrypted under it, and is renewed with it (`reencryptStore`).
    const isKeyKept = before !== undefined && before.mobile_encrypted === mobileEncrypted;
    const mobileKey = mobile === null ? null : await vault.lookupKey(mobilePurpose, mobile);
    return {
      id,
      kind: person.kind,
      given_name: person.givenName,
      family_name: person.familyName,
      birth_name: person.birthName,
      mobile_key: isKeyKept ? before.mobile_key : mobileKey,
      mobile_encrypted: mobileEncrypted,
      email_encrypted: emailEncrypted,
      birth_date_encrypted: birthDateEncrypted,
      school_id: person.schoolId,
    };
  }

  async function upsertPerson(person: PersonRecord): Promise<Upserted> {
    const { id } = person;
    const [before] = await store.find("people", { where: { id } });
    const after = await rowOf(person, before);
    if (before === undefined) {
      const insertion: Change = { type: "insert", table: "people", row: after };
      return { outcome: "added", changes: [insertion, ...changesToName(after)] };
    }
    if (isSame(before, after)) return unchanged;
    const update: Change = { type: "update", table: "people", where: before, set: after, expect: 1 };
    const removal: Change = { type: "delete", table: "guardian_names", where: { person_id: id } };
    return { outcome: "changed", changes: [update, removal, ...changesToName(after)] };
  }

  async function upsertGuardianship(record: GuardianshipRecord, place: number): Promise<Upserted> {
    const { guardianId, childId, meaning, position = place } = record;
    const id = guardianshipId(record);
    const after = {
      id,
      guardian_id: guardianId,
      child_id: childId,
      meaning,
      position,
      closed_at: null,
    } satisfies Tables["guardianships"];
    const [before] = await store.find("guardianships", { where: { id } });
    if (before === undefined) {
      return { outcome: "added", changes: [{ type: "insert", table: "guardianships", row: after }] };
    }
    if (isSame(before, after)) return unchanged;
    const change: Change = { type: "update", table: "guardianships", where: before, set: after, expect: 1 };
    return { outcome: "changed", changes: [change] };
  }

  async function withdrawSchool(id: string): Promise<Withdrawn> {
    if ((await store.find("schools", { where: { id } })).length === 0) return absent;
    return {
      outcome: "withdrawn",
      changes: [{ type: "delete", table: "schools", where: { id }, expect: 1 }],
    };
  }

  async function withdrawPerson(id: string): Promise<Withdrawn> {
    if ((await store.find("people", { where: { id } })).length === 0) return absent;
    const set = { closed_at: clock.now() };
    return {
      outcome: "withdrawn",
      changes: [
        { type: "delete", table: "people", where: { id }, expect: 1 },
        { type: "delete", table: "guardian_names", where: { person_id: id } },
        { type: "update", table: "guardianships", where: { guardian_id: id, closed_at: null }, set },
        { type: "update", table: "guardianships", where: { child_id: id, closed_at: null }, set },
      ],
    };
  }

  async function withdrawGuardianship(key: GuardianshipKey): Promise<Withdrawn> {
    const where = { id: guardianshipId(key), closed_at: null };
    if ((await store.find("guardianships", { where })).length === 0) return absent;
    const set = { closed_at: clock.now() };
    return {
      outcome: "withdrawn",
      changes: [{ type: "update", table: "guardianships", where, set, expect: 1 }],
    };
  }

  /** Writes items of one kind, some at a time; those that somebody else changed meanwhile are looked at again. */
  async function write<Item, Outcome extends string>(
    items: readonly Item[],
    counts: Record<Outcome, number>,
    effectOf: (item: Item, place: number) => Promise<Effect<Outcome>>,
  ): Promise<Record<Outcome, number>> {
    for (let start = 0; start < items.length; start += recordsPerCommit) {
      const some = items.slice(start, start + recordsPerCommit);
      const effects = await untilCommitted(async () => {
        const found = await Promise.all(some.map((item, index) => effectOf(item, start + index)));
        const changes = found.flatMap((effect) => effect.changes);
        return (await store.commit(changes)).committed ? found : null;
      });
      for (const { outcome } of effects) counts[outcome] += 1;
    }
    return counts;
  }

  const upserts = () => ({ added: 0, changed: 0, unchanged: 0 });
  const withdrawals = () => ({ withdrawn: 0, absent: 0 });
  const itself = (id: string): string => id;

  return {
    async upsert({ schools, people, guardianships }) {
      const persons = lastOfEach(people, ({ id }) => id);
      return {
        schools: await write(
          lastOfEach(schools, ({ id }) => id),
          upserts(),
          upsertSchool,
        ),
        people: await write(persons, upserts(), upsertPerson),
        guardianships: await write(lastOfEach(guardianships, guardianshipId), upserts(), upsertGuardianship),
        unreadableMobiles: persons.flatMap(({ id, mobile }) => {
          const reading = mobile === null ? null : readMobile(mobile, defaultRegion);
          return reading?.ok === false ? [{ personId: id, code: reading.code }] : [];
        }),
      };
    },

    // Guardianships first: one that ends with its person is counted here, too.
    async withdraw({ guardianships, people, schools }) {
      return {
        guardianships: await write(
          lastOfEach(guardianships, guardianshipId),
          withdrawals(),
          withdrawGuardianship,
        ),
        people: await write(lastOfEach(people, itself), withdrawals(), withdrawPerson),
        schools: await write(lastOfEach(schools, itself), withdrawals(), withdrawSchool),
      };
    },
  };
}

/** What a guardian is found by; pupils are not found by name. */
function changesToName({ id, kind, ...names }: Tables["people"]): readonly Change[] {
  if (kind !== "guardian") return [];
  const { given_name: givenName, family_name: familyName, birth_name: birthName } = names;
  return personNameKeys({ givenName, familyName, birthName: birthName ?? "" }).map((key, place) => ({
    type: "insert",
    table: "guardian_names",
    row: { id: `${id}:${place}`, key, person_id: id },
  }));
}
