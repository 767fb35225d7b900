/** Which of the known names a mistyped one is nearest to; empty when none is known. */
export function nearestName(typed: string, known: readonly string[]): string {
  const distances = known.map((name) => distanceOf(typed.toLowerCase(), name.toLowerCase()));
  return known[distances.indexOf(Math.min(...distances))] ?? "";
}

/** Names are cut short more often than mistaken, so a letter that is missing counts half. */
const missing = 0.5;

/** What it takes to make one name of the other (Levenshtein): a letter put in, taken out or replaced at a time. */
function distanceOf(from: string, to: string): number {
  let above = Array.from({ length: to.length + 1 }, (_, column) => column * missing);
  for (const [row, letter] of Array.from(from).entries()) {
    const current = [row + 1];
    for (let column = 1; column <= to.length; column += 1) {
      const replaced = (above[column - 1] ?? 0) + (letter === to[column - 1] ? 0 : 1);
      const takenOut = (above[column] ?? 0) + 1;
      const putIn = (current[column - 1] ?? 0) + missing;
      current.push(Math.min(replaced, takenOut, putIn));
    }
    above = current;
  }
  return above.at(-1) ?? 0;
}
