import { enqueueMail, enqueueSms } from "../delivery/outbox.ts";
import { renderActivationNotice } from "../delivery/mails/activation-notice.ts";
import { renderActivationSms } from "../delivery/sms-messages/render-sms.ts";
import type { Environment } from "../environment.ts";
import type { Person } from "../ports/directory.ts";
import type { Change } from "../ports/store.ts";
import type { FlowPerson } from "../flows/flow-person.ts";

const noticeTtlSeconds = 7 * 86_400;

/** Somebody to tell, and of what. */
interface Notice {
  readonly guardian: Person;
  readonly activatedBy: string;
  /** Given names of the children they share. */
  readonly childNames: readonly string[];
}

/** The children of the activation that each other guardian shares. */
async function findShared(
  { directory }: Environment,
  flowPerson: FlowPerson,
  childIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const { id } = await flowPerson.person();
  const sharedWith = new Map<string, readonly string[]>();
  for (const child of await flowPerson.children()) {
    if (!childIds.includes(child.id)) continue;
    for (const guardianId of await directory.findGuardians(child.id)) {
      if (guardianId === id) continue;
      sharedWith.set(guardianId, [...(sharedWith.get(guardianId) ?? []), child.givenName]);
    }
  }
  return sharedWith;
}

/** The mobile to tell a guardian at: never one where the text would reach whoever activated the account, or a pupil. */
async function findMobileToTell(
  { directory }: Environment,
  guardianId: string,
  activatedBy: Person,
): Promise<string | null> {
  const mobile = await directory.findMobile(guardianId);
  if (mobile === null) return null;
  const holders = await directory.findByMobile(mobile);
  return holders.some(({ id, kind }) => kind === "pupil" || id === activatedBy.id) ? null : mobile;
}

/**
 * Tells the other active guardians of each child that an account was activated: the one protection against somebody who knows
 * everything about the family.
 *
 * Each is told once, of all the children they share: by mail at a confirmed address, else by text where texts are sent; a number that two
 * of them share gets one text. A notice not delivered within 7 days is dropped.
 */
export async function announceActivation(
  environment: Environment,
  flowPerson: FlowPerson,
  childIds: readonly string[],
  at: number,
): Promise<readonly Change[]> {
  const { accounts, directory, plans, texts } = environment;
  const person = await flowPerson.person();
  const times = { at, expiresAt: at + noticeTtlSeconds };
  const changes: Change[] = [];
  const byMobile = new Map<string, Set<string>>();
  const activatedBy = `${person.givenName} ${person.familyName}`.trim();
  for (const [guardianId, childNames] of await findShared(environment, flowPerson, childIds)) {
    const account = await accounts.findByPerson(guardianId);
    const guardian = account?.status === "active" ? await directory.findPerson(guardianId) : null;
    if (account === null || guardian === null) continue;
    if (account.emailStatus === "confirmed" && account.email !== null) {
      changes.push(
        await enqueueMail(
          environment,
          { to: account.email, ...writeMail({ guardian, activatedBy, childNames }, texts) },
          times,
        ),
      );
      continue;
    }
    const mobile = plans.sms === undefined ? null : await findMobileToTell(environment, guardianId, person);
    if (mobile !== null) byMobile.set(mobile, new Set([...(byMobile.get(mobile) ?? []), ...childNames]));
  }
  for (const [to, childNames] of byMobile) {
    const { serviceName } = texts;
    const text = renderActivationSms({ serviceName, activatedBy, childNames: [...childNames] });
    changes.push(await enqueueSms(environment, { to, text }, times));
  }
  return changes;
}

function writeMail({ guardian, activatedBy, childNames }: Notice, texts: Environment["texts"]) {
  const { givenName, familyName } = guardian;
  return renderActivationNotice({ givenName, familyName, childNames, activatedBy, ...texts });
}
