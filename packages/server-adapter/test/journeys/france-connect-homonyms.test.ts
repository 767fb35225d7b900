import { startFranceConnectStandIn } from "@educonnect-activation/france-connect-stand-in";
import { afterAll, describe, expect, it } from "vitest";
import { civilPeople } from "../france-connect/civil-people.ts";
import {
  asShown,
  activateByFranceConnect,
  connectAs,
  familyWith,
  issuesShown,
  openFranceConnectPortal,
  portalClient,
  showStatus,
} from "../france-connect/france-connect-portal.ts";
import { readOpenReports } from "../reports/read-open-reports.ts";
import { problemOf, type TestBrowser } from "../portal/test-browser.ts";
import { arriveAt, chosenPassword, rightAnswers, wrongAnswers } from "./guardian-journey.ts";

const standIn = await startFranceConnectStandIn({ clients: [portalClient], people: civilPeople });
afterAll(() => standIn.stop());

type Portal = Awaited<ReturnType<typeof openFranceConnectPortal>>;

const noneOfMine = rightAnswers.map(({ childId }) => ({
  childId,
  relation: "notGuardian" as const,
}));

/** Somebody of Claire's name, at the question about her children. */
async function connectNamesake(portal: Portal, person = "namesake"): Promise<TestBrowser> {
  const browser = portal.browser();
  await connectAs(browser, standIn, person);
  await showStatus(browser);
  expect(browser.view().step.name).toBe("children");
  return browser;
}

async function guessWrong(browser: TestBrowser, times: number) {
  for (let round = 0; round < times; round += 1) {
    await browser.send({ type: "childrenSubmitted", answers: asShown(browser, wrongAnswers) });
  }
}

describe("somebody of the same name, come by FranceConnect", () => {
  it("can't end the true parent's activation, nor spend its tries", async () => {
    const portal = await openFranceConnectPortal(standIn);
    const { browser: parent } = await arriveAt("children", portal);
    const namesake = await connectNamesake(portal);
    await guessWrong(namesake, 3);
    expect(namesake.view().lockedUntil).not.toBeNull();
    expect((await showStatus(parent))?.step.name).toBe("children");
    await guessWrong(parent, 2);
    expect(parent.view().issues).toMatchObject([{ code: "birth_dates_wrong", params: { triesLeft: 1 } }]);
    await parent.send({ type: "childrenSubmitted", answers: asShown(parent, rightAnswers) });
    expect(parent.view().step.name).toBe("emailSent");
  });

  it("can't end the letter, nor the password chosen with it", async () => {
    const portal = await openFranceConnectPortal(standIn);
    const letter = await portal.issue("claire");
    await guessWrong(await connectNamesake(portal), 3);
    const browser = portal.browser();
    expect((await browser.signIn(letter.identifier, letter.provisionalPassword)).status).toBe(200);
    await browser.send({ type: "emailSubmitted", email: "claire@example.org" });
    await browser.send({ type: "passwordSubmitted", password: chosenPassword });
    await connectNamesake(portal);
    expect((await portal.browser().signIn(letter.identifier, chosenPassword)).body).toMatchObject({
      outcome: "flow",
      flow: { step: { name: "children" } },
    });
  });

  it("is left behind as soon as the true parent proves who they are", async () => {
    const portal = await openFranceConnectPortal(standIn);
    const letter = await portal.issue("claire");
    const namesake = await connectNamesake(portal);
    await portal.browser().signIn(letter.identifier, letter.provisionalPassword);
    expect(problemOf(await namesake.request("readStatus")).code).toBe("flow_moved");
  });

  it("has one budget of three, whatever the flow, browser or device", async () => {
    const portal = await openFranceConnectPortal(standIn);
    const first = await connectNamesake(portal);
    await guessWrong(first, 2);
    await first.send({ type: "abandonRequested" });
    const second = await connectNamesake(portal);
    await guessWrong(second, 1);
    expect(second.view().lockedUntil).toBe(portal.clock.now() + 86_400);
    const third = await connectNamesake(portal);
    const answer = await third.send({ type: "childrenSubmitted", answers: asShown(third, rightAnswers) });
    expect(answer.status === 200 ? third.view().lockedUntil : problemOf(answer).code).not.toBeNull();
    expect(third.view().step.name).toBe("children");
  });

  it("shares nothing with another of the name, but what is wrong about each child is counted for all and slows them", async () => {
    const waited: number[] = [];
    const logged: string[] = [];
    const portal = await openFranceConnectPortal(standIn, {
      wait: (milliseconds) => {
        waited.push(milliseconds);
        return Promise.resolve();
      },
      logger: { log: (_level, event) => logged.push(event) },
    });
    for (const person of ["namesake", "year-only", "other-year-only", "no-mail"]) {
      const browser = await connectNamesake(portal, person);
      await guessWrong(browser, 3);
      expect(browser.view().lockedUntil).not.toBeNull();
    }
    expect(waited).toEqual([5_000, 5_000]);
    expect(logged.filter((event) => event === "child_ceiling_reached")).toHaveLength(2);
    const { browser: parent } = await arriveAt("children", portal);
    await parent.send({ type: "childrenSubmitted", answers: asShown(parent, rightAnswers) });
    expect(parent.view().step.name).toBe("emailSent");
  });

  it("learns neither school nor names, whatever is answered, and cannot tell which date was wrong", async () => {
    const portal = await openFranceConnectPortal(standIn);
    const namesake = await connectNamesake(portal);
    const seen: unknown[] = [namesake.view()];
    const note = () => seen.push(namesake.view());
    const someWrong = [
      [wrongAnswers[0], wrongAnswers[1]],
      [{ ...rightAnswers[0], birthDate: "2015-03-13" }, rightAnswers[1]],
    ] as const;
    const issues = [];
    for (const answers of someWrong) {
      await namesake.send({ type: "childrenSubmitted", answers: asShown(namesake, answers) });
      issues.push(namesake.view().issues.map(({ code }) => code));
      note();
    }
    expect(issues).toEqual([["birth_dates_wrong"], ["birth_dates_wrong"]]);
    await namesake.send({ type: "childrenSubmitted", answers: asShown(namesake, noneOfMine) });
    expect(namesake.view().step).toEqual({ name: "refused", reason: "allRefused" });
    note();
    await namesake.send({ type: "backRequested" });
    await namesake.send({ type: "childrenSubmitted", answers: asShown(namesake, wrongAnswers) });
    expect(namesake.view().lockedUntil).not.toBeNull();
    note();
    seen.push((await namesake.request("readStatus")).body);
    const text = JSON.stringify(seen);
    for (const secret of [
      "Emma",
      "Lucas",
      "Martin",
      "Moulin",
      "Veil",
      "+33320000000",
      "ecole@",
      "c.martin",
    ]) {
      expect(text).not.toContain(secret);
    }
    expect(text).toContain('"contact":null');
  });

  it("leaves reports that are told apart from the parent's, who takes them back", async () => {
    const portal = await openFranceConnectPortal(standIn);
    const told = async () =>
      (await readOpenReports(portal.environment.store))
        .map(({ childId, isIdentitySure }) => `${childId} ${isIdentitySure ? "sure" : "unsure"}`)
        .sort();
    const namesake = await connectNamesake(portal);
    await namesake.send({ type: "childrenSubmitted", answers: asShown(namesake, noneOfMine) });
    expect(await told()).toEqual(["emma unsure", "lucas unsure"]);
    const { browser: parent } = await arriveAt("children", portal);
    await parent.send({ type: "childrenSubmitted", answers: noneOfMine });
    expect(await told()).toEqual(["emma sure", "emma unsure", "lucas sure", "lucas unsure"]);
    await activateByFranceConnect(portal, standIn);
    expect(await told()).toEqual([]);
  });

  it("is known by right dates, in the report of the same answer too", async () => {
    const portal = await openFranceConnectPortal(standIn);
    const parent = await connectNamesake(portal, "claire");
    const answers = [rightAnswers[0], { childId: "lucas", relation: "notGuardian" }] as const;
    await parent.send({ type: "childrenSubmitted", answers: asShown(parent, answers) });
    expect(parent.view().step.name).toBe("password");
    const reports = await readOpenReports(portal.environment.store);
    expect(reports).toMatchObject([{ childId: "lucas", isIdentitySure: true }]);
  });

  it("gets the same answer for a child whose date is not recorded, and learns no school of it", async () => {
    const portal = await openFranceConnectPortal(standIn);
    const browser = portal.browser();
    await connectAs(browser, standIn, "nora");
    await showStatus(browser);
    const answers = [{ childId: "ines", relation: "guardian" as const, birthDate: null }];
    await browser.send({ type: "childrenSubmitted", answers: asShown(browser, answers) });
    expect(browser.view()).toMatchObject({
      step: { name: "refused", reason: "awaitingSchool" },
      contact: null,
    });
  });

  it("whose birth date the directory contradicts, or who comes after the activation, finds nobody", async () => {
    const records = familyWith({ claire: { birthDate: "1980-05-12" } });
    for (const portal of [
      await openFranceConnectPortal(standIn, { records }),
      await openFranceConnectPortal(standIn),
    ]) {
      await activateByFranceConnect(portal, standIn);
      const browser = portal.browser();
      await connectAs(browser, standIn, "namesake");
      expect(await issuesShown(browser)).toEqual(["france_connect_unmatched"]);
      expect(await portal.environment.store.find("sessions", { where: {} })).toHaveLength(1);
      expect((await browser.request("readServices")).status).toBe(401);
    }
  });
});

describe("the true parent, known by a birth date that agrees", () => {
  const records = familyWith({ claire: { birthDate: "1980-05-12" } });

  it("is told which school to ask, and counts against the account's own budget", async () => {
    const portal = await openFranceConnectPortal(standIn, { records });
    const browser = portal.browser();
    await connectAs(browser, standIn, "claire");
    await showStatus(browser);
    await guessWrong(browser, 1);
    expect(browser.view().contact).toMatchObject({ name: "E.E.PU Jean Moulin" });
    const counted = await portal.environment.store.find("attempts", { where: { key: "children:claire" } });
    expect(counted[0]?.failures).toBe(1);
  });

  it("leaves behind what was begun with the letter, whose browser is told", async () => {
    const portal = await openFranceConnectPortal(standIn, { records });
    const { browser: other } = await arriveAt("password", portal);
    await connectAs(portal.browser(), standIn, "claire");
    expect(problemOf(await other.request("readStatus")).code).toBe("flow_moved");
  });
});
