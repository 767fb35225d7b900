/** A way to look at a story besides the default one. */
export interface StoryLook {
  readonly name: string;
  /** What the toolbar is set to. */
  readonly globals: Readonly<Record<string, string>>;
  readonly forcedColors: "active" | "none";
}

/** What looks are combined of. */
export interface LookChoices {
  readonly themes: readonly string[];
  readonly languages: readonly string[];
}

/** The whole product of theme, light or dark, language and forced colours; forced colours leave no choice of the scheme. */
export function allLooks({ themes, languages }: LookChoices): readonly StoryLook[] {
  const screens = [
    { scheme: "light", forcedColors: "none" },
    { scheme: "dark", forcedColors: "none" },
    { scheme: "light", forcedColors: "active" },
  ] as const;
  return themes.flatMap((theme) =>
    languages.flatMap((language) =>
      screens.map(({ scheme, forcedColors }) => ({
        name: [theme, scheme, language, forcedColors === "active" ? "forced colours" : ""]
          .filter((part) => part !== "")
          .join(" "),
        globals: { theme, scheme, language },
        forcedColors,
      })),
    ),
  );
}

/**
 * The look that a story takes: the looks in rotation, by a stride that shares no divisor with their number, so that stories side by side
 * differ in every respect, and that each look is taken once before any is taken twice.
 */
export function lookOf(index: number, looks: readonly StoryLook[]): readonly StoryLook[] {
  const stride =
    [...looks.keys()].find((step) => step > looks.length / 3 && divisor(step, looks.length) === 1) ?? 1;
  const look = looks[(index * stride) % looks.length];
  return look === undefined ? [] : [look];
}

const divisor = (one: number, other: number): number => (other === 0 ? one : divisor(other, one % other));
