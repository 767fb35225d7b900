/** FranceConnect signs in and asks for consent every time, whatever a service asks: the address with that `prompt`. */
export function forcePrompt(address: string): string {
  const [path, query] = address.split("?", 2);
  if (path?.endsWith("/authorize") !== true || query === undefined) return address;
  const parameters = new URLSearchParams(query);
  parameters.set("prompt", "login consent");
  return `${path}?${parameters}`;
}
