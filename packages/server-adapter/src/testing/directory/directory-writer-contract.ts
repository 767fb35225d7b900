import { deepStrictEqual } from "node:assert/strict";
import type { DirectoryWriter, UpsertReport } from "../../ports/directory-writer.ts";
import type { Directory } from "../../ports/directory.ts";
import { guardian, guardianship, idsOf, pupil, recordsOf } from "./directory-case.ts";

/** What a case is run on. */
export interface DirectoryWriterUnderTest {
  readonly writer: DirectoryWriter;
  /** What it writes into, with nobody in it. */
  readonly directory: Directory;
}

/** One requirement; `run` rejects where it is not met. */
export interface DirectoryWriterCase {
  readonly name: string;
  readonly run: (subject: DirectoryWriterUnderTest) => Promise<void>;
}

const claire = guardian("claire", "Claire|Martin", { mobile: "06 24 81 35 70", birthDate: "1985-04-30" });
const emma = pupil("emma", "Emma|Martin", { birthDate: "2015-03-12" });
const family = recordsOf(
  [claire, guardian("paul", "Paul|Durand"), emma, pupil("lucas", "Lucas|Martin")],
  [guardianship("claire", "emma"), guardianship("claire", "lucas"), guardianship("paul", "emma")],
);

const none = { added: 0, changed: 0, unchanged: 0 };

function countsOf({ schools, people, guardianships }: UpsertReport) {
  return { schools, people, guardianships };
}

async function childrenOf(directory: Directory, id: string): Promise<string[]> {
  return (await directory.findChildren(id)).map((child) => child.id);
}

/** The people found by a name of the form `Given|Family`. */
async function named(directory: Directory, name: string): Promise<string[]> {
  const [givenName = "", familyName = ""] = name.split("|");
  return idsOf(await directory.findGuardiansByName({ givenName, familyName }));
}

const upserts: readonly DirectoryWriterCase[] = [
  {
    name: "adds what is new, and says so",
    async run({ writer, directory }) {
      deepStrictEqual(await writer.upsert(family), {
        schools: { ...none, added: 1 },
        people: { ...none, added: 4 },
        guardianships: { ...none, added: 3 },
        unreadableMobiles: [],
      });
      deepStrictEqual(await childrenOf(directory, "claire"), ["emma", "lucas"]);
      deepStrictEqual(await named(directory, "Claire|Martin"), ["claire"]);
      deepStrictEqual(await directory.findBirthDate("emma"), "2015-03-12");
      deepStrictEqual((await directory.findContact("emma"))?.name, "E.E.PU Jean Moulin");
    },
  },
  {
    name: "changes nothing when a batch is written again, and says so",
    async run({ writer }) {
      await writer.upsert(family);
      deepStrictEqual(countsOf(await writer.upsert(family)), {
        schools: { ...none, unchanged: 1 },
        people: { ...none, unchanged: 4 },
        guardianships: { ...none, unchanged: 3 },
      });
      deepStrictEqual(countsOf(await writer.upsert({})), {
        schools: none,
        people: none,
        guardianships: none,
      });
    },
  },
  {
    name: "changes what is otherwise, and leaves what the batch does not name",
    async run({ writer, directory }) {
      await writer.upsert(family);
      const changed = {
        ...claire,
        familyName: "Petit",
        birthName: "Martin",
        mobile: "06 24 81 35 71",
        birthDate: null,
      };
      const [school] = family.schools;
      const report = await writer.upsert({
        schools: school === undefined ? [] : [{ ...school, name: "École des Tilleuls" }],
        people: [changed, emma],
        guardianships: [guardianship("paul", "emma", "inCharge")],
      });
      deepStrictEqual(countsOf(report), {
        schools: { ...none, changed: 1 },
        people: { added: 0, changed: 1, unchanged: 1 },
        guardianships: { ...none, changed: 1 },
      });
      deepStrictEqual(await named(directory, "Claire|Petit"), ["claire"]);
      deepStrictEqual(await named(directory, "Claire|Martin"), ["claire"]);
      deepStrictEqual(await directory.findByMobile("+33624813570"), []);
      deepStrictEqual(idsOf(await directory.findByMobile("+33624813571")), ["claire"]);
      deepStrictEqual(await directory.findBirthDate("claire"), null);
      deepStrictEqual((await directory.findContact("emma"))?.name, "École des Tilleuls");
      deepStrictEqual(await directory.isRepresentative("paul"), false);
      deepStrictEqual(await childrenOf(directory, "claire"), ["emma", "lucas"]);
    },
  },
  {
    name: "no longer finds somebody by the name that they had before",
    async run({ writer, directory }) {
      await writer.upsert(family);
      await writer.upsert({ people: [{ ...claire, givenName: "Clara" }] });
      deepStrictEqual(await named(directory, "Claire|Martin"), []);
      deepStrictEqual(await named(directory, "Clara|Martin"), ["claire"]);
      await writer.upsert({ people: [{ ...claire, kind: "pupil" }] });
      deepStrictEqual(await named(directory, "Claire|Martin"), []);
    },
  },
  {
    name: "takes records in any order, and shows children at their positions",
    async run({ writer, directory }) {
      await writer.upsert({
        guardianships: [
          { ...guardianship("claire", "lucas"), position: 7 },
          { ...guardianship("claire", "emma"), position: 2 },
        ],
      });
      deepStrictEqual(await childrenOf(directory, "claire"), []);
      await writer.upsert({ people: family.people });
      deepStrictEqual(await childrenOf(directory, "claire"), ["emma", "lucas"]);
    },
  },
  {
    name: "takes the last of several records of one person, of one school and of one guardianship",
    async run({ writer, directory }) {
      const [school] = family.schools;
      const last = { ...claire, givenName: "Clara" };
      const report = await writer.upsert({
        schools: school === undefined ? [] : [{ ...school, name: "x" }, school],
        people: [claire, emma, last],
        guardianships: [guardianship("claire", "emma", "contact"), guardianship("claire", "emma")],
      });
      deepStrictEqual(countsOf(report), {
        schools: { ...none, added: 1 },
        people: { ...none, added: 2 },
        guardianships: { ...none, added: 1 },
      });
      deepStrictEqual((await directory.findPerson("claire"))?.givenName, "Clara");
      deepStrictEqual(await childrenOf(directory, "claire"), ["emma"]);
    },
  },
  {
    name: "takes batches of many records",
    async run({ writer, directory }) {
      const people = Array.from({ length: 450 }, (_, place) => ({ ...claire, id: `p${place}` }));
      deepStrictEqual((await writer.upsert({ people })).people, { ...none, added: 450 });
      deepStrictEqual((await directory.findByMobile("+33624813570")).length, 450);
      deepStrictEqual((await writer.upsert({ people })).people, { ...none, unchanged: 450 });
    },
  },
  {
    name: "keeps somebody without a mobile that receives no text, and says whose and why, never the number",
    async run({ writer, directory }) {
      const report = await writer.upsert({
        people: [
          { ...claire, mobile: "03 53 01 44 17" },
          { ...emma, mobile: "0000000000" },
        ],
      });
      deepStrictEqual(report.unreadableMobiles, [
        { personId: "claire", code: "phone_not_mobile" },
        { personId: "emma", code: "phone_placeholder" },
      ]);
      deepStrictEqual(await directory.findMobile("claire"), null);
      deepStrictEqual((await directory.findPerson("claire"))?.givenName, "Claire");
    },
  },
];

const withdrawals: readonly DirectoryWriterCase[] = [
  {
    name: "withdraws a guardianship: access ends, until a new record brings it back",
    async run({ writer, directory }) {
      await writer.upsert(family);
      const keys = { guardianships: [{ guardianId: "claire", childId: "emma" }] };
      deepStrictEqual((await writer.withdraw(keys)).guardianships, { withdrawn: 1, absent: 0 });
      deepStrictEqual(await childrenOf(directory, "claire"), ["lucas"]);
      deepStrictEqual(await directory.findGuardians("emma"), ["paul"]);
      deepStrictEqual((await writer.withdraw(keys)).guardianships, { withdrawn: 0, absent: 1 });
      const again = await writer.upsert({ guardianships: family.guardianships });
      deepStrictEqual(again.guardianships, { added: 0, changed: 1, unchanged: 2 });
      deepStrictEqual(await childrenOf(directory, "claire"), ["emma", "lucas"]);
    },
  },
  {
    name: "withdraws a person with each of their guardianships",
    async run({ writer, directory }) {
      await writer.upsert(family);
      const report = await writer.withdraw({ people: ["claire", "nobody"] });
      deepStrictEqual(report, {
        schools: { withdrawn: 0, absent: 0 },
        people: { withdrawn: 1, absent: 1 },
        guardianships: { withdrawn: 0, absent: 0 },
      });
      deepStrictEqual(await directory.findPerson("claire"), null);
      deepStrictEqual(await directory.findByMobile("+33624813570"), []);
      deepStrictEqual(await named(directory, "Claire|Martin"), []);
      deepStrictEqual(await directory.isRepresentative("claire"), false);
      deepStrictEqual(await directory.findGuardians("emma"), ["paul"]);
      deepStrictEqual((await writer.withdraw({ people: ["claire"] })).people, { withdrawn: 0, absent: 1 });
      await writer.upsert({ people: family.people });
      deepStrictEqual((await directory.findPerson("claire"))?.givenName, "Claire");
      deepStrictEqual(await directory.isRepresentative("claire"), false);
    },
  },
  {
    name: "withdraws a child from their guardians",
    async run({ writer, directory }) {
      await writer.upsert(family);
      await writer.withdraw({ people: ["emma"] });
      deepStrictEqual(await childrenOf(directory, "claire"), ["lucas"]);
      deepStrictEqual(await directory.isRepresentative("paul"), false);
      deepStrictEqual(await directory.findGuardians("emma"), []);
    },
  },
  {
    name: "withdraws a school and leaves its pupils",
    async run({ writer, directory }) {
      await writer.upsert(family);
      const keys = { schools: family.schools.map(({ id }) => id) };
      deepStrictEqual((await writer.withdraw(keys)).schools, { withdrawn: 1, absent: 0 });
      deepStrictEqual(await directory.findContact("emma"), null);
      deepStrictEqual(await childrenOf(directory, "claire"), ["emma", "lucas"]);
      deepStrictEqual((await writer.withdraw(keys)).schools, { withdrawn: 0, absent: 1 });
    },
  },
];

const races: readonly DirectoryWriterCase[] = [
  {
    name: "adds each record once when many write the same batch at once",
    async run({ writer, directory }) {
      const reports = await Promise.all(Array.from({ length: 8 }, () => writer.upsert(family)));
      const added = (kind: "schools" | "people" | "guardianships"): number =>
        reports.reduce((sum, report) => sum + report[kind].added, 0);
      deepStrictEqual([added("schools"), added("people"), added("guardianships")], [1, 4, 3]);
      deepStrictEqual(
        reports.map(({ people }) => people.changed),
        reports.map(() => 0),
      );
      deepStrictEqual(await childrenOf(directory, "claire"), ["emma", "lucas"]);
    },
  },
  {
    name: "writes a person whole, whoever else writes them otherwise at once",
    async run({ writer, directory }) {
      const versions = Array.from({ length: 8 }, (_, place) => ({
        ...claire,
        givenName: `Claire ${"abcdefgh"[place]}`,
        mobile: `06 24 81 35 7${place}`,
      }));
      await writer.upsert({ people: [claire] });
      await Promise.all(versions.map((person) => writer.upsert({ people: [person] })));
      const givenName = (await directory.findPerson("claire"))?.givenName ?? "";
      const place = versions.findIndex((version) => version.givenName === givenName);
      deepStrictEqual(await directory.findMobile("claire"), `+3362481357${place}`);
      deepStrictEqual(await named(directory, `${givenName}|Martin`), ["claire"]);
    },
  },
  {
    name: "withdraws each guardianship once when many withdraw it at once",
    async run({ writer, directory }) {
      await writer.upsert(family);
      const reports = await Promise.all(
        Array.from({ length: 8 }, () => writer.withdraw({ guardianships: family.guardianships })),
      );
      deepStrictEqual(
        reports.reduce((sum, { guardianships }) => sum + guardianships.withdrawn, 0),
        3,
      );
      deepStrictEqual(await directory.findGuardians("emma"), []);
    },
  },
];

/**
 * What every `DirectoryWriter` must do, as cases for any test runner: give each an empty directory and the writer into it.
 *
 * ```ts
 * for (const { name, run } of directoryWriterContract) test(name, async () => run({ writer, directory }));
 * ```
 */
export const directoryWriterContract: readonly DirectoryWriterCase[] = [...upserts, ...withdrawals, ...races];
