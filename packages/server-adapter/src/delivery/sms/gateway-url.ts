const loopbackHosts: ReadonlySet<string> = new Set(["localhost", "127.0.0.1", "[::1]"]);

/**
 * Reads the address of a gateway.
 *
 * @throws TypeError for one that is not `https`, unless `allowInsecureUrl` lets plain HTTP to the loopback through; for one that holds
 * credentials, which would be logged with it, or a fragment, which is never sent
 */
export function readGatewayUrl(text: string, allowInsecureUrl: boolean): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null) throw new TypeError("a gateway has an absolute address");
  const isInsecureButAllowed =
    allowInsecureUrl && url.protocol === "http:" && loopbackHosts.has(url.hostname);
  if (url.protocol !== "https:" && !isInsecureButAllowed) {
    throw new TypeError("texts would travel in clear: a gateway's address begins with https://");
  }
  if (url.username !== "" || url.password !== "" || url.hash !== "") {
    throw new TypeError("a gateway's address holds neither credentials nor a fragment");
  }
  return url;
}
