/** The badge's letters, one a name: « M.B. » as in the deck. */
export function initialsOf({
  givenName,
  familyName,
}: {
  readonly givenName: string;
  readonly familyName: string;
}): string {
  return [givenName, familyName]
    .flatMap((name) => Array.from(name.trim()).slice(0, 1))
    .map((letter) => `${letter.toUpperCase()}.`)
    .join("");
}
