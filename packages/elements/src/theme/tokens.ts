/**
 * The kit's own look, one place. A host overrides any of them with `--educonnect-<name>` on the element or above it.
 *
 * Colours are pairs, light and dark; the dark one shows where the host's `color-scheme` is dark. Text on its ground has a contrast
 * of at least 4.5:1, outlines of controls and the focus ring at least 3:1 (WCAG 2.2, 1.4.3 and 1.4.11).
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
  font: 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", Arial, sans-serif',
  "font-code": 'ui-monospace, "SF Mono", Menlo, Consolas, "Liberation Mono", monospace',
  radius: "0.5rem",
  gap: "1rem",
  width: "40rem",
  "focus-width": "3px",
  target: "2.875rem",
} as const;

const declarations = (tokens: Readonly<Record<string, string>>) =>
  `.educonnect{${Object.entries(tokens)
    .map(([name, value]) => `--_${name}:var(--educonnect-${name},${value})`)
    .join(";")}}`;

const pick = (combine: (light: string, dark: string) => string) =>
  Object.fromEntries(
    Object.entries(colorTokens).map(([name, [light, dark]]) => [name, combine(light, dark)]),
  );

/** Gives each private `--_name` the host's value, or else the token's; browsers before 2024, without light-dark(), stay light. */
export const tokenStyles = `${declarations({ ...sizeTokens, ...pick((light) => light) })}@supports (color:light-dark(red,red)){${declarations(
  pick((light, dark) => `light-dark(${light},${dark})`),
)}}`;
