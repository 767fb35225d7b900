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
