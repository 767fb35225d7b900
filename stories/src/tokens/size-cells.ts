import { type Token, kindOf, useOf, writtenValue } from "./token-list.ts";

/** A cell with a size or a font as it is written. */
export function valueCell(token: Token): HTMLTableCellElement {
  const cell = document.createElement("td");
  const written = document.createElement("code");
  written.style.fontSize = "1rem";
  cell.style.cssText = "overflow-wrap:anywhere;padding:0.5rem";
  written.textContent = writtenValue(token);
  cell.append(written);
  return cell;
}

/** A cell with a sample of it. */
export function sampleCell(token: Token): HTMLTableCellElement {
  const cell = document.createElement("td");
  const sample = document.createElement("div");
  const use = useOf(token);
  const kind = kindOf(token);
  cell.style.padding = "0.5rem";
  sample.style.maxInlineSize = "100%";
  if (kind === "font") {
    sample.textContent = "Éloïse 0O 1lI";
    sample.style.cssText = `font-family:${use};font-size:1.25rem`;
  } else if (kind === "radius") {
    sample.style.cssText += `;inline-size:4rem;block-size:2.5rem;border:2px solid currentcolor;border-radius:${use}`;
  } else if (kind === "line") {
    sample.style.cssText += `;border-block-start:${use} solid currentcolor`;
  } else {
    sample.style.cssText += `;inline-size:${use};block-size:0.75rem;background:currentcolor`;
  }
  cell.append(sample);
  return cell;
}
