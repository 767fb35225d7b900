import type { Clock } from "../ports/clock.ts";
import type { Attempts } from "./attempts.ts";
import type { Vault } from "../security/vault.ts";

/**
 * Slows a flood of wrong passwords from one place down: the last resort, far above what people behind one address need.
 *
 * Accounts have budgets of their own; thirty parents behind their school's address never come near this one.
 */
export interface AddressRateLimit {
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

/** What a network's hour is counted under; null for an address that is not to be counted. */
async function networkKey(
  vault: Vault,
  clock: Clock,
  counted: string,
  clientAddress: string | null,
): Promise<string | null> {
  const network = clientAddress === null ? null : networkOf(clientAddress);
  if (network === null) return null;
  const hour = Math.floor(clock.now() / hourSeconds);
  return `${counted}:${await vault.lookupKey("client-network", network)}:${hour}`;
}

/** Creates the ceiling: so many failures an hour, counted by a keyed hash of the network. */
export function createPasswordRateLimit(
  attempts: Attempts,
  vault: Vault,
  clock: Clock,
  failuresPerHour: number,
): AddressRateLimit {
  return {
    async lockedUntil(clientAddress) {
      const key = await networkKey(vault, clock, "address", clientAddress);
      return key === null ? null : attempts.lockedUntil(key);
    },
    async countFailure(clientAddress) {
      const key = await networkKey(vault, clock, "address", clientAddress);
      if (key !== null) await attempts.take(key, { tries: failuresPerHour, lockSeconds: hourSeconds });
    },
  };
}

/** Slows a flood of activations begun and of people looked for; counts right and wrong alike, so it stands higher still. */
export interface ActivationRateLimit {
  /** Counts one more, or says until when the address is refused (epoch seconds); null when it is not. */
  count(clientAddress: string | null): Promise<number | null>;
}

/** Creates the ceiling: so many an hour, counted by a keyed hash of the network. */
export function createActivationRateLimit(
  attempts: Attempts,
  vault: Vault,
  clock: Clock,
  activationsPerHour: number,
): ActivationRateLimit {
  return {
    async count(clientAddress) {
      const key = await networkKey(vault, clock, "activations", clientAddress);
      if (key === null) return null;
      const taken = await attempts.take(key, { tries: activationsPerHour, lockSeconds: hourSeconds });
      return taken.isAllowed ? null : taken.until;
    },
  };
}
