import { setViewport } from "@web/test-runner-commands";
import axe from "axe-core";
import { expect } from "chai";
import { findLostText } from "../../test/find-lost-text.ts";
import { screenStates } from "../../test/screen-states.ts";
import { showScreen } from "../../test/show-screen.ts";

for (const dom of ["shadow", "light"] as const) {
  describe(`every screen, in every state, in Arabic (${dom})`, () => {
    before(() => {
      document.body.style.margin = "0";
    });

    afterEach(async () => {
      await setViewport({ width: 800, height: 600 });
    });

    it("has nothing that axe finds wrong, at 320 px", async () => {
      await setViewport({ width: 320, height: 900 });
      const wrong: string[] = [];
      for (const state of screenStates) {
        const { element, close } = await showScreen(state, { lang: "ar", dom });
        const { violations } = await axe.run(element, { rules: { region: { enabled: false } } });
        wrong.push(
          ...violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${state.name}: ${id}: ${html}`)),
        );
        close();
      }
      expect(wrong).to.deep.equal([]);
    });

    for (const width of [320, 768, 1280]) {
      it(`keeps all of its text in sight, at ${width} px`, async () => {
        await setViewport({ width, height: 900 });
        const lost: string[] = [];
        for (const state of screenStates) {
          const { root, close } = await showScreen(state, { lang: "ar", dom });
          lost.push(...findLostText(root).map((each) => `${state.name}: ${each}`));
          close();
        }
        expect(lost).to.deep.equal([]);
      });
    }
  });
}
