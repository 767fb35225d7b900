const birthDateFormat = new Intl.DateTimeFormat("fr-FR", { dateStyle: "long", timeZone: "UTC" });

/** Writes an ISO date as people read it; says so when the school has recorded none. */
export const formatBirthDate = (birthDate: string | null): string =>
  birthDate === null
    ? "date de naissance non renseignée"
    : birthDateFormat.format(new Date(birthDate)).replace(/^1 /u, "1er ");
