import { beforeAll, describe, expect, it } from "vitest";
import budget from "../packages/elements/size-budget.json" with { type: "json" };
import { measureBrowserWeight, type BrowserWeight } from "./browser-weight.ts";
import { topicOf, weightOfSources } from "./weight-of-sources.ts";

describe("what a browser loads of the elements", () => {
  let weight: BrowserWeight;

  beforeAll(async () => {
    weight = await measureBrowserWeight();
  }, 120_000);

  it.each(["firstScreen", "wizard", "strength", "confirmationLinkPage", "portal", "methods"] as const)(
    "keeps its %s in budget",
    (name) => {
      expect(weight[name], "run `pnpm bench:size` to see what weighs what").toBeLessThanOrEqual(budget[name]);
    },
  );

  it("has budgets that are no wider than needed, so that what was won is not lost again", () => {
    expect(budget.firstScreen - weight.firstScreen).toBeLessThan(800);
    expect(budget.wizard - weight.wizard).toBeLessThan(800);
    expect(budget.portal - weight.portal).toBeLessThan(800);
    expect(budget.methods - weight.methods).toBeLessThan(800);
  });

  it("shows the first screen without a further request, and loads the others in three groups", () => {
    expect(weight.first.map(({ fileName }) => fileName)).toEqual(["educonnect-activation.js"]);
    const modules = weight.first.flatMap(({ moduleIds }) => moduleIds);
    expect(modules.filter((id) => id.includes("/screens/login/"))).toHaveLength(1);
    expect(Object.keys(weight.groups).toSorted()).toEqual([
      "companions",
      "educonnect-confirmation-link",
      "languages",
      "password",
      "services-group",
      "zxcvbn-estimator",
    ]);
  });

  it("leaves what only the wizard's later acts need out of the first load", () => {
    const modules = weight.first.flatMap(({ moduleIds }) => moduleIds);
    const later = [
      "/journey.ts",
      "/activation-client.ts",
      "/messages/fr/issues.ts",
      "/wording.ts",
      "/languages.ts",
    ];
    expect(modules.filter((id) => later.some((name) => id.endsWith(name)))).toEqual([]);
  });

  it("loads no file of more than 4,000 bytes for another language", () => {
    const texts = Object.entries(weight.texts);
    expect(texts.length).toBeGreaterThan(60);
    expect(texts.filter(([, bytes]) => bytes > 4000)).toEqual([]);
  });

  it("has every screen, and no development build, dictionary or server in the one file", () => {
    const modules = weight.oneFile.moduleIds;
    for (const name of [
      "login",
      "methods",
      "france-connect",
      "identity",
      "sms-code",
      "children",
      "birth-date",
      "password",
      "email",
      "email-sent",
      "success",
      "services",
    ]) {
      expect(modules.some((id) => id.endsWith(`/screens/${name}/educonnect-${name}.ts`))).toBe(true);
    }
    expect(
      modules.filter((id) => /\/development\/|zxcvbn|strength-dictionary|server-adapter/u.test(id)),
    ).toEqual([]);
  });

  it("leaves the screen that is a page of its own out of both builds, and the methods out of the first load", () => {
    const renderedIn = (chunks: typeof weight.first) =>
      chunks.flatMap(({ modules }) =>
        Object.keys(modules).filter((id) => (modules[id]?.renderedLength ?? 0) > 0),
      );
    const everywhere = renderedIn([weight.oneFile, ...weight.first]);
    expect(everywhere.length).toBeGreaterThan(50);
    expect(everywhere.filter((id) => id.includes("/screens/portal/"))).toEqual([]);
    expect(renderedIn(weight.first).filter((id) => id.includes("/screens/methods/"))).toEqual([]);
  });

  it("builds each screen for a page of its own, in two files or three", () => {
    const names = [...weight.chunks.keys()].filter((name) => name.startsWith("standalone: "));
    for (const screen of ["portal", "methods", "login", "email", "password", "success"]) {
      expect(names).toContain(`standalone: ${screen}`);
    }
    expect(weight.chunks.get("standalone: portal")?.imports.length).toBeLessThanOrEqual(2);
  });

  it("may leave out Lit's own sheets, since no element has any", async () => {
    const elements = Object.entries(await import("../packages/elements/src/index.ts"));
    const withSheets = elements.filter(([, value]) => typeof value === "function" && "styles" in value);
    expect(elements.filter(([name]) => name.startsWith("Educonnect")).length).toBeGreaterThan(15);
    expect(withSheets.map(([name]) => name)).toEqual([]);
  });

  it("says what each topic weighs", () => {
    const weights = new Map(weightOfSources(weight.oneFile, topicOf));
    for (const topic of ["Lit", "texts", "styles", "core", "screens", "client", "wizard"]) {
      expect(weights.get(topic), topic).toBeGreaterThan(500);
    }
  });

  it("says what each source weighs", () => {
    const sources = weightOfSources(weight.oneFile);
    expect(sources.find(([source]) => source.startsWith("lit-html/lit-html.js"))?.[1]).toBeGreaterThan(2000);
    expect(sources.some(([source]) => source === "elements/src/screens/login/educonnect-login.ts")).toBe(
      true,
    );
  });
});
