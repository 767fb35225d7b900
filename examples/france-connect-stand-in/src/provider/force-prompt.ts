/** FranceConnect signs in and asks for consent every time, whatever a service asks: the address with that `prompt`. */
export function forcePrompt(address: string): string {
  const start = address.indexOf("?");
  if (start === -1 || !address.slice(0, start).endsWith("/authorize")) return address;
  const parameters = new URLSearchParams(address.slice(start));
  parameters.set("prompt", "login consent");
  return `${address.slice(0, start)}?${parameters}`;
}
