import { enqueueMail } from "../delivery/outbox.ts";
import { renderActivationNotice } from "../delivery/mails/activation-notice.ts";
import type { Environment } from "../environment.ts";
import type { Change } from "../ports/store.ts";
import type { FlowPerson } from "./flow-person.ts";

const noticeTtlSeconds = 7 * 86_400;

/**
 * Tells the other active guardians of each child that an account was activated: the one protection against somebody who knows
 * everything about the family. Each is told once, of all the children they share.
 */
export async function announceActivation(
  environment: Environment,
  flowPerson: FlowPerson,
  childIds: readonly string[],
  at: number,
): Promise<readonly Change[]> {
  const { accounts, directory, texts } = environment;
  const person = await flowPerson.person();
  const children = (await flowPerson.children()).filter((child) => childIds.includes(child.id));
  const sharedWith = new Map<string, string[]>();
  for (const child of children) {
    for (const guardianId of await directory.findGuardians(child.id)) {
      if (guardianId === person.id) continue;
      sharedWith.set(guardianId, [...(sharedWith.get(guardianId) ?? []), child.givenName]);
    }
  }
  const changes: Change[] = [];
  for (const [guardianId, childNames] of sharedWith) {
    const account = await accounts.findByPerson(guardianId);
    if (account?.status !== "active" || account.emailStatus !== "confirmed" || account.email === null)
      continue;
    const guardian = await directory.findPerson(guardianId);
    if (guardian === null) continue;
    const mail = renderActivationNotice({
      givenName: guardian.givenName,
      familyName: guardian.familyName,
      childNames,
      activatedBy: `${person.givenName} ${person.familyName}`,
      ...texts,
    });
    const times = { at, expiresAt: at + noticeTtlSeconds };
    changes.push(await enqueueMail(environment, { to: account.email, ...mail }, times));
  }
  return changes;
}
