import { type Token, declarationOf } from "./token-list.ts";

/** A table of tokens over the whole width. */
export function tokenTable(
  caption: string,
  heads: readonly string[],
  rows: readonly HTMLTableRowElement[],
): HTMLElement {
  const element = document.createElement("table");
  element.style.cssText =
    "border-collapse:collapse;table-layout:fixed;inline-size:100%;margin-block:1rem 2rem";
  const title = element.createCaption();
  title.textContent = caption;
  title.style.cssText = "text-align:start;font-size:1.25rem;font-weight:bold;padding-block:0.5rem";
  const head = element.createTHead().insertRow();
  for (const text of heads) {
    const cell = document.createElement("th");
    cell.scope = "col";
    cell.style.cssText = "text-align:start;padding:0.25rem 0.5rem";
    cell.textContent = text;
    head.append(cell);
  }
  element.createTBody().append(...rows);
  return element;
}

/** A row of the table: the token's name, what it is for, a button that copies its declaration, then its cells. */
export function tokenRow(token: Token, ...cells: readonly HTMLTableCellElement[]): HTMLTableRowElement {
  const element = document.createElement("tr");
  element.style.borderBlockStart = "1px solid color-mix(in srgb, currentcolor 25%, transparent)";
  const head = document.createElement("th");
  head.scope = "row";
  head.style.cssText = "text-align:start;font-weight:normal;overflow-wrap:anywhere;padding:0.75rem 0.5rem";
  const name = document.createElement("code");
  name.style.cssText = "font-size:1.125rem;font-weight:bold";
  name.textContent = token.name;
  const text = document.createElement("div");
  text.textContent = token.description;
  head.append(name, text, copyButton(token, name));
  element.append(head, ...cells);
  return element;
}

function copyButton(token: Token, name: HTMLElement): HTMLButtonElement {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = "Copy";
  button.ariaLabel = `Copy ${token.name} with its value`;
  button.style.cssText = "font:inherit;min-block-size:2rem;min-inline-size:4rem;margin-block-start:0.25rem";
  button.addEventListener("click", () => {
    navigator.clipboard.writeText(declarationOf(token)).then(
      () => (button.textContent = "Copied"),
      // Where the browser lets no page write there, the name is ready to be copied by hand.
      () => getSelection()?.selectAllChildren(name),
    );
  });
  return button;
}
