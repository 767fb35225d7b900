import type { colorTokens } from "../../packages/elements/src/theme/tokens.ts";

type Color = keyof typeof colorTokens;

/** Colours that meet in a screen: text, or the shape of what is pressed, on each of its grounds. */
export interface ContrastPairs {
  readonly shown: Color;
  readonly on: readonly Color[];
  /** Text is to be read (WCAG 2.2, 1.4.3 and 1.4.6); a shape is to be found (1.4.11, 2.4.13). */
  readonly as: "text" | "shape";
}

/** What stands on what. The focus ring keeps 2 px off what it surrounds, so it stands on a ground and never on the accent. */
export const contrastPairs: readonly ContrastPairs[] = [
  { shown: "text", on: ["surface", "sunken", "accent-soft", "warning-soft", "error-soft"], as: "text" },
  { shown: "muted", on: ["surface", "sunken", "accent-soft"], as: "text" },
  { shown: "accent", on: ["surface", "sunken", "accent-soft", "warning-soft"], as: "text" },
  { shown: "accent-strong", on: ["surface", "sunken"], as: "text" },
  { shown: "on-accent", on: ["accent", "accent-strong"], as: "text" },
  { shown: "error", on: ["surface", "sunken", "error-soft"], as: "text" },
  { shown: "success", on: ["surface"], as: "text" },
  { shown: "warning", on: ["surface", "sunken", "warning-soft"], as: "text" },
  { shown: "outline", on: ["surface", "sunken", "accent-soft", "warning-soft", "error-soft"], as: "shape" },
  { shown: "focus", on: ["surface", "sunken", "accent-soft", "warning-soft", "error-soft"], as: "shape" },
];
