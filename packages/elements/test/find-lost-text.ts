/** Something that is read or used, with where it stands. */
interface Piece {
  readonly name: string;
  readonly node: Node;
  readonly boxes: readonly DOMRect[];
}

/** How much may be missing or shared before it is noticed, in CSS pixels: less than a stroke of a letter. */
const tolerance = 1.5;

/** How much of a line's height, above and below, is not ink. */
const leading = 0.28;

function isSeen(element: Element): boolean {
  return element.checkVisibility() && element.closest(".educonnect-hidden, [aria-hidden]:not(svg)") === null;
}

const inkOf = ({ left, top, width, height }: DOMRect): DOMRect =>
  new DOMRect(left, top + height * leading, width, height * (1 - 2 * leading));

function textPieces(root: Node): Piece[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const pieces: Piece[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const text = node.textContent?.trim() ?? "";
    if (text === "" || node.parentElement === null || !isSeen(node.parentElement)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const boxes = [...range.getClientRects()].filter(({ width }) => width > 0).map(inkOf);
    pieces.push({ name: text.slice(0, 40), node, boxes });
  }
  return pieces;
}

function controlPieces(root: ParentNode): Piece[] {
  return [...root.querySelectorAll("input, svg, img")].filter(isSeen).map((node) => ({
    name: `<${node.localName}>`,
    node,
    boxes: [node.getBoundingClientRect()],
  }));
}

const sharedLength = (start: number, end: number, otherStart: number, otherEnd: number): number =>
  Math.min(end, otherEnd) - Math.max(start, otherStart);

const overlaps = (one: DOMRect, other: DOMRect): boolean =>
  sharedLength(one.left, one.right, other.left, other.right) > tolerance &&
  sharedLength(one.top, one.bottom, other.top, other.bottom) > tolerance;

const sticksOut = (box: DOMRect, frame: DOMRect): boolean =>
  box.left < frame.left - tolerance ||
  box.right > frame.right + tolerance ||
  box.top < frame.top - tolerance ||
  box.bottom > frame.bottom + tolerance;

/** Whether an element looks like a box that holds something: it clips, or has a ground or a line around it. */
function isFrame(element: Element): boolean {
  const style = getComputedStyle(element);
  const hasGround = style.backgroundColor !== "rgba(0, 0, 0, 0)";
  const hasLine = style.borderTopStyle !== "none" && style.borderTopWidth !== "0px";
  return style.display !== "inline" && (style.overflow !== "visible" || hasGround || hasLine);
}

function framesOf(node: Node, root: Node): Element[] {
  const frames: Element[] = [];
  for (let each = node.parentElement; each !== null && root.contains(each); each = each.parentElement) {
    if (isFrame(each)) frames.push(each);
  }
  return frames;
}

/** What is meant to stand inside something else: the show/hide button in its field. */
const isInsideOneField = (one: Piece, other: Piece): boolean => {
  const row = one.node.parentElement?.closest(".educonnect-input-row");
  return row !== null && row !== undefined && row.contains(other.node);
};

/**
 * Finds what of a screen can't be read as it stands: text that leaves the window sideways, text that sticks out of its button, panel or card
 * or is cut there, and text over other text or over a control.
 */
export function findLostText(root: ShadowRoot | HTMLElement): string[] {
  const texts = textPieces(root);
  const pieces = [...texts, ...controlPieces(root)];
  const windowWidth = document.documentElement.clientWidth;
  const lost = new Set<string>();
  if (document.documentElement.scrollWidth > windowWidth) lost.add("the page scrolls sideways");
  for (const { name, node, boxes } of pieces) {
    if (boxes.some(({ left, right }) => left < -tolerance || right > windowWidth + tolerance)) {
      lost.add(`« ${name} » leaves the window`);
    }
    for (const frame of framesOf(node, root)) {
      const box = frame.getBoundingClientRect();
      if (boxes.some((each) => sticksOut(each, box))) {
        lost.add(`« ${name} » sticks out of .${frame.className}`);
      }
    }
  }
  for (const [place, text] of texts.entries()) {
    for (const other of pieces.slice(place + 1)) {
      if (isInsideOneField(text, other)) continue;
      const meet = text.boxes.some((box) => other.boxes.some((each) => overlaps(box, each)));
      if (meet) lost.add(`« ${text.name} » lies over « ${other.name} »`);
    }
  }
  return [...lost];
}
