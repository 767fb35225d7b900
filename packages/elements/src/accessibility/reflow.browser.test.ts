import { setViewport } from "@web/test-runner-commands";
import { expect } from "chai";
import { findLostText } from "../../test/find-lost-text.ts";
import { screenStates } from "../../test/screen-states.ts";
import { showScreen } from "../../test/show-screen.ts";

/** The values of WCAG 2.2, 1.4.12, set from outside by a sheet that wins over the kit's. */
const spacing = new CSSStyleSheet();
spacing.replaceSync(`
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-block-end: 2em !important; }
`);

/** Shows every screen in every state, and lists what can't be read of each. */
async function findLost(prepare: (root: ShadowRoot | HTMLElement) => void = () => {}): Promise<string[]> {
  const lost: string[] = [];
  for (const state of screenStates) {
    const { root, close } = await showScreen(state);
    prepare(root);
    lost.push(...findLostText(root).map((each) => `${state.name}: ${each}`));
    close();
  }
  return lost;
}

describe("every screen, in every state, keeps all of its text in sight", () => {
  before(() => {
    document.body.style.margin = "0";
  });

  afterEach(async () => {
    document.documentElement.style.fontSize = "";
    document.documentElement.dir = "";
    await setViewport({ width: 800, height: 600 });
  });

  for (const [width, height, why] of [
    [320, 256, "1280 × 1024 px at 400 %"],
    [768, 1024, "a tablet"],
    [844, 390, "a telephone laid on its side"],
    [1280, 900, "a screen"],
  ] as const) {
    it(`in ${width} × ${height} CSS px, ${why}`, async () => {
      await setViewport({ width, height });
      expect(await findLost()).to.deep.equal([]);
    });
  }

  for (const width of [320, 1280]) {
    it(`with the text spacing of WCAG 1.4.12, at ${width} px`, async () => {
      await setViewport({ width, height: 900 });
      const lost = await findLost((root) => {
        if (root instanceof ShadowRoot) root.adoptedStyleSheets.push(spacing);
      });
      expect(lost).to.deep.equal([]);
    });
  }

  for (const width of [640, 1280]) {
    it(`with text twice as large, at ${width} px`, async () => {
      await setViewport({ width, height: 900 });
      document.documentElement.style.fontSize = "200%";
      expect(await findLost()).to.deep.equal([]);
    });
  }

  it("with text twice as large on a small telephone, where FranceConnect is offered", async () => {
    await setViewport({ width: 320, height: 640 });
    document.documentElement.style.fontSize = "200%";
    // As much as a host may well leave around it.
    document.body.style.margin = "1rem";
    const offering = screenStates.filter(({ given }) => "links" in given);
    expect(offering.length).to.be.above(0);
    for (const state of offering) {
      const { close } = await showScreen(state);
      expect(document.documentElement.scrollWidth, state.name).to.equal(320);
      close();
    }
    document.body.style.margin = "0";
  });

  for (const width of [320, 1280]) {
    it(`from right to left, at ${width} px`, async () => {
      await setViewport({ width, height: 900 });
      document.documentElement.dir = "rtl";
      expect(await findLost()).to.deep.equal([]);
    });
  }
});
