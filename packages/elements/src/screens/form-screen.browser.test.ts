import { setViewport } from "@web/test-runner-commands";
import { expect } from "chai";
import { screenStates } from "../../test/screen-states.ts";
import { showScreen, type ShownScreen } from "../../test/show-screen.ts";

describe("a screen on a narrow phone", () => {
  let shown: ShownScreen | null = null;

  const show = async (name: string, properties: object = {}) => {
    const state = screenStates.find((each) => each.name === name);
    if (state === undefined) throw new Error(`No state is called ${name}.`);
    shown = await showScreen(state);
    Object.assign(shown.element, properties);
    await shown.settle();
    return shown.root;
  };
  const boxOf = (root: ParentNode, selector: string) => {
    const element = root.querySelector(selector);
    if (element === null) throw new Error(`Nothing is ${selector}.`);
    return element.getBoundingClientRect();
  };

  before(() => setViewport({ width: 320, height: 640 }));
  afterEach(() => shown?.close());
  after(() => setViewport({ width: 800, height: 600 }));

  for (const name of [
    "educonnect-login: empty",
    "educonnect-email: empty",
    "educonnect-email-confirm: asking",
  ])
    it(`says right under the buttons that it sends, in the region that was there before (${name})`, async () => {
      const root = await show(name);
      const region = root.querySelector("[role=status].educonnect-status");
      Object.assign(shown?.element ?? {}, { busy: true });
      await shown?.settle();
      expect(root.querySelector("[role=status].educonnect-status")).to.equal(region);
      const status = boxOf(root, ".educonnect-status");
      const distance = status.top - boxOf(root, ".educonnect-actions").bottom;
      expect(status.height).to.be.greaterThan(10);
      expect(distance).to.be.within(4, 20);
      expect(boxOf(root, ".educonnect-screen").bottom - status.bottom).to.be.at.least(12);
    });

  it("keeps one region on every screen, whatever it holds", async () => {
    for (const state of screenStates) {
      shown = await showScreen(state);
      expect(shown.root.querySelectorAll(".educonnect-status").length, state.name).to.equal(1);
      shown.close();
    }
  });

  it("says beside the button that the identifier was copied", async () => {
    const root = await show("educonnect-success: mail pending");
    root.querySelector<HTMLElement>(".educonnect-tools button")?.click();
    while ((root.querySelector(".educonnect-status")?.textContent.trim() ?? "") === "")
      await new Promise(requestAnimationFrame);
    await shown?.settle();
    expect(boxOf(root, ".educonnect-status").top - boxOf(root, ".educonnect-tools").bottom).to.be.within(
      4,
      20,
    );
  });

  it("puts the way on above the way back where they don't stand side by side", async () => {
    const root = await show("educonnect-email-confirm: asking");
    expect(boxOf(root, ".educonnect-button-primary").bottom).to.be.at.most(
      boxOf(root, ".educonnect-back").top,
    );
  });

  it("breaks a long address after its `@` or a dot, and gives it whole to whoever copies it", async () => {
    const to = "marie-victoire.martin@rochefoucauld.example";
    const root = await show("educonnect-email-sent: long address", { to });
    const address = root.querySelector(".educonnect-address");
    expect(address?.textContent).to.equal(to);
    expect(address?.querySelectorAll("wbr").length).to.be.greaterThan(2);
  });
});
