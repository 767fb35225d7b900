/** Gives an address as an absolute one, or null unless it is a page of the web: never a script, a mail or data. */
export function resolveWebAddress(address: string, base: string): string | null {
  try {
    const { protocol, href } = new URL(address, base);
    return protocol === "https:" || protocol === "http:" ? href : null;
  } catch {
    return null;
  }
}
