/** Classes that only hold things in place: hosts must not count on them. */
export const internalNames: ReadonlySet<string> = new Set([
  "wizard",
  "announcement",
  "hidden",
  "joined",
  "tight",
  "page",
  "wide",
  "france-connect",
]);
