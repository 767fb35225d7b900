import { html } from "lit";

/** Lets a line break after each `@` and dot of an address, so that none breaks within a word of it; it is read and copied as it is. */
export function breakAddress(text: string): unknown {
  return text.match(/.+?(?:[@.](?=\S)|$)/gsu)?.map((part) => html`${part}<wbr />`);
}
