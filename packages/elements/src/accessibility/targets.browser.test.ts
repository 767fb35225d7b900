import { sendMouse, resetMouse, setViewport } from "@web/test-runner-commands";
import { expect } from "chai";
import { screenStates, type ScreenState } from "../../test/screen-states.ts";
import { showScreen } from "../../test/show-screen.ts";
import { describeElement } from "../../test/tab-stops.ts";

/** WCAG 2.2, 2.5.8. */
const least = 24;

/** What the kit gives to whatever is pressed on the way through, the minimum of WCAG's level AAA (2.5.5). */
const ours = 44;

const mainControls =
  ".educonnect-button, .educonnect-input, .educonnect-toggle, summary, .educonnect-radio, .educonnect-checkbox, .educonnect-choice";

/** The whole line is as good a target as the radio button or box on it. */
function targetOf(control: Element): Element {
  return control.closest("label, .educonnect-choice, .educonnect-radio, .educonnect-checkbox") ?? control;
}

/** A link in a sentence, which the criterion leaves out: other words stand beside it in its block. */
function isInline(target: Element): boolean {
  return getComputedStyle(target).display === "inline" && target.localName === "a";
}

describe("what is pressed, in every screen and state", () => {
  afterEach(() => setViewport({ width: 800, height: 600 }));

  for (const width of [320, 1280]) {
    it(`is large enough, at ${width} px`, async () => {
      await setViewport({ width, height: 900 });
      const small: string[] = [];
      for (const state of screenStates) {
        const { root, close } = await showScreen(state);
        for (const control of root.querySelectorAll("a[href], button, input, summary")) {
          const target = targetOf(control);
          if (!control.checkVisibility() || control.closest("[aria-hidden=true]") || isInline(target))
            continue;
          const { width: across, height } = target.getBoundingClientRect();
          const isMain = target.matches(mainControls);
          if (height < (isMain ? ours : least) || across < least) {
            small.push(`${state.name}: ${describeElement(target)} is ${across} × ${height}`);
          }
        }
        close();
      }
      expect(small).to.deep.equal([]);
    });
  }

  const stateCalled = (name: string): ScreenState => {
    const state = screenStates.find((each) => each.name === name);
    if (state === undefined) throw new Error(`No state is called ${name}.`);
    return state;
  };

  for (const [name, selector] of [
    ["educonnect-login: empty", ".educonnect-button-primary"],
    ["educonnect-login: empty", ".educonnect-toggle"],
    ["educonnect-portal: empty", ".educonnect-choice"],
    ["educonnect-children: empty", ".educonnect-radio"],
    ["educonnect-password: empty", "summary"],
    ["educonnect-email: optional", ".educonnect-link"],
  ] as const) {
    it(`does nothing while it is held down, and nothing when it is let go elsewhere: ${name}, ${selector}`, async () => {
      const { element, root, close } = await showScreen(stateCalled(name));
      const target = root.querySelector(selector);
      if (target === null) throw new Error("nothing to press");
      target.scrollIntoView({ block: "center" });
      const seen = () =>
        [...root.querySelectorAll("input")].map(({ checked, type }) => `${type} ${checked}`).join();
      const before = [seen(), root.textContent];
      const heard: string[] = [];
      for (const event of ["educonnect-command", "educonnect-navigate", "submit", "toggle"])
        element.addEventListener(event, () => heard.push(event));
      const { left, top, width, height } = target.getBoundingClientRect();
      await sendMouse({
        type: "move",
        position: [Math.round(left + width / 2), Math.round(top + height / 2)],
      });
      await sendMouse({ type: "down" });
      const during = [seen(), root.textContent];
      await sendMouse({ type: "move", position: [2, 2] });
      await sendMouse({ type: "up" });
      await resetMouse();
      expect([during, [seen(), root.textContent], heard]).to.deep.equal([before, before, []]);
      close();
    });
  }
});
