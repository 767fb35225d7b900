import { contrastOf, readColour, splitValue } from "./colours.ts";
import { isColour, tokens, type Token, useOf, writtenValue } from "./token-list.ts";

/** What each colour is drawn on, and the least contrast that it then needs (WCAG 2.2, 1.4.3 and 1.4.11). */
const grounds: Readonly<Record<string, readonly [ground: string, least: number]>> = {
  text: ["surface", 4.5],
  muted: ["surface", 4.5],
  accent: ["surface", 4.5],
  "accent-strong": ["surface", 4.5],
  error: ["surface", 4.5],
  success: ["surface", 4.5],
  warning: ["surface", 4.5],
  "on-accent": ["accent", 4.5],
  outline: ["surface", 3],
  focus: ["surface", 3],
};

const prefix = "--educonnect-";

/** A cell with a colour in one scheme: itself, how it is written, and its contrast on the ground that it is for. */
export function swatch(token: Token, scheme: "light" | "dark"): HTMLTableCellElement {
  const cell = document.createElement("td");
  const box = document.createElement("div");
  const written = document.createElement("code");
  written.style.fontSize = "1rem";
  const ratio = document.createElement("div");
  const [paper, ink] = scheme === "light" ? ["#fff", "#000"] : ["#000", "#fff"];
  cell.style.cssText = `color-scheme:${scheme};background:${paper};color:${ink};padding:0.5rem;overflow-wrap:anywhere`;
  box.style.cssText = `min-inline-size:3rem;block-size:2.5rem;border:1px solid currentcolor;background:${useOf(token)}`;
  written.textContent = splitValue(writtenValue(token))[scheme];
  cell.append(box, written, ratio);
  const [ground = "", least = 0] = grounds[token.name.slice(prefix.length)] ?? [];
  const under = tokens.find((each) => isColour(each) && each.name === prefix + ground);
  if (under !== undefined) requestAnimationFrame(() => measure(cell, ratio, token, under, least));
  return cell;
}

function measure(cell: HTMLElement, ratio: HTMLElement, token: Token, under: Token, least: number): void {
  const probe = document.createElement("i");
  cell.append(probe);
  const drawn = (of: Token) => {
    probe.style.color = useOf(of);
    return readColour(getComputedStyle(probe).color);
  };
  const found = contrastOf(drawn(token), drawn(under));
  probe.remove();
  ratio.textContent = `${found.toFixed(1)} : 1`;
  ratio.dataset["isEnough"] = String(found >= least);
}
