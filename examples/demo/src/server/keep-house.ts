import {
  sealAudit,
  sweepExpired,
  systemClock,
  type Store,
  type Vault,
} from "@educonnect-activation/server-adapter";

const sweepMilliseconds = 600_000;
const sealMilliseconds = 5_000;

/** Sweeps what is over and seals the audit trail, now and then. What can't be done now is done the next time. @returns what ends it */
export function keepHouse(store: Store, vault: Vault): () => Promise<void> {
  const sweep = (): void => void sweepExpired(store, systemClock.now()).catch(() => {});
  const seal = (): void => void sealAudit(store, vault).catch(() => {});
  const timers = [setInterval(sweep, sweepMilliseconds), setInterval(seal, sealMilliseconds)];
  return async () => timers.forEach(clearInterval);
}
