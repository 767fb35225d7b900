const loopbackHosts: ReadonlySet<string> = new Set(["localhost", "127.0.0.1", "[::1]"]);

/**
 * Reads the address of a gateway.
 *
 * @param name of the option that holds it
 * @throws TypeError for one that is not `https`, unless `allowInsecureUrl` lets plain HTTP to the loopback through; for one that holds
 * credentials, which would be logged with it, or a fragment, which is never sent
 */
export function readGatewayUrl(name: string, text: string, allowInsecureUrl: boolean): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null) throw new TypeError(`The option ${name} must be an absolute address.`);
  const isInsecureButAllowed =
    allowInsecureUrl && url.protocol === "http:" && loopbackHosts.has(url.hostname);
  if (url.protocol !== "https:" && !isInsecureButAllowed) {
    throw new TypeError(`The option ${name} must begin with https://, or texts would travel in clear.`);
  }
  if (url.username !== "" || url.password !== "" || url.hash !== "") {
    throw new TypeError(`The option ${name} must hold neither credentials nor a fragment.`);
  }
  return url;
}
