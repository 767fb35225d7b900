/** The ISO date at the server, one day ahead, so that no time zone makes today a future date. */
export function latestBirthDate(at: number): string {
  return new Date((at + 86_400) * 1000).toISOString().slice(0, 10);
}
