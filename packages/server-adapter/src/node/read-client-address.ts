import type { IncomingMessage } from "node:http";
import { BlockList, isIP } from "node:net";

/** Finds the address of the client that sent a request. */
export type ClientAddressReader = (request: IncomingMessage) => string | null;

/**
 * Creates the reader of client addresses.
 *
 * `X-Forwarded-For` is believed from its right end, and only as far as each hop is a declared proxy: what a client writes into it
 * itself is never reached.
 *
 * @param trustedProxies addresses or CIDR ranges of the proxies in front, such as `10.0.0.0/8`
 * @throws TypeError for anything else
 */
export function createClientAddressReader(trustedProxies: readonly string[]): ClientAddressReader {
  const trusted = new BlockList();
  for (const proxy of trustedProxies) {
    const [address = "", prefix, ...rest] = proxy.split("/");
    const bits = isIP(address) === 6 ? 128 : 32;
    const length = prefix === undefined ? bits : Number(prefix);
    const isLength = prefix === undefined || (/^\d{1,3}$/.test(prefix) && length <= bits);
    if (isIP(address) === 0 || !isLength || rest.length > 0) {
      throw new TypeError(`a trusted proxy is an address or a CIDR range, not ${JSON.stringify(proxy)}`);
    }
    trusted.addSubnet(address, length, isIP(address) === 6 ? "ipv6" : "ipv4");
  }
  const isTrusted = (address: string) =>
    trustedProxies.length > 0 && trusted.check(address, isIP(address) === 6 ? "ipv6" : "ipv4");

  return (request) => {
    let address = unmap(request.socket.remoteAddress ?? "");
    if (isIP(address) === 0) return null;
    if (!isTrusted(address)) return address;
    const forwarded = request.headers["x-forwarded-for"];
    const hops = typeof forwarded === "string" ? forwarded.split(",").map((hop) => unmap(hop.trim())) : [];
    while (isTrusted(address)) {
      const hop = hops.pop();
      if (hop === undefined || isIP(hop) === 0) break;
      address = hop;
    }
    return address;
  };
}

/** An IPv4 address that arrived on an IPv6 socket, as itself. */
function unmap(address: string): string {
  return address.toLowerCase().startsWith("::ffff:") && address.includes(".") ? address.slice(7) : address;
}
