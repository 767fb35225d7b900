import type { StoryObj } from "@storybook/web-components-vite";
import { expect } from "storybook/test";
import { contrastOf, readColour } from "./contrast.ts";
import { isColour, tokens, type Token } from "./token-list.ts";

export default {
  title: "Look/Tokens",
  tags: ["!autodocs"],
  parameters: { controls: { disable: true }, actions: { disable: true } },
};

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
const colours = tokens.filter(isColour);

const valueOf = ({ name, value }: Token) => `var(${name}, ${value})`;

/** A cell with the colour on the ground that it is for, in one scheme. */
function swatch(token: Token, scheme: "light" | "dark"): HTMLTableCellElement {
  const cell = document.createElement("td");
  const box = document.createElement("div");
  const ratio = document.createElement("span");
  cell.style.cssText = `color-scheme:${scheme};background:${scheme === "light" ? "#fff" : "#000"};color:${scheme === "light" ? "#000" : "#fff"};padding:0.5rem`;
  box.style.cssText = `inline-size:100%;min-inline-size:3rem;block-size:1.75rem;border:1px solid currentcolor;background:${valueOf(token)}`;
  cell.append(box, ratio);
  const [ground = "", least = 0] = grounds[token.name.slice(prefix.length)] ?? [];
  const under = colours.find(({ name }) => name === prefix + ground);
  if (under !== undefined) requestAnimationFrame(() => measure(cell, ratio, token, under, least));
  return cell;
}

function measure(cell: HTMLElement, ratio: HTMLElement, token: Token, under: Token, least: number): void {
  const probe = document.createElement("i");
  cell.append(probe);
  const drawn = (of: Token) => {
    probe.style.color = valueOf(of);
    return readColour(getComputedStyle(probe).color);
  };
  const found = contrastOf(drawn(token), drawn(under));
  probe.remove();
  ratio.textContent = `${found.toFixed(1)} : 1`;
  ratio.dataset["isEnough"] = String(found >= least);
}

function table(caption: string, heads: readonly string[], rows: readonly HTMLTableRowElement[]): HTMLElement {
  const element = document.createElement("table");
  element.style.cssText = "border-collapse:collapse;margin-block-end:2rem;max-inline-size:100%";
  element.createCaption().textContent = caption;
  const head = element.createTHead().insertRow();
  for (const text of heads) {
    const cell = document.createElement("th");
    cell.scope = "col";
    cell.textContent = text;
    head.append(cell);
  }
  element.createTBody().append(...rows);
  return element;
}

function row(token: Token, ...cells: readonly HTMLTableCellElement[]): HTMLTableRowElement {
  const element = document.createElement("tr");
  const head = document.createElement("th");
  head.scope = "row";
  head.style.cssText = "text-align:start;font-weight:normal;overflow-wrap:anywhere;padding-inline-end:0.5rem";
  const name = document.createElement("code");
  name.textContent = token.name;
  const text = document.createElement("div");
  text.textContent = token.description;
  head.append(name, text);
  element.append(head, ...cells);
  return element;
}

function sample(token: Token): HTMLTableCellElement {
  const cell = document.createElement("td");
  cell.style.overflowWrap = "anywhere";
  cell.textContent = token.value;
  if (token.name.includes("font")) cell.style.fontFamily = valueOf(token);
  return cell;
}

/** Each colour in light and in dark, as the theme of the toolbar has it, with its contrast on the ground that it is for. */
export const Colours: StoryObj = {
  render: () =>
    table(
      "Colours, in the theme of the toolbar",
      ["Token", "Light", "Dark"],
      colours.map((token) => row(token, swatch(token, "light"), swatch(token, "dark"))),
    ),
  async play({ canvasElement }) {
    await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
    const tooLittle = [...canvasElement.querySelectorAll<HTMLElement>('[data-is-enough="false"]')];
    await expect(tooLittle.map((each) => each.closest("tr")?.textContent)).toEqual([]);
    await expect(canvasElement.querySelectorAll("[data-is-enough]").length).toBeGreaterThan(10);
  },
};

/** Type, distances and widths, with what each is unless the host says otherwise. */
export const Sizes: StoryObj = {
  render: () =>
    table(
      "Sizes and type",
      ["Token", "Default"],
      tokens.filter((token) => !isColour(token)).map((token) => row(token, sample(token))),
    ),
};
