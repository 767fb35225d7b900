import { sendKeys, setViewport } from "@web/test-runner-commands";
import { expect } from "chai";
import { screenStates } from "../../test/screen-states.ts";
import { showScreen } from "../../test/show-screen.ts";
import { describeElement, expectedStops, focusedElement } from "../../test/tab-stops.ts";

const headerHeight = 96;

/** A host's header that stays at the top of the window, over what is scrolled; it leaves no room for it by `scroll-padding`. */
function addStickyHeader(): HTMLElement {
  const header = document.createElement("header");
  header.textContent = "Portail";
  header.style.cssText = `position:sticky;inset-block-start:0;z-index:1;block-size:${headerHeight}px;background:#fff`;
  document.body.prepend(header);
  return header;
}

/** Whether nothing but its own label stands over the middle of an element. */
function isOnTop(element: Element): boolean {
  const { left, top, width, height } = element.getBoundingClientRect();
  const root = element.getRootNode();
  if (!(root instanceof ShadowRoot || root instanceof Document)) return false;
  const found = document.elementFromPoint(left + width / 2, top + height / 2);
  const inside = found === null ? null : root.elementFromPoint(left + width / 2, top + height / 2);
  const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : [];
  return inside !== null && [element, ...labels].some((each) => each.contains(inside));
}

/** Whether a ring of two pixels or more stands around what has the focus, or around the card that holds it. */
function hasRing(element: Element): boolean {
  return [element, element.closest(".educonnect-choice")].some((each) => {
    if (each === null) return false;
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(each);
    return outlineStyle !== "none" && parseFloat(outlineWidth) >= 2 && outlineColor !== "rgba(0, 0, 0, 0)";
  });
}

/** Whether something stands before what precedes it in the text: above it, or on its line against the way of reading. */
function goesBack(from: Element, to: Element, direction: "ltr" | "rtl"): boolean {
  const [start, end] = [from.getBoundingClientRect(), to.getBoundingClientRect()];
  const isFurther = direction === "ltr" ? end.left > start.left : end.right < start.right;
  const isBelow = end.top >= start.bottom || end.bottom > start.bottom;
  return !isFurther && !isBelow;
}

/** Buttons that stand below each other instead of side by side are gone through as they stand, the one that goes on first. */
function fromTheTop(stops: readonly Element[]): Element[] {
  const rowOf = (stop: Element) => stop.closest(".educonnect-actions");
  const topOf = (stop: Element) => stop.getBoundingClientRect().top;
  const rows = new Map<Element, Element[]>();
  for (const stop of stops) {
    const row = rowOf(stop) ?? stop;
    rows.set(row, [...(rows.get(row) ?? []), stop]);
  }
  return [...rows.values()].flatMap((row) => row.toSorted((one, other) => topOf(one) - topOf(other)));
}

interface Walk {
  readonly stops: readonly (Element | null)[];
  readonly problems: readonly string[];
}

/** Presses a key until the focus comes out at the other end, and looks at each stop. */
async function walk(key: "Tab" | "Shift+Tab", end: Element): Promise<Walk> {
  const stops: (Element | null)[] = [];
  const problems: string[] = [];
  for (let count = 0; count < 80; count += 1) {
    await sendKeys({ press: key });
    const stop = focusedElement();
    if (stop === end) return { stops, problems };
    stops.push(stop);
    if (stop === null || !hasRing(stop)) problems.push(`no ring on ${describeElement(stop)}`);
    else if (!isOnTop(stop)) problems.push(`${key} hides ${describeElement(stop)}`);
  }
  return { stops, problems: [...problems, "the focus does not come out again"] };
}

function addEnd(place: "before" | "after", element: Element): HTMLButtonElement {
  const button = document.createElement("button");
  button.textContent = place;
  element[place](button);
  return button;
}

describe("the focus, in every screen and state", () => {
  let header: HTMLElement;

  before(() => {
    header = addStickyHeader();
  });

  after(async () => {
    header.remove();
    await setViewport({ width: 800, height: 600 });
  });

  it("goes through everything once in the order of the text, with a ring, never under a host's header, and comes out", async () => {
    await setViewport({ width: 320, height: 480 });
    const problems: string[] = [];
    const walkedBack = new Set<string>();
    for (const state of screenStates) {
      const { element, root, close } = await showScreen(state);
      const [start, end] = [addEnd("before", element), addEnd("after", element)];
      const expected = fromTheTop(expectedStops(root)).map(describeElement).join();
      start.focus();
      const forward = await walk("Tab", end);
      const found = forward.stops.map(describeElement).join();
      if (found !== expected) problems.push(`${state.name}: ${found} instead of ${expected}`);
      problems.push(...forward.problems.map((each) => `${state.name}: ${each}`));
      if (!walkedBack.has(state.tag)) {
        const back = await walk("Shift+Tab", start);
        problems.push(...back.problems.map((each) => `${state.name}: ${each}`));
      }
      walkedBack.add(state.tag);
      start.remove();
      end.remove();
      close();
    }
    expect(problems).to.deep.equal([]);
  });

  it("shows on the heading and on the summary too, below a host's header, where a key led there", async () => {
    await setViewport({ width: 320, height: 480 });
    for (const state of screenStates.filter(({ name }) => /login: (?:empty|missing)$/u.test(name))) {
      const { element, close } = await showScreen(state);
      const end = addEnd("after", element);
      end.focus();
      await sendKeys({ press: "Shift+Tab" });
      scrollTo(0, document.documentElement.scrollHeight);
      await element.focusHeading();
      const focused = focusedElement();
      if (focused === null) throw new Error("Nothing has the focus.");
      expect([hasRing(focused), isOnTop(focused)], state.name).to.deep.equal([true, true]);
      end.remove();
      close();
    }
  });

  for (const [lang, direction] of [
    ["fr", "ltr"],
    ["ar", "rtl"],
  ] as const) {
    it(`goes on the way that the text is read, down and ${direction}`, async () => {
      await setViewport({ width: 1280, height: 900 });
      const problems: string[] = [];
      for (const state of screenStates) {
        const { root, close } = await showScreen(state, { lang });
        const card = root.querySelector(".educonnect");
        if (card === null || getComputedStyle(card).direction !== direction)
          problems.push(`${state.name} is not ${direction}`);
        const stops = expectedStops(root);
        for (const [place, stop] of stops.slice(1).entries()) {
          const before = stops[place];
          if (before !== undefined && goesBack(before, stop, direction)) {
            problems.push(`${state.name}: from ${describeElement(before)} back to ${describeElement(stop)}`);
          }
        }
        close();
      }
      expect(problems).to.deep.equal([]);
    });
  }
});
