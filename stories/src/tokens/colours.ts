/** A colour as the browser draws it, each part between 0 and 255. */
export type Rgb = readonly [red: number, green: number, blue: number];

/** Reads a colour in whatever way it is written, by drawing it. */
export function readColour(colour: string): Rgb {
  const context = new OffscreenCanvas(1, 1).getContext("2d");
  if (context === null) throw new TypeError("This browser can't draw.");
  context.fillStyle = colour;
  context.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
  return [red, green, blue];
}

function luminance(colour: Rgb): number {
  const [red, green, blue] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
}

/** The contrast ratio of two colours, from 1 to 21 (WCAG 2.2, relative luminance). */
export function contrastOf(one: Rgb, other: Rgb): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort(
    (first, second) => first - second,
  );
  return (lighter + 0.05) / (darker + 0.05);
}

/** A value in each scheme, written as a sheet writes it. */
export interface TokenValue {
  readonly light: string;
  readonly dark: string;
}

const lightDark = /^light-dark\(\s*([^,()]+(?:\([^()]*\))?)\s*,\s*([^,()]+(?:\([^()]*\))?)\s*\)$/;

/** Takes `light-dark(#1d2624, #edf3f1)` apart; any other value is the same in both. */
export function splitValue(value: string): TokenValue {
  const [, light, dark] = lightDark.exec(value.trim()) ?? [];
  return light === undefined || dark === undefined
    ? { light: value.trim(), dark: value.trim() }
    : { light: light.trim(), dark: dark.trim() };
}
