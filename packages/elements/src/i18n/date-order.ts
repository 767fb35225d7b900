/** The parts of a date, as fields are named. */
export type DatePart = "day" | "month" | "year";

const isDatePart = (type: string): type is DatePart => ["day", "month", "year"].includes(type);

/** The parts of a date in the order in which a language writes them: the day first in most, the year first in Chinese. */
export function dateOrder(language: string): readonly DatePart[] {
  const format = new Intl.DateTimeFormat(language, { day: "numeric", month: "numeric", year: "numeric" });
  return format
    .formatToParts(0)
    .map(({ type }) => type)
    .filter(isDatePart);
}
