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
    expect(flow).toMatchObject({ person_id: null, identity_sealed: null });
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
    ["a guardian without legal rank", "marc", familyDirectory, unmatched],
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
    ["both agree", "1980-05-12", "1980-05-12", unmatched],
    ["both contradict", "1970-05-12", "1999-01-01", unmatched],
  ])("singles out one of several namesakes or none: %s", async (_name, own, others, outcome) => {
    const records = familyWith({ claire: { birthDate: own } }, otherClaire(others));
    expect(await matchOf("claire", records)).toBe(outcome);
  });

  it("several who share the year that civil status knows can't be told apart", async () => {
    const records = familyWith({ claire: { birthDate: "1980-05-12" } }, otherClaire("1980-11-30"));
    expect(await matchOf("year-only", records)).toBe(unmatched);
  });
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
