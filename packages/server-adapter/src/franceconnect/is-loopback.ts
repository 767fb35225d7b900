/** Whether a URL's host never leaves this machine (RFC 6761, section 6.3; RFC 1122; RFC 4291). */
export function isLoopback({ hostname }: URL): boolean {
  return hostname === "localhost" || hostname === "[::1]" || /^127(?:\.\d{1,3}){3}$/.test(hostname);
}
