import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PortalAnswers, PortalMode, PortalOptions } from "./portal-options.ts";
import { settlePortal } from "./settle-portal.ts";

const base = "https://ent.example/connexion/";
const settle = (options: PortalOptions, answers: Partial<PortalAnswers> = {}) =>
  settlePortal(options, { profile: null, level: null, mode: null, ...answers }, base);
const idsOf = (options: PortalOptions, answers?: Partial<PortalAnswers>) =>
  settle(options, answers).steps.map(({ status, choices }) => [status, ...choices.map(({ id }) => id)]);

const educonnect: PortalMode = {
  id: "educonnect",
  href: "/educonnect",
  when: { profiles: ["pupil", "guardian"] },
};
const one: PortalMode = { id: "one", href: "https://one.example/", when: { levels: ["primary-school"] } };
const neo: PortalMode = { id: "neo", href: "neo", when: { levels: ["middle-school", "high-school"] } };
const agents: PortalMode = { id: "agents", href: "/agents", when: { profiles: ["guest"] } };

describe("settlePortal", () => {
  it("asks for one thing after the other, of the deck's profiles and levels by default", () => {
    const options = { modes: [educonnect, one, neo, agents] };
    const profiles = ["pupil", "guardian", "education-staff", "agricultural-education", "guest"];
    const levels = ["primary-school", "middle-school", "high-school"];
    expect(idsOf(options)).toEqual([["asked", ...profiles], ["waiting"], ["waiting"]]);
    expect(idsOf(options, { profile: "guardian" }).slice(1)).toEqual([["asked", ...levels], ["waiting"]]);
    const answers = { profile: "guardian", level: "high-school" };
    expect(idsOf(options, answers)[2]).toEqual(["asked", "educonnect", "neo"]);
    expect(settle(options, { ...answers, mode: "neo" }).choice).toEqual({
      ...answers,
      mode: "neo",
      href: "https://ent.example/connexion/neo",
    });
  });

  it("settles by itself what has one possible answer, and asks no level of a profile that has none", () => {
    const options = { modes: [educonnect, agents] };
    expect(idsOf(options, { profile: "guest" }).slice(1)).toEqual([["needless"], ["settled", "agents"]]);
    expect(settle(options, { profile: "guest" }).choice).toMatchObject({ level: null, mode: "agents" });
    const alone = { profiles: [{ id: "guardian" }], levels: [], modes: [educonnect] };
    expect(settle(alone).choice).toMatchObject({ profile: "guardian", level: null, mode: "educonnect" });
  });

  it("shows no profile and no level that leads nowhere", () => {
    expect(idsOf({ modes: [{ ...educonnect, when: { profiles: ["pupil"] } }, agents] })[0]).toEqual([
      "asked",
      "pupil",
      "guest",
    ]);
    expect(idsOf({ modes: [one, neo, agents] }, { profile: "pupil" })[1]).toHaveLength(4);
    expect(idsOf({ modes: [one, agents] }, { profile: "pupil" })[1]).toEqual(["settled", "primary-school"]);
    expect(settle({ modes: [] }).steps[0]?.choices).toEqual([]);
  });

  it("offers to a profile only its own levels", () => {
    const options = {
      profiles: [{ id: "pupil", levels: ["high-school", "university"] }, { id: "guardian" }],
      modes: [educonnect, neo],
    };
    expect(idsOf(options, { profile: "pupil" })[1]).toEqual(["settled", "high-school"]);
  });

  it("keeps later answers that are still possible, and counts the others as none", () => {
    const options = { modes: [educonnect, one, neo] };
    const answers = { level: "middle-school", mode: "educonnect" };
    expect(settle(options, { profile: "pupil", ...answers }).choice).toMatchObject(answers);
    const staff = settle(options, { profile: "education-staff", ...answers });
    expect(staff.choice).toMatchObject({ level: "middle-school", mode: "neo" });
    expect(settle(options, { profile: "nobody", ...answers }).choice).toBeNull();
  });

  it("takes the first address that fits where a mode has several", () => {
    const modes = [
      { id: "educonnect", href: "/primary", when: { levels: ["primary-school"] } },
      { id: "educonnect", href: "/others" },
    ];
    const hrefAt = (level: string) =>
      settle({ modes }, { profile: "pupil", level, mode: "educonnect" }).choice?.href;
    expect(hrefAt("primary-school")).toBe("https://ent.example/primary");
    expect(hrefAt("high-school")).toBe("https://ent.example/others");
  });

  it.each([
    "javascript:alert(1)",
    " java\nscript:alert(1)",
    "data:text/html,x",
    "mailto:a@b.fr",
    "blob:https://ent.example/1",
    "intent://x",
    "https://",
  ])("leaves out a mode that leads to %j", (href) => {
    expect(settle({ modes: [{ id: "bad", href }] }).steps[0]?.choices).toEqual([]);
  });

  it("never leads anywhere but to a mode that fits, whatever is offered and answered", () => {
    const id = fc.constantFrom<string[]>("a", "b", "c");
    const ids = fc.array(id, { maxLength: 3 });
    const optional = { requiredKeys: [] };
    const entry = fc.record({ id });
    const profile = fc.record({ id, levels: ids }, { requiredKeys: ["id"] });
    const mode = fc.record({
      id,
      href: fc.constantFrom("/x", "https://y.example/", "javascript:1"),
      when: fc.record({ profiles: ids, levels: ids }, optional),
    });
    const options = fc.record({
      profiles: fc.array(profile),
      levels: fc.array(entry),
      modes: fc.array(mode),
    });
    const answer = fc.option(id);
    const answers = fc.record({ profile: answer, level: answer, mode: answer });
    fc.assert(
      fc.property(options, answers, (offered, given) => {
        const { steps, choice } = settlePortal(offered, given, base);
        const open = steps.filter(({ status, chosen }) => status === "asked" && chosen === null);
        // Either all is answered, or exactly one question is open, or there is nothing to choose at all.
        const isEmpty = steps[0]?.choices.length === 0;
        expect(open).toHaveLength(choice === null && !isEmpty ? 1 : 0);
        for (const { choices, status } of steps) {
          expect(new Set(choices.map((each) => each.id)).size).toBe(choices.length);
          expect(status === "asked").toBe(choices.length > 1 && status !== "waiting");
        }
        if (choice === null) return;
        const fitting = offered.modes.some(
          ({ id: modeId, when }) =>
            modeId === choice.mode &&
            (when.profiles?.includes(choice.profile) ?? true) &&
            (when.levels === undefined || (choice.level !== null && when.levels.includes(choice.level))),
        );
        expect(fitting).toBe(true);
        expect(choice.href).toMatch(/^https:/u);
      }),
    );
  });
});
