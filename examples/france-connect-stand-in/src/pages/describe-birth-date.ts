const months = [
  "janvier",
  "février",
  "mars",
  "avril",
  "mai",
  "juin",
  "juillet",
  "août",
  "septembre",
  "octobre",
  "novembre",
  "décembre",
];

/** `1985-07-09` as "le 9 juillet 1985", `1985-07-00` as "en juillet 1985", `1985-00-00` as "en 1985". */
export function describeBirthDate(date: string): string {
  const [year = "", month = "", day = ""] = date.split("-");
  const monthName = months[Number(month) - 1];
  if (monthName === undefined) return `en ${year}`;
  if (Number(day) === 0) return `en ${monthName} ${year}`;
  return `le ${Number(day) === 1 ? "1er" : Number(day)} ${monthName} ${year}`;
}
