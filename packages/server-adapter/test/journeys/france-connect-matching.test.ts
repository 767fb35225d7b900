import { startFranceConnectStandIn } from "@educonnect-activation/france-connect-stand-in";
import { afterAll, describe, expect, it } from "vitest";
import { civilPeople } from "../france-connect/civil-people.ts";
import {
  connectAs,
  familyWith,
  guardianOfZoe,
  issuesShown,
  openFranceConnectPortal,
  portalClient,
  showStatus,
} from "../france-connect/france-connect-portal.ts";
import { familyDirectory } from "../portal/family.ts";

const standIn = await startFranceConnectStandIn({ clients: [portalClient], people: civilPeople });
afterAll(() => standIn.stop());

/** What somebody's sign-in leads to: the subject of the flow and the children's names, or the issue. */
async function matchOf(person: string, records = familyDirectory) {
  const portal = await openFranceConnectPortal(standIn, { records });
  const browser = portal.browser();
  await connectAs(browser, standIn, person);
  const view = await showStatus(browser);
  const [flow] = await portal.environment.store.find("flows", { where: {} });
  if (view?.step.name !== "children") {
    expect(view?.step).toEqual({ name: "franceConnect" });
    expect(flow).toMatchObject({ person_id: null, identity_encrypted: null });
    return view?.issues[0]?.code;
  }
  return `${flow?.person_id}: ${view.step.children.map(({ givenName }) => givenName).join(" ")}`;
}

const unmatched = "france_connect_unmatched";
const otherClaire = (birthDate: string | null) =>
  guardianOfZoe("claire-2", "Claire", "Martin", { birthDate });

describe("matching a FranceConnect identity by names", () => {
  it.each([
    ["several given names in civil status, one in the directory", "claire", familyDirectory, "claire: E. L."],
    ["no address", "no-mail", familyDirectory, "claire: E. L."],
    ["a usage name that the directory has", "usage-name", familyDirectory, "claire: E. L."],
    [
      "a birth name that the directory has, beside a usage name it has not",
      "birth-name",
      familyDirectory,
      "claire: E. L.",
    ],
    [
      "a birth name recorded as such, the usage name unknown to civil status",
      "claire",
      familyWith({ claire: { familyName: "Petit", birthName: "Martin" } }),
      "claire: E. L.",
    ],
    ["œ for œ", "ada", familyDirectory, "ada: Z."],
    ["oe for œ", "ada-unligatured", familyDirectory, "ada: Z."],
    [
      "Ł, Ż and Ó, with and without their marks",
      "stroke",
      familyWith({}, guardianOfZoe("lukasz", "Lukasz", "Walesa Zolc")),
      "lukasz: Z.",
    ],
    [
      "over 50 characters",
      "long-name",
      familyWith(
        {},
        guardianOfZoe("long", "Marie-Antoinette", "DE LA ROCHEFOUCAULD-MONTMORENCY D'AUBIGNY-SAINTE-CROIX"),
      ),
      "long: Z.",
    ],
    [
      "nobody has no given name, and is found",
      "sukarno",
      familyWith({}, guardianOfZoe("sukarno", "", "Sukarnoputri")),
      "sukarno: Z.",
    ],
    ["no given name is not any given name", "no-given-name", familyDirectory, unmatched],
    ["a second given name is not the first", "second-name-first", familyDirectory, unmatched],
    ["nobody", "nobody", familyDirectory, unmatched],
    ["somebody who is only in charge of a child", "marc", familyDirectory, unmatched],
    ["a pupil's own names", "lucas", familyDirectory, unmatched],
  ])("%s", async (_name, person, records, outcome) => {
    expect(await matchOf(person, records)).toBe(outcome);
  });
});

describe("a birth date that the directory knows", () => {
  it("agrees: nobody else of the name can be meant, and the children are shown in full", async () => {
    const records = familyWith({ claire: { birthDate: "1980-05-12" } });
    expect(await matchOf("claire", records)).toBe("claire: Emma Lucas");
  });

  it.each([
    ["contradicts: it is somebody else", "namesake", "1980-05-12", unmatched],
    ["contradicts in its year, the rest unknown to civil status", "other-year-only", "1980-05-12", unmatched],
    [
      "can't be told from one with 00 parts: the children stay initials",
      "year-only",
      "1980-05-12",
      "claire: E. L.",
    ],
  ])("%s", async (_name, person, birthDate, outcome) => {
    expect(await matchOf(person, familyWith({ claire: { birthDate } }))).toBe(outcome);
  });

  it.each([
    ["none is known", null, null, unmatched],
    ["the other's contradicts", null, "1999-01-01", "claire: E. L."],
    ["one's agrees and the other's is unknown", "1980-05-12", null, "claire: Emma Lucas"],
    ["one's agrees and the other's contradicts", "1980-05-12", "1999-01-01", "claire: Emma Lucas"],
    ["both agree, two files of one person", "1980-05-12", "1980-05-12", "claire: Emma Lucas"],
    ["both contradict", "1970-05-12", "1999-01-01", unmatched],
  ])("singles out one of several namesakes or none: %s", async (_name, own, others, outcome) => {
    const records = familyWith({ claire: { birthDate: own } }, otherClaire(others));
    expect(await matchOf("claire", records)).toBe(outcome);
  });

  it.each([
    ["names that are not the same to the letter", "Claire Marie", null],
    ["two birth names", "Claire", "Roux"],
  ])("several whose dates agree are several people: %s", async (_name, givenName, birthName) => {
    const records = familyWith(
      { claire: { birthDate: "1980-05-12", birthName: "Petit" } },
      guardianOfZoe("claire-2", givenName, "Martin", { birthDate: "1980-05-12", birthName }),
    );
    expect(await matchOf("claire", records)).toBe(unmatched);
  });

  it("the file with an account is the one of several of one person", async () => {
    const records = familyWith({ claire: { birthDate: "1980-05-12" } }, otherClaire("1980-05-12"));
    const portal = await openFranceConnectPortal(standIn, { records });
    await portal.issue("claire-2");
    const browser = portal.browser();
    await connectAs(browser, standIn, "claire");
    expect((await showStatus(browser))?.step).toMatchObject({ children: [{ givenName: "Zoé" }] });
  });

  it("several who share the year that civil status knows can't be told apart", async () => {
    const records = familyWith({ claire: { birthDate: "1980-05-12" } }, otherClaire("1980-11-30"));
    expect(await matchOf("year-only", records)).toBe(unmatched);
  });
});

describe('security.md "a pupil posing as the parent"', () => {
  const jean = { givenName: "Jean", familyName: "Petit" };
  const none = { birthName: null, mobile: null, email: null, schoolId: "school-secondary" };
  const pupil = (id: string, birthDate: string | null, givenName = "Jean") =>
    ({ id, kind: "pupil", ...jean, ...none, givenName, birthDate }) as const;
  const father = (id: string, birthDate: string | null = null) =>
    ({ id, kind: "guardian", ...jean, ...none, schoolId: null, birthDate }) as const;
  const represents = (guardianId: string, childId: string) => ({
    guardianId,
    childId,
    meaning: "representative" as const,
  });
  const petits = (child: ReturnType<typeof pupil>, birthDate: string | null = null) =>
    familyWith(
      {},
      { people: [father("jean", birthDate), child], guardianships: [represents("jean", child.id)] },
    );

  it.each([
    [
      "a grown-up pupil with the father's names",
      "grown-up-pupil",
      petits(pupil("son", "2007-05-14")),
      unmatched,
    ],
    ["of whose date the year is known", "grown-up-pupil-year", petits(pupil("son", "2007-05-14")), unmatched],
    ["whose date the school has not recorded", "grown-up-pupil", petits(pupil("son", null)), unmatched],
    [
      "whose date stands in the father's file",
      "grown-up-pupil",
      petits(pupil("son", "2007-05-14"), "2007-05-14"),
      unmatched,
    ],
    [
      "a brother or sister less than 12 years younger",
      "grown-up-pupil",
      petits(pupil("lea", "2019-05-13", "Léa")),
      unmatched,
    ],
    ["the father himself", "pupils-father", petits(pupil("son", "2007-05-14")), "jean: J."],
    [
      "the father himself, whose date agrees, of a child without one",
      "pupils-father",
      petits(pupil("son", null), "1980-05-12"),
      "jean: Jean",
    ],
  ])("%s", async (_name, person, records, outcome) => {
    expect(await matchOf(person, records)).toBe(outcome);
  });

  it.each([null, "1980-05-12"])(
    "nor may the pupil be singled out for another file of the father's: %s",
    async (birthDate) => {
      const people = [
        father("jean", birthDate),
        father("jean-2"),
        pupil("son", "2007-05-14"),
        pupil("lea", "2020-01-01", "Léa"),
      ];
      const guardianships = [represents("jean", "son"), represents("jean-2", "lea")];
      expect(await matchOf("grown-up-pupil", familyWith({}, { people, guardianships }))).toBe(unmatched);
    },
  );
});

describe("nobody, several and an account active already", () => {
  it("get the same answer, byte for byte, and leave the same rows", async () => {
    const bodies = new Set<string>();
    for (const [person, records, isActive] of [
      ["nobody", familyDirectory, false],
      ["claire", familyWith({}, otherClaire(null)), false],
      ["marc", familyDirectory, false],
      ["claire", familyDirectory, true],
    ] as const) {
      const portal = await openFranceConnectPortal(standIn, { records });
      const { store } = portal.environment;
      if (isActive) {
        await portal.issue("claire");
        const set = { status: "active" } as const;
        await store.commit([{ type: "update", table: "accounts", where: { person_id: "claire" }, set }]);
      }
      const browser = portal.browser();
      const answer = await connectAs(browser, standIn, person);
      const { body } = await browser.request("readStatus");
      const audit = await store.find("audit", { where: { event: "france_connect_returned" } });
      expect(audit).toHaveLength(1);
      bodies.add(
        JSON.stringify([
          answer.status,
          answer.headers,
          answer.cookies,
          body,
          audit.map(({ subject_id }) => subject_id),
          (await store.find("outbox", { where: {} })).length,
        ]),
      );
      expect(await issuesShown(browser)).toEqual([unmatched]);
    }
    expect(bodies.size).toBe(1);
  });
});
