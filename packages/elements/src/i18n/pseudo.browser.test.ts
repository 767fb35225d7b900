import { pseudoMessages } from "@educonnect-activation/core/messages/pseudo";
import { setViewport } from "@web/test-runner-commands";
import { expect } from "chai";
import { render } from "lit";
import { leaveQuestion, methodsBack, signedInPanel } from "../wizard/later-panels.ts";
import { timePanel } from "../wizard/time/time-keeper.ts";
import { loadingPanel, noticePanel, unreachablePanel } from "../wizard/panels.ts";
import { findLostText } from "../../test/find-lost-text.ts";
import { screenStates } from "../../test/screen-states.ts";
import { showScreen } from "../../test/show-screen.ts";

const readAttributes = ["aria-label", "aria-description", "placeholder", "title", "alt", "label"];

/** What is nobody's language: digits, punctuation, signs. */
const speechless = /[\d\s\p{P}\p{S}\p{M}\p{Cf}]/gu;

/** Text by its origin: a host's or the server's data, at any depth of what a screen was given. */
function stringsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

function withoutBrackets(text: string): string {
  const shorter = text.replace(/⟦[^⟦⟧]*⟧/gu, "");
  return shorter === text ? text : withoutBrackets(shorter);
}

/** The longer first, so that no name hides a part of another. */
const without = (text: string, data: readonly string[]) =>
  data
    .filter((each) => each !== "")
    .toSorted((one, other) => other.length - one.length)
    .reduce((rest, each) => rest.replaceAll(each.replaceAll(" ", "\u00a0"), "").replaceAll(each, ""), text);

/** What the names of persons and the dates of news become. */
function madeOf(given: object): string[] {
  const names = stringsIn(given).map((each) => each.slice(0, 1).toUpperCase());
  const news = "data" in given ? ["15 septembre 2026"] : [];
  return [...names.map((letter) => `${letter}.`), ...news];
}

/** Everything that is read of a tree, and is in no catalogue and no data. */
function foreignTexts(root: ParentNode & Node, given: object): string[] {
  const data = [...stringsIn(given), ...madeOf(given)];
  const texts = [root.textContent ?? ""];
  for (const element of root.querySelectorAll("*")) {
    for (const name of readAttributes) texts.push(element.getAttribute(name) ?? "");
    if (element instanceof HTMLInputElement && /button|submit|reset/u.test(element.type))
      texts.push(element.value);
  }
  return texts
    .map((text) => without(withoutBrackets(text), data))
    .filter((text) => text.replaceAll(speechless, "") !== "")
    .map((text) => text.replaceAll(/\s+/gu, " ").trim());
}

describe("with every text of the catalogue in brackets", () => {
  before(() => {
    document.body.style.margin = "0";
  });

  afterEach(async () => {
    document.body.replaceChildren();
    await setViewport({ width: 800, height: 600 });
  });

  it("no screen in no state reads out anything that could not be translated", async () => {
    const found: string[] = [];
    for (const state of screenStates) {
      const { root, close } = await showScreen(state, { messages: pseudoMessages });
      found.push(...foreignTexts(root, state.given).map((text) => `${state.name}: ${text}`));
      close();
    }
    expect(found).to.deep.equal([]);
  });

  it("no panel of the wizard does", () => {
    const nothing = () => undefined;
    const session = { givenName: "Claire", familyName: "Martin", expiresAt: 0, endsAt: 0, now: 0 };
    const acts = { href: "/", onEnter: () => true, onSignOut: nothing };
    const panels = [
      loadingPanel(pseudoMessages, true),
      unreachablePanel(pseudoMessages, false, nothing),
      noticePanel(pseudoMessages, { code: "network_failed" }, false, nothing),
      leaveQuestion(pseudoMessages, "leave", false, nothing),
      methodsBack(pseudoMessages, false, nothing),
      signedInPanel(pseudoMessages, session, false, acts),
      timePanel(pseudoMessages, { of: "flow", canExtend: true, secondsLeft: 90 }, false, nothing),
    ];
    for (const panel of panels) {
      const place = document.createElement("div");
      document.body.append(place);
      render(panel, place);
      expect(place.textContent).to.contain("⟦");
      expect(foreignTexts(place, session)).to.deep.equal([]);
    }
  });

  it("every screen has room for texts a third longer on a small telephone", async () => {
    await setViewport({ width: 320, height: 640 });
    const lost: string[] = [];
    for (const state of screenStates) {
      const { root, close } = await showScreen(state, { messages: pseudoMessages });
      lost.push(...findLostText(root).map((each) => `${state.name}: ${each}`));
      close();
    }
    expect(lost).to.deep.equal([]);
  });

  it("would find a text outside the catalogue", () => {
    const place = document.createElement("div");
    place.innerHTML = `<p title="Aide">⟦Nóóm⟧ Martin ✔ 12</p><label>Suite</label>`;
    expect(foreignTexts(place, { name: "Martin" })).to.deep.equal(["✔ 12Suite", "Aide"]);
  });
});
