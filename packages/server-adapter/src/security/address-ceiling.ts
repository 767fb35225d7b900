import type { Clock } from "../ports/clock.ts";
import type { Attempts } from "./attempts.ts";
import type { Vault } from "./vault.ts";

/**
 * Slows a flood of wrong passwords from one place down: the last resort, far above what people behind one address need.
 *
 * Accounts have budgets of their own; thirty parents behind their school's address never come near this one.
 */
export interface AddressCeiling {
  /** Until when the address is refused (epoch seconds), or null. */
  lockedUntil(clientAddress: string | null): Promise<number | null>;
  /** Counts one failure. */
  countFailure(clientAddress: string | null): Promise<void>;
}

const hourSeconds = 3_600;

const privateAddresses = [
  /^(?:0|10|127)\./,
  /^169\.254\./,
  /^172\.(?:1[6-9]|2\d|3[01])\./,
  /^192\.168\./,
  /^(?:::1?$|f[cd]|fe[89ab])/i,
];

/**
 * The network to count: an IPv4 address, or the /64 of an IPv6 one, which is one customer's (RFC 6177). Null for private addresses, which are a
 * proxy that was not declared: counting those would count everybody.
 */
export function networkOf(clientAddress: string): string | null {
  const address = clientAddress.replace(/^::ffff:(?=\d+\.)/i, "").toLowerCase();
  if (privateAddresses.some((pattern) => pattern.test(address))) return null;
  if (!address.includes(":")) return address;
  const [head = "", tail = ""] = address.split("::", 2);
  const groups = head.split(":");
  const missing = address.includes("::") ? 8 - groups.length - tail.split(":").length : 0;
  return [...groups, ...Array<string>(Math.max(0, missing)).fill("0"), ...tail.split(":")]
    .slice(0, 4)
    .join(":");
}

/** Creates the ceiling: so many failures an hour, counted by a keyed hash of the network. */
export function createAddressCeiling(
  attempts: Attempts,
  vault: Vault,
  clock: Clock,
  failuresPerHour: number,
): AddressCeiling {
  async function keyOf(clientAddress: string | null): Promise<string | null> {
    const network = clientAddress === null ? null : networkOf(clientAddress);
    if (network === null) return null;
    const hour = Math.floor(clock.now() / hourSeconds);
    return `address:${await vault.lookupKey("client-network", network)}:${hour}`;
  }

  return {
    async lockedUntil(clientAddress) {
      const key = await keyOf(clientAddress);
      return key === null ? null : attempts.lockedUntil(key);
    },
    async countFailure(clientAddress) {
      const key = await keyOf(clientAddress);
      if (key !== null) await attempts.take(key, { tries: failuresPerHour, lockSeconds: hourSeconds });
    },
  };
}
