import { language } from "@educonnect-activation/core/messages/ar";
import { expect } from "chai";
import { readCatalogue } from "../../test/wizard-page.ts";
import { screenStates } from "../../test/screen-states.ts";
import { showScreen, type ShownScreen } from "../../test/show-screen.ts";

type Show = (name: string, given?: object) => Promise<ShownScreen>;

/** Where each character of a text stands from the left, as it is painted. */
function placesOf(root: ParentNode, text: string): number[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const letters: { readonly node: Node; readonly index: number }[] = [];
  let all = "";
  // A text with places for line breaks in it is several nodes.
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const own = node.textContent ?? "";
    for (let index = 0; index < own.length; index += 1) letters.push({ node, index });
    all += own;
  }
  const start = all.indexOf(text);
  if (start < 0) throw new Error(`« ${text} » is nowhere.`);
  return letters.slice(start, start + text.length).map(({ node, index }) => {
    const range = document.createRange();
    range.setStart(node, index);
    range.setEnd(node, index + 1);
    return Math.round(range.getBoundingClientRect().left);
  });
}

const ascending = (places: readonly number[]) => places.toSorted((one, other) => one - other);
const inputs = (root: ParentNode) => [...root.querySelectorAll<HTMLInputElement>(".educonnect-input")];
const left = (element: Element | null | undefined) => element?.getBoundingClientRect().left ?? Number.NaN;

for (const dom of ["shadow", "light"] as const) {
  describe(`from right to left, in Arabic (${dom})`, () => {
    let shown: ShownScreen | null = null;

    const show: Show = async (name, given = {}) => {
      const state = screenStates.find((each) => each.name === name);
      if (state === undefined) throw new Error(`No state is called ${name}.`);
      shown?.close();
      shown = await showScreen({ ...state, given: { ...state.given, ...given } }, { dom, lang: "ar" });
      return shown;
    };

    const find = (selector: string) => shown?.root.querySelector<HTMLElement>(selector) ?? null;

    afterEach(() => {
      shown?.close();
      shown = null;
    });

    it("runs the whole screen, says so, and joins its letters", async () => {
      await show("educonnect-login: empty");
      const root = find(".educonnect");
      expect([root?.lang, root?.dir]).to.deep.equal(["ar", "rtl"]);
      const heading = find(".educonnect-heading");
      expect(heading && getComputedStyle(heading).letterSpacing).to.equal("normal");
      expect(heading && getComputedStyle(heading).fontFamily).to.contain("Noto Sans Arabic");
    });

    for (const [state, directions] of [
      ["educonnect-login: empty", ["ltr", "ltr"]],
      ["educonnect-identity: empty", ["auto", "auto", "ltr"]],
      ["educonnect-sms-code: sent", ["ltr"]],
      ["educonnect-email: empty", ["ltr", "ltr"]],
      ["educonnect-password: empty", ["ltr", "ltr"]],
      ["educonnect-birth-date: empty", ["ltr", "ltr", "ltr"]],
    ] as const) {
      it(`types from left to right what is Latin, at the line's beginning: ${state}`, async () => {
        const { root } = await show(state);
        expect(inputs(root).map(({ dir }) => dir)).to.deep.equal(directions);
        for (const input of inputs(root)) {
          const { direction, textAlign } = getComputedStyle(input);
          expect(`${direction} ${textAlign}`).to.be.oneOf(["ltr end", "rtl start"]);
        }
      });
    }

    it("writes a name in whatever script it is typed in", async () => {
      const { root } = await show("educonnect-identity: empty");
      const [name] = inputs(root);
      for (const [text, direction] of [
        ["مارتن", "rtl"],
        ["Martin", "ltr"],
      ] as const) {
        if (name) name.value = text;
        expect(name && getComputedStyle(name).direction).to.equal(direction);
      }
    });

    it("puts the button that shows a password at the end of the line, off what is typed", async () => {
      const { root } = await show("educonnect-login: empty");
      const toggle = find(".educonnect-toggle");
      const password = inputs(root).find(({ name }) => name === "password");
      const box = password?.getBoundingClientRect();
      expect(Math.abs(left(toggle) - left(password))).to.be.below(1);
      const reserved = password ? Number.parseFloat(getComputedStyle(password).paddingLeft) : 0;
      expect(reserved).to.be.at.least(toggle?.getBoundingClientRect().width ?? Infinity);
      expect(box?.width).to.be.above(100);
    });

    it("turns the icons that point, and no others", async () => {
      await show("educonnect-login: empty");
      for (const [name, transform] of [
        ["arrow", "matrix(-1, 0, 0, 1, 0, 0)"],
        ["newWindow", "matrix(-1, 0, 0, 1, 0, 0)"],
        ["eye", "none"],
      ] as const) {
        const icon = find(`.educonnect-icon-${name}`);
        expect(icon && getComputedStyle(icon).transform, name).to.equal(transform);
      }
      await show("educonnect-password: typed");
      const tick = find(".educonnect-icon-tick");
      expect(tick && getComputedStyle(tick).transform).to.equal("none");
    });

    it("begins at the right: the edge of a summary, the steps done, the way back", async () => {
      await show("educonnect-email: wrong");
      const summary = find(".educonnect-summary");
      const edges = summary && getComputedStyle(summary);
      expect(Number.parseFloat(edges?.borderRightWidth ?? "")).to.be.above(
        Number.parseFloat(edges?.borderLeftWidth ?? ""),
      );
      await show("educonnect-email-sent: sent");
      const steps = [...(shown?.root.querySelectorAll(".educonnect-step") ?? [])];
      expect(left(steps[0])).to.be.above(left(steps[1]));
      expect(steps.slice(0, 2).every((step) => step.classList.contains("educonnect-done"))).to.equal(true);
      expect(left(find(".educonnect-back"))).to.be.above(left(find("[type=submit]")));
    });

    it("asks for the day at the right, then the month, then the year", async () => {
      const { root } = await show("educonnect-birth-date: empty");
      const places = inputs(root).map(left);
      expect(inputs(root).map(({ name }) => name)).to.deep.equal(["day", "month", "year"]);
      expect(places).to.deep.equal(ascending(places).toReversed());
    });

    for (const [state, text, given] of [
      ["educonnect-sms-code: sent", "+33\u00a0••\u00a0••\u00a0••\u00a012", {}],
      ["educonnect-identity: understood", "+262\u00a0692\u00a070\u00a015\u00a046", {}],
      ["educonnect-identity: wrong", "+687", { issues: [{ code: "phone_too_short", field: "phone" }] }],
      ["educonnect-identity: wrong", "06 12 34", { issues: [{ code: "phone_not_digits", field: "phone" }] }],
      ["educonnect-notice: locked", "03 22", {}],
      ["educonnect-email: given", "c•••@example.org", {}],
      ["educonnect-success: mail pending", "c•••@example.org", {}],
      ["educonnect-success: mail pending", "a.rochefoucauld1234", {}],
      ["educonnect-email-confirm: asking", "c.martin42", {}],
      ["educonnect-services: filled", "C.M.", {}],
      ["educonnect-children: empty", "E.E.PU Jules-Ferry", {}],
      ["educonnect-password: empty", "! ? @", {}],
    ] as const) {
      it(`never turns round « ${text} », in ${state}`, async () => {
        const { root } = await show(state, given);
        const places = placesOf(root, text);
        expect(places).to.deep.equal(ascending(places));
      });
    }

    it("puts the territory of a number after it, which is to its left", async () => {
      const { root } = await show("educonnect-identity: understood");
      const regionName = new Intl.DisplayNames("ar", { type: "region" }).of("RE") ?? "";
      const [number = Number.NaN] = placesOf(root, "+262");
      const [territory = Number.NaN] = placesOf(root, `(${regionName}`);
      expect(territory).to.be.below(number);
    });

    it("names a child among namesakes from right to left: the name, then the place", async () => {
      const pupil = { givenName: "Éloïse", familyName: "Martin", school: "E.E.PU", hasBirthDate: true };
      const { root } = await show("educonnect-children: empty", {
        pupils: ["a", "b"].map((id) => ({ ...pupil, id })),
        issues: [{ code: "child_unanswered", childId: "b" }],
      });
      const summary = root.querySelector(".educonnect-summary a") ?? root;
      const text = await readCatalogue(language);
      const [name = Number.NaN] = placesOf(summary, "Éloïse Martin");
      const [place = Number.NaN] = placesOf(summary, text("children.place", { current: 2, total: 2 }));
      expect(place).to.be.below(name);
    });

    it("ends an Arabic sentence at the left, whatever it holds", async () => {
      const { root } = await show("educonnect-success: active", { identifier: "c.martin42" });
      const text = root.querySelector(".educonnect-text:last-of-type")?.textContent.trim() ?? "";
      const places = placesOf(root, text.slice(-11));
      expect(Math.min(...places)).to.equal(places.at(-1));
    });

    it("says which texts are French: the school's, and the name that FranceConnect's button must bear", async () => {
      await show("educonnect-services: filled");
      const message = find(".educonnect-message .educonnect-given");
      expect([message?.lang, message && getComputedStyle(message).direction]).to.deep.equal(["fr", "ltr"]);
      await show("educonnect-login: empty");
      expect(find(".educonnect-franceconnect-name")?.lang).to.equal("fr");
    });

    it("shows the isolates to nobody, and puts none into what is copied or saved", async () => {
      const text = await readCatalogue(language);
      await show("educonnect-success: active", { identifier: "c.martin42" });
      expect(find(".educonnect-identifier")?.textContent.trim()).to.equal("c.martin42");
      expect(text("success.fileText", { identifier: "c.martin42" })).not.to.match(/[\u2066-\u2069]/u);
    });
  });
}
