import { deepStrictEqual } from "node:assert/strict";
import { guardian, guardianship, idsOf, pupil, recordsOf, type DirectoryCase } from "./directory-case.ts";

export type { DirectoryCase, DirectoryUnderTest } from "./directory-case.ts";

const family = recordsOf(
  [
    guardian("claire", "Claire|Martin", { birthDate: "1985-04-30" }),
    guardian("paul", "Paul|Durand"),
    guardian("marc", "Marc|Petit"),
    guardian("odile", "Odile|Petit"),
    guardian("rene", "René|Petit"),
    pupil("emma", "Emma|Martin", { birthDate: "2015-03-12" }),
    pupil("lucas", "Lucas|Martin"),
  ],
  [
    guardianship("claire", "lucas"),
    guardianship("claire", "emma"),
    guardianship("paul", "emma"),
    guardianship("marc", "emma", "inCharge"),
    guardianship("marc", "lucas", "contact"),
    guardianship("odile", "emma", "contact"),
    guardianship("rene", "emma", "unknown"),
  ],
);

const byNumber: readonly DirectoryCase[] = [
  {
    name: "finds everybody who has a mobile number, guardians and pupils, each once",
    async run({ open }) {
      const directory = await open(
        recordsOf([
          guardian("mother", "Aminata|Diallo", { mobile: "06 24 81 35 70" }),
          guardian("father", "Mamadou|Diallo", { mobile: "+33 (0)6 24 81 35 70" }),
          guardian("other", "Zoé|Petit", { mobile: "06 24 81 35 71" }),
          pupil("child", "Awa|Diallo", { mobile: "0624813570" }),
        ]),
      );
      const found = await directory.findByMobile("+33624813570");
      deepStrictEqual(idsOf(found), ["child", "father", "mother"]);
      deepStrictEqual(
        found.find(({ id }) => id === "child"),
        { id: "child", kind: "pupil", givenName: "Awa", familyName: "Diallo", birthName: null },
      );
    },
  },
  {
    name: "finds numbers of the overseas departments however they were typed",
    async run({ open }) {
      const directory = await open(
        recordsOf([
          guardian("bare", "Jean|Hoarau", { mobile: "0692 41 27 83" }),
          guardian("coded", "Marie|Payet", { mobile: "00262 692 41 27 83" }),
        ]),
      );
      deepStrictEqual(idsOf(await directory.findByMobile("+262692412783")), ["bare", "coded"]);
      deepStrictEqual(await directory.findByMobile("+33692412783"), []);
    },
  },
  {
    name: "finds nobody by a number that nobody has, nor by a placeholder that many have",
    async run({ open }) {
      const directory = await open(
        recordsOf([
          guardian("one", "Anthony|Masson", { mobile: "0000000000" }),
          guardian("other", "Lola|Masson", { mobile: "0000000000" }),
        ]),
      );
      for (const number of ["+33624813570", "0000000000", "+330000000000", ""]) {
        deepStrictEqual(await directory.findByMobile(number), []);
      }
    },
  },
  {
    name: "gives the mobile that a code can be sent to, in E.164, and null for any other",
    async run({ open }) {
      const directory = await open(
        recordsOf([
          guardian("mobile", "Zoé|Petit", { mobile: "06.24.81.35.70" }),
          guardian("abroad", "Koen|Maes", { mobile: "0032 470 12 34 56" }),
          guardian("fixed", "Karine|Deneux", { mobile: "03 53 01 44 17" }),
          guardian("placeholder", "Anthony|Masson", { mobile: "0000000000" }),
          guardian("none", "Maria|Ferreira"),
        ]),
      );
      deepStrictEqual(await directory.findMobile("mobile"), "+33624813570");
      deepStrictEqual(await directory.findMobile("abroad"), "+32470123456");
      for (const id of ["fixed", "placeholder", "none", "nobody"]) {
        deepStrictEqual(await directory.findMobile(id), null);
      }
    },
  },
];

const byName: readonly DirectoryCase[] = [
  {
    name: "finds guardians by usage name or birth name, whatever the spelling",
    async run({ open }) {
      const directory = await open(
        recordsOf([
          guardian("one", "Hélène, Marie|de La Tour", { birthName: "ŁUKASIEWICZ" }),
          guardian("other", "Hélène|Petit"),
        ]),
      );
      for (const familyName of ["de la tour", "La Tour", "LATOUR", "Lukasiewicz", "łukasiewicz"]) {
        for (const givenName of ["HELENE", "Hélène Marie Louise"]) {
          deepStrictEqual(idsOf(await directory.findGuardiansByName({ givenName, familyName })), ["one"]);
        }
      }
      for (const [givenName, familyName] of [
        ["Marie", "La Tour"],
        ["Hélène", "Tour"],
        ["Hélène Louise", "La Tour"],
        ["", "La Tour"],
        ["Hélène", ""],
      ] as const) {
        deepStrictEqual(await directory.findGuardiansByName({ givenName, familyName }), []);
      }
    },
  },
  {
    name: "finds a guardian who has no given name by none",
    async run({ open }) {
      const directory = await open(
        recordsOf([guardian("one", "|Tshibanda"), guardian("other", "Guy|Tshibanda")]),
      );
      const find = (givenName: string) =>
        directory.findGuardiansByName({ givenName, familyName: "TSHIBANDA" });
      deepStrictEqual(idsOf(await find("")), ["one"]);
      deepStrictEqual(idsOf(await find("Guy")), ["other"]);
    },
  },
  {
    name: "finds all namesakes, and never a pupil",
    async run({ open }) {
      const directory = await open(
        recordsOf([
          guardian("one", "Marie|Martin"),
          guardian("other", "Marie, Claire|MARTIN"),
          guardian("third", "Marie|Petit", { birthName: "Martin" }),
          guardian("hyphenated", "Marie-Claire|Martin"),
          pupil("child", "Marie|Martin"),
        ]),
      );
      const find = (givenName: string) => directory.findGuardiansByName({ givenName, familyName: "Martin" });
      deepStrictEqual(idsOf(await find("Marie")), ["one", "other", "third"]);
      deepStrictEqual(idsOf(await find("Marie-Claire")), ["hyphenated", "other"]);
    },
  },
  {
    name: "never leaves one of very many namesakes",
    async run({ open }) {
      const people = Array.from({ length: 120 }, (_, index) =>
        guardian(`g${index}`, `Marie, N${index}|Martin`),
      );
      const directory = await open(recordsOf([...people, guardian("alone", "Zoé|Martin")]));
      const find = (givenName: string) => directory.findGuardiansByName({ givenName, familyName: "Martin" });
      const all = await find("Marie");
      deepStrictEqual(all.length > 1 && new Set(idsOf(all)).size === all.length, true);
      deepStrictEqual(idsOf(await find("Zoé")), ["alone"]);
    },
  },
];

const rights: readonly DirectoryCase[] = [
  {
    name: "offers a legal representative's children and nobody else's, in the order recorded",
    async run({ open }) {
      const directory = await open(family);
      deepStrictEqual(
        (await directory.findChildren("claire")).map(({ id }) => id),
        ["lucas", "emma"],
      );
      for (const id of ["marc", "odile", "rene"]) deepStrictEqual(await directory.findChildren(id), []);
      deepStrictEqual(await directory.findGuardians("lucas"), ["claire"]);
      deepStrictEqual([...(await directory.findGuardians("emma"))].sort(), ["claire", "paul"]);
    },
  },
  {
    name: "lets in representatives alone: nobody in charge of a child, nor a contact, nor one whose file can't be read",
    async run({ open }) {
      const directory = await open(family);
      for (const id of ["claire", "paul"]) deepStrictEqual(await directory.isRepresentative(id), true);
      for (const id of ["marc", "odile", "rene", "emma", "nobody", ""]) {
        deepStrictEqual(await directory.isRepresentative(id), false);
      }
    },
  },
  {
    name: "knows the birth dates that are recorded, of pupils and of guardians",
    async run({ open }) {
      const directory = await open(family);
      deepStrictEqual(await directory.findBirthDate("emma"), "2015-03-12");
      deepStrictEqual(await directory.findBirthDate("claire"), "1985-04-30");
      for (const id of ["lucas", "paul", "nobody"]) deepStrictEqual(await directory.findBirthDate(id), null);
    },
  },
  {
    name: "knows nothing of somebody it does not know",
    async run({ open }) {
      const directory = await open(family);
      deepStrictEqual(await directory.findPerson("nobody"), null);
      deepStrictEqual(await directory.findContact("nobody"), null);
      deepStrictEqual(await directory.findMessage("nobody"), null);
      deepStrictEqual(await directory.findChildren("nobody"), []);
      deepStrictEqual(await directory.findGuardians("nobody"), []);
    },
  },
];

/**
 * What every `Directory` must do, as cases for any test runner.
 *
 * ```ts
 * for (const { name, run } of directoryContract) test(name, async () => run({ open: (records) => createMyDirectory(records) }));
 * ```
 */
export const directoryContract: readonly DirectoryCase[] = [...byNumber, ...byName, ...rights];
