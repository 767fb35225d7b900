/**
 * Finds the language that is meant among those that are there: by its whole tag, else by its first subtag.
 *
 * `pt-BR` is `pt`, `zh-CN` is `zh-Hans`; `fr-CA` is `fr`, never easy French.
 */
export function findLanguage(tag: string, available: readonly string[]): string | undefined {
  const wanted = tag.toLowerCase();
  const [primary] = wanted.split("-");
  return (
    available.find((each) => each.toLowerCase() === wanted) ??
    available.find((each) => each === primary) ??
    available.find((each) => primary !== "fr" && each.split("-")[0] === primary)
  );
}
