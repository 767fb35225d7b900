import { expect } from "chai";
import { screenStates } from "../../test/screen-states.ts";
import { showScreen } from "../../test/show-screen.ts";

/** Where the last letter before an icon stands. */
function letterBefore(icon: Element): DOMRect | null {
  const link = icon.closest(".educonnect-link");
  if (link === null) return null;
  const walker = document.createTreeWalker(link, NodeFilter.SHOW_TEXT);
  let last: Node | null = null;
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (/\p{L}/u.test(node.textContent ?? "")) last = node;
  }
  const end = last?.textContent?.trimEnd().length ?? 0;
  if (last === null || end === 0) return null;
  const range = document.createRange();
  range.setStart(last, end - 1);
  range.setEnd(last, end);
  return range.getBoundingClientRect();
}

describe("the arrow of a link", () => {
  for (const lang of ["fr", "ar"])
    it(`stays on the line of the last word, however narrow: ${lang}`, async () => {
      const state = screenStates.find(({ name }) => name === "educonnect-sms-code: sent");
      if (state === undefined) throw new Error("no state");
      const { element, root, close } = await showScreen(state, { lang });
      const alone: string[] = [];
      const arrows = [...root.querySelectorAll(".educonnect-icon-arrow")];
      expect(arrows.length).to.be.above(1);
      element.style.display = "block";
      for (let width = 220; width < 480; width += 4) {
        element.style.inlineSize = `${width}px`;
        for (const arrow of arrows) {
          const letter = letterBefore(arrow);
          if (letter && arrow.getBoundingClientRect().top > letter.bottom) alone.push(`${width} px`);
        }
      }
      close();
      expect(alone).to.deep.equal([]);
    });
});
