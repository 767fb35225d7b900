/** The success criteria of WCAG 2.2 of levels A and AA, by number. */
export const wcagCriteria: Readonly<Record<string, "A" | "AA">> = {
  ...levels("A", "1.1.1 1.2.1 1.2.2 1.2.3 1.3.1 1.3.2 1.3.3 1.4.1 1.4.2 2.1.1 2.1.2 2.1.4 2.2.1 2.2.2 2.3.1"),
  ...levels(
    "A",
    "2.4.1 2.4.2 2.4.3 2.4.4 2.5.1 2.5.2 2.5.3 2.5.4 3.1.1 3.2.1 3.2.2 3.2.6 3.3.1 3.3.2 3.3.7 4.1.2",
  ),
  ...levels(
    "AA",
    "1.2.4 1.2.5 1.3.4 1.3.5 1.4.3 1.4.4 1.4.5 1.4.10 1.4.11 1.4.12 1.4.13 2.4.5 2.4.6 2.4.7 2.4.11",
  ),
  ...levels("AA", "2.5.7 2.5.8 3.1.2 3.2.3 3.2.4 3.3.3 3.3.4 3.3.8 4.1.3"),
};

/** How many criteria each of the 13 topics of RGAA 4.1 has, in order: 106 in all. */
const rgaaTopics = [9, 2, 3, 13, 8, 2, 5, 10, 4, 14, 13, 11, 12];

/** The criteria of RGAA 4.1, by number. */
export const rgaaCriteria: readonly string[] = rgaaTopics.flatMap((count, topic) =>
  Array.from({ length: count }, (_, place) => `${topic + 1}.${place + 1}`),
);

function levels<Level extends "A" | "AA">(level: Level, numbers: string): Record<string, Level> {
  return Object.fromEntries(numbers.split(" ").map((number) => [number, level]));
}
