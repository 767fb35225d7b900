import type { Adapter, AdapterFactory, AdapterPayload } from "oidc-provider";
import type { Faults } from "../tampering/faults.ts";

const expirable = new Map<string, "code" | "accessToken">([
  ["AuthorizationCode", "code"],
  ["AccessToken", "accessToken"],
]);

/**
 * What the provider remembers, in memory and apart from the provider, so that a provider with other keys can take over.
 *
 * A code or an access token that a fault calls expired is handed out with an end long past: the provider refuses it by itself.
 */
export function createStore(faults: Faults): AdapterFactory {
  const entries = new Map<string, AdapterPayload>();

  return (model): Adapter => {
    const prefix = `${model}:`;
    const age = (payload: AdapterPayload): AdapterPayload => {
      const place = expirable.get(model);
      return place !== undefined && faults.read(place) === "expired" ? { ...payload, exp: 1 } : payload;
    };
    const find = (id: string): AdapterPayload | undefined => {
      const payload = entries.get(prefix + id);
      return payload === undefined ? undefined : age(payload);
    };
    return {
      upsert: async (id, payload) => {
        entries.set(prefix + id, payload);
      },
      find: async (id) => find(id),
      findByUid: async (uid) =>
        [...entries].find(([key, payload]) => key.startsWith(prefix) && payload.uid === uid)?.[1],
      findByUserCode: async () => undefined,
      consume: async (id) => {
        const payload = entries.get(prefix + id);
        if (payload !== undefined) payload.consumed = Math.floor(Date.now() / 1000);
      },
      destroy: async (id) => {
        entries.delete(prefix + id);
      },
      revokeByGrantId: async (grantId) => {
        for (const [key, payload] of entries) {
          if (payload.grantId === grantId && key.startsWith(prefix)) entries.delete(key);
        }
      },
    };
  };
}
