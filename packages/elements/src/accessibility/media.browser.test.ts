import { emulateMedia } from "@web/test-runner-commands";
import { expect } from "chai";
import { screenStates } from "../../test/screen-states.ts";
import { showScreen, type ShownScreen } from "../../test/show-screen.ts";
import { describeElement } from "../../test/tab-stops.ts";

async function showStateCalled(name: string): Promise<ShownScreen> {
  const state = screenStates.find((each) => each.name === name);
  if (state === undefined) throw new Error(`No state is called ${name}.`);
  return showScreen(state);
}

function styleOf(root: ParentNode, selector: string): CSSStyleDeclaration {
  const element = root.querySelector(selector);
  if (element === null) throw new Error(`Nothing is ${selector}.`);
  return getComputedStyle(element);
}

/** What a system colour is at present. */
function systemColor(name: string): string {
  const probe = document.createElement("span");
  probe.style.color = name;
  document.body.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}

describe("forced colours, where every ground and colour of the kit is gone", () => {
  before(() => emulateMedia({ forcedColors: "active" }));
  after(() => emulateMedia({ forcedColors: "none" }));

  it("leave a ring around what has the focus, in a colour that the reader chose", async () => {
    for (const [name, selector] of [
      ["educonnect-login: empty", "input"],
      ["educonnect-portal: empty", "input"],
      ["educonnect-email: empty", ".educonnect-button-primary"],
    ] as const) {
      const { root, close } = await showStateCalled(name);
      const control = root.querySelector<HTMLElement>(selector);
      control?.focus({ focusVisible: true } satisfies FocusOptions & { focusVisible: boolean });
      const ringed = control?.closest(".educonnect-choice") ?? control;
      if (!ringed) throw new Error(name);
      const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(ringed);
      expect([outlineStyle, outlineWidth, outlineColor], name).to.not.include("none");
      expect(parseFloat(outlineWidth), name).to.be.greaterThan(1);
      expect(outlineColor, name).to.not.equal(systemColor("Canvas"));
      close();
    }
  });

  it("leave the chosen card apart from the others, besides its radio button, which the browser draws", async () => {
    const { root, close } = await showStateCalled("educonnect-portal: answered");
    const chosen = styleOf(root, ".educonnect-choice:has(:checked)");
    const other = styleOf(root, ".educonnect-choice:not(:has(:checked))");
    expect(chosen.borderTopWidth).to.not.equal(other.borderTopWidth);
    expect(styleOf(root, ".educonnect-choice input").appearance).to.equal("auto");
    close();
  });

  it("leave a field that is wrong apart from one that is not, besides its words", async () => {
    const { root, close } = await showStateCalled("educonnect-identity: wrong");
    const wrong = styleOf(root, ".educonnect-input[aria-invalid]");
    const right = styleOf(root, ".educonnect-input:not([aria-invalid])");
    expect(wrong.borderTopWidth).to.not.equal(right.borderTopWidth);
    close();
  });

  it("leave what is disabled apart from what is not", async () => {
    const { root, close } = await showStateCalled("educonnect-email-sent: locked");
    const gray = systemColor("GrayText");
    const closed = root.querySelectorAll(".educonnect-button[aria-disabled=true]");
    expect(closed.length).to.be.greaterThan(0);
    for (const button of closed) {
      const { color, borderTopColor } = getComputedStyle(button);
      expect([color, borderTopColor], describeElement(button)).to.deep.equal([gray, gray]);
    }
    const waiting = await showStateCalled("educonnect-sms-code: too soon");
    expect(styleOf(waiting.root, ".educonnect-resend .educonnect-link").color).to.equal(gray);
    waiting.close();
    close();
  });

  it("leave a button that waits for a request as it was", async () => {
    const looks: string[][] = [];
    for (const busy of [false, true]) {
      const { element, root, close } = await showStateCalled("educonnect-email: empty");
      Object.assign(element, { busy });
      await element.updateComplete;
      for (const scheme of ["active", "none"] as const) {
        await emulateMedia({ forcedColors: scheme });
        looks.push(
          [...root.querySelectorAll(".educonnect-button")].map((button) => {
            const { color, backgroundColor, borderTopColor } = getComputedStyle(button);
            return [color, backgroundColor, borderTopColor].join();
          }),
        );
      }
      await emulateMedia({ forcedColors: "active" });
      close();
    }
    expect(looks[0]?.length).to.be.greaterThan(0);
    expect(looks.slice(2)).to.deep.equal(looks.slice(0, 2));
  });

  it("leave the steps that are done apart from those to come, and a line around every box that stands out", async () => {
    const { root, close } = await showStateCalled("educonnect-email-sent: locked");
    const done = styleOf(root, ".educonnect-progress-bar .educonnect-done").backgroundColor;
    const left = styleOf(root, ".educonnect-progress-bar > :not(.educonnect-done)").backgroundColor;
    expect(done).to.not.equal(left);
    const { borderTopStyle, borderTopWidth } = styleOf(
      root,
      ".educonnect-progress-bar > :not(.educonnect-done)",
    );
    expect([borderTopStyle, borderTopWidth]).to.deep.equal(["solid", "1px"]);
    expect(styleOf(root, ".educonnect-button-primary").backgroundColor).to.not.equal(
      styleOf(root, ".educonnect-back").backgroundColor,
    );
    for (const name of [
      "educonnect-email-sent: locked",
      "educonnect-login: refused",
      "educonnect-login: empty",
    ]) {
      const shown = await showStateCalled(name);
      for (const box of shown.root.querySelectorAll(
        ".educonnect-panel, .educonnect-button, .educonnect-input",
      )) {
        const { borderTopStyle, borderTopWidth, borderTopColor } = getComputedStyle(box);
        expect(borderTopStyle, describeElement(box)).to.equal("solid");
        expect(parseFloat(borderTopWidth), describeElement(box)).to.be.greaterThan(0);
        expect(borderTopColor, describeElement(box)).to.not.equal(systemColor("Canvas"));
      }
      shown.close();
    }
    close();
  });
});

describe("motion", () => {
  after(() => emulateMedia({ reducedMotion: "no-preference" }));

  for (const reducedMotion of ["reduce", "no-preference"] as const) {
    it(`is none that lasts, and none at all where less is asked for (${reducedMotion})`, async () => {
      await emulateMedia({ reducedMotion });
      const moving: string[] = [];
      for (const state of screenStates) {
        const { root, close } = await showScreen(state);
        for (const each of root.querySelectorAll("*")) {
          const { animationName, transitionDuration } = getComputedStyle(each);
          const longest = Math.max(...transitionDuration.split(",").map(parseFloat));
          const isStill = reducedMotion === "reduce" ? longest === 0 : longest <= 0.2;
          if (animationName !== "none" || !isStill) moving.push(`${state.name}: ${describeElement(each)}`);
        }
        close();
      }
      expect(moving).to.deep.equal([]);
    });
  }
});
