import type { StoryObj } from "@storybook/web-components-vite";
import { expect } from "storybook/test";
import { sampleCell, valueCell } from "./size-cells.ts";
import { swatch } from "./swatch.ts";
import { isColour, tokens } from "./token-list.ts";
import { tokenRow, tokenTable } from "./token-table.ts";
import { createElementFor } from "../screen-story.ts";
import "@educonnect-activation/elements/define/email";

export default {
  title: "Look/Tokens",
  tags: ["!autodocs"],
  parameters: { controls: { disable: true }, actions: { disable: true } },
};

const colours = tokens.filter(isColour);
const sizes = tokens.filter((token) => !isColour(token));

function page(...parts: readonly HTMLElement[]): HTMLElement {
  const element = document.createElement("div");
  element.append(...parts);
  return element;
}

/** Each colour in light and in dark, as the theme of the toolbar has it, with its contrast on the ground that it is for. */
export const Colours: StoryObj = {
  render: (_, { globals }) =>
    page(
      tokensInUse(globals),
      tokenTable(
        "Colours, in the theme of the toolbar",
        ["Token", "Light", "Dark"],
        colours.map((token) => tokenRow(token, swatch(token, "light"), swatch(token, "dark"))),
      ),
    ),
  async play({ canvasElement }) {
    await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
    const tooLittle = [...canvasElement.querySelectorAll<HTMLElement>('[data-is-enough="false"]')];
    await expect(tooLittle.map((each) => each.closest("tr")?.textContent)).toEqual([]);
    await expect(canvasElement.querySelectorAll("[data-is-enough]").length).toBeGreaterThan(10);
    const written = [...canvasElement.querySelectorAll("td code")].map(({ textContent }) => textContent);
    await expect(written.filter((text) => text.startsWith("light-dark"))).toEqual([]);
  },
};

/** Type, distances and widths, as the theme of the toolbar has them. */
export const Sizes: StoryObj = {
  render: (_, { globals }) =>
    page(
      tokensInUse(globals),
      tokenTable(
        "Sizes and type, in the theme of the toolbar",
        ["Token", "Value", "Sample"],
        sizes.map((token) => tokenRow(token, valueCell(token), sampleCell(token))),
      ),
    ),
};

/** A real screen with a button, fields and an error: what the tokens do, as the toolbar has them. */
function tokensInUse(globals: Readonly<Record<string, unknown>>): HTMLElement {
  return createElementFor(
    "educonnect-email",
    { issues: [{ code: "email_invalid", field: "email" }] },
    globals,
  );
}
