import { createTestPortal } from "@educonnect-activation/server-adapter/test/portal";
import { sendKeys } from "@web/test-runner-commands";
import { expect } from "chai";
import "../define/educonnect-activation.ts";
import type { EduconnectEventMap } from "../events/educonnect-events.ts";
import { screenStates } from "../../test/screen-states.ts";
import { showScreen } from "../../test/show-screen.ts";
import { Visit } from "../../test/visit.ts";

const eventNames = [
  "educonnect-command",
  "educonnect-navigate",
  "educonnect-link-answer",
  "educonnect-replace",
  "educonnect-sign-out",
  "educonnect-portal-choice",
] as const satisfies readonly (keyof EduconnectEventMap)[];

/** What tells of keys, of paths that a pointer takes, and of how the device is moved or turned. */
const beyondPressing =
  /^(?:key|touch|drag|drop|wheel|(?:pointer|mouse)(?:move|over|enter|out|leave)|gesture|device|orientation)/u;

/** The first state of each screen, as it is met: what a screen takes does not depend on its state. */
const firstStates = screenStates.filter(
  ({ tag }, place) => screenStates.findIndex((other) => other.tag === tag) === place,
);

describe("what is typed and chosen", () => {
  it("can be pasted into every field, with no length cut off and the code in one piece", async () => {
    const source = document.createElement("input");
    source.value = "31/12/2009";
    document.body.append(source);
    source.focus();
    await sendKeys({ press: "ControlOrMeta+A" });
    await sendKeys({ press: "ControlOrMeta+C" });
    const refused: string[] = [];
    let fields = 0;
    for (const state of firstStates) {
      const { root, close } = await showScreen(state);
      const inputs = [...root.querySelectorAll<HTMLInputElement>("input.educonnect-input")];
      for (const input of inputs.filter((each) => each.checkVisibility())) {
        input.value = "";
        input.focus();
        await sendKeys({ press: "ControlOrMeta+V" });
        fields += 1;
        // A date is spread over its three fields.
        const wanted =
          input.name === "day"
            ? "31"
            : input.name === "month"
              ? "12"
              : input.name === "year"
                ? "2009"
                : source.value;
        if (input.value !== wanted || input.maxLength !== -1)
          refused.push(`${state.name}: ${input.name} holds ${input.value}`);
      }
      if (root.querySelectorAll("[autocomplete=one-time-code]").length > 1)
        refused.push(`${state.name}: a code in pieces`);
      close();
    }
    source.remove();
    expect(refused).to.deep.equal([]);
    expect(fields).to.be.greaterThan(10);
  });

  it("moves nobody elsewhere by itself: no focus and no answer sends, leaves, opens or shifts the focus", async () => {
    const moved: string[] = [];
    for (const state of screenStates) {
      const { element, root, settle, close } = await showScreen(state);
      const listen = ({ type }: Event) => moved.push(`${state.name}: ${type}`);
      for (const name of eventNames) element.addEventListener(name, listen);
      for (const input of root.querySelectorAll<HTMLInputElement>("input.educonnect-input, [type=radio]")) {
        if (!input.checkVisibility()) continue;
        input.focus();
        if (input.type === "radio") input.click();
        else input.value = "12345678";
        input.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
        input.dispatchEvent(new Event("change", { bubbles: true }));
        await settle();
        const focused = root instanceof ShadowRoot ? root.activeElement : document.activeElement;
        if (focused !== input) moved.push(`${state.name}: the focus left ${input.name}`);
      }
      close();
    }
    expect(moved).to.deep.equal([]);
  });

  it("needs no key of its own, no path of a pointer and no movement of the device", async () => {
    const { addEventListener } = EventTarget.prototype;
    const heard = new Set<string>();
    EventTarget.prototype.addEventListener = function (
      this: EventTarget,
      ...[type, listener, options]: Parameters<typeof addEventListener>
    ) {
      heard.add(type);
      addEventListener.call(this, type, listener, options);
    };
    const visit = new Visit((await createTestPortal()).browser());
    try {
      for (const state of screenStates) (await showScreen(state)).close();
      await visit.open().untilStep("signIn");
    } finally {
      EventTarget.prototype.addEventListener = addEventListener;
      visit.close();
    }
    expect([...heard]).to.include("click");
    expect([...heard].filter((type) => beyondPressing.test(type))).to.deep.equal([]);
  });
});
