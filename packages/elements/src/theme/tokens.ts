/**
 * The kit's own look, one place. A host overrides any of them with `--educonnect-<name>` on the element or above it.
 *
 * Colours are pairs, light and dark; the dark one shows where the host's `color-scheme` is dark. What stands on what, and the contrast it
 * has, is in scripts/themes/contrast-pairs.ts; docs/theming.md shows the list with `tokenDescriptions`.
 */
export const colorTokens = {
  text: ["#1d2624", "#edf3f1"],
  muted: ["#50605b", "#b3c2bd"],
  surface: ["#ffffff", "#141a18"],
  sunken: ["#f3f7f5", "#1d2523"],
  border: ["#d3ded9", "#36433f"],
  outline: ["#6a7a75", "#90a19b"],
  accent: ["#0b5f55", "#82d5c6"],
  "accent-strong": ["#07443d", "#a9e4d9"],
  "on-accent": ["#ffffff", "#07211d"],
  "accent-soft": ["#e3f1ee", "#17352f"],
  error: ["#b0241c", "#ffb4aa"],
  "error-soft": ["#fdf1ef", "#3a1a17"],
  success: ["#176539", "#8bd8a4"],
  warning: ["#844800", "#f2bf80"],
  "warning-soft": ["#fdf4e6", "#35270f"],
  focus: ["#b4470b", "#ffb673"],
} as const;

/** Sizes and type; lengths are in rem so that they follow the reader's text size. */
export const sizeTokens = {
  font: 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Noto Sans Arabic", Arial, sans-serif',
  "font-heading": "inherit",
  "font-code": 'ui-monospace, "SF Mono", Menlo, Consolas, "Liberation Mono", monospace',
  radius: "0.5rem",
  gap: "1rem",
  width: "40rem",
  "border-width": "1px",
  "focus-width": "3px",
  target: "2.875rem",
} as const;

/** What each token is for, in the words of docs/theming.md and of the manifest; no code that ships reads them. */
export const tokenDescriptions: Readonly<Record<keyof typeof colorTokens | keyof typeof sizeTokens, string>> =
  {
    text: "text",
    muted: "hints and other secondary text",
    surface: "the ground of the card and of its fields",
    sunken: "the ground of boxes inside the card",
    border: "lines that only decorate",
    outline: "outlines of fields and buttons",
    accent: "links, and the ground of the button that goes on",
    "accent-strong": "the accent under the pointer",
    "on-accent": "text on the accent",
    "accent-soft": "the ground of what is chosen or stands out",
    error: "what is wrong",
    "error-soft": "the ground of the summary of errors",
    success: "a rule that is met",
    warning: "what needs attention",
    "warning-soft": "the ground of a question or a warning",
    focus: "the ring around what has the focus",
    font: "the typeface",
    "font-heading": "the typeface of headings",
    "font-code": "the typeface of the identifier",
    radius: "how round corners are; cards are rounder, by a factor",
    gap: "the distance that the others follow",
    width: "the widest that the card gets",
    "border-width": "how thick lines and outlines are",
    "focus-width": "how thick the focus ring is",
    target: "the least height of what is pressed",
  };

const declarations = (tokens: Readonly<Record<string, string>>) =>
  `.educonnect{${Object.entries(tokens)
    .map(([name, value]) => `--_${name}:var(--educonnect-${name},${value})`)
    .join(";")}}`;

const pick = (combine: (light: string, dark: string) => string) =>
  Object.fromEntries(
    Object.entries(colorTokens).map(([name, [light, dark]]) => [name, combine(light, dark)]),
  );

/** For whoever asks for more contrast, in any theme: hints and outlines are as dark as the text, and lines are thicker. */
const strongerContrast =
  "@media (prefers-contrast:more){.educonnect{--_muted:var(--_text);--_border:color-mix(in srgb,var(--_text) 45%,var(--_surface));--_outline:var(--_text);--_border-width:max(2px,var(--educonnect-border-width,2px))}}";

/** Gives each private `--_name` the host's value, or else the token's; browsers before 2024, without light-dark(), stay light. */
export const tokenStyles = `${declarations({ ...sizeTokens, ...pick((light) => light) })}@supports (color:light-dark(red,red)){${declarations(
  pick((light, dark) => `light-dark(${light},${dark})`),
)}}${strongerContrast}`;
