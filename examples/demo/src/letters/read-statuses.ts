import { isEnded, readSnapshot } from "@educonnect-activation/core";
import type { Store } from "@educonnect-activation/server-adapter";
import type { LetterStatus } from "./letter.ts";

/**
 * Reads where each person has got to, as the store has it now.
 *
 * A letter's password that ran out ends the activation under way with it, so `expired` comes before `started`.
 *
 * @param at the present, in epoch seconds
 * @returns the status of a person's account; `issued` for somebody without one
 */
export async function readStatuses(store: Store, at: number): Promise<(personId: string) => LetterStatus> {
  const [accounts, credentials, flows] = await Promise.all([
    store.find("accounts", { where: {} }),
    store.find("credentials", { where: {} }),
    store.find("flows", { where: {} }),
  ]);
  const underWay = new Set(
    flows
      .filter((flow) => flow.expires_at > at && !isEnded(readSnapshot(flow.state)))
      .map((flow) => flow.person_id),
  );
  const statuses = new Map(
    accounts.map((account): [string, LetterStatus] => {
      if (account.status === "active") return [account.person_id, "active"];
      const own = credentials.filter((credential) => credential.account_id === account.id);
      if (own.some(({ expires_at }) => expires_at !== null && expires_at <= at)) {
        return [account.person_id, "expired"];
      }
      const isStarted = own.some(({ type }) => type === "password") || underWay.has(account.person_id);
      return [account.person_id, isStarted ? "started" : "issued"];
    }),
  );
  return (personId) => statuses.get(personId) ?? "issued";
}
