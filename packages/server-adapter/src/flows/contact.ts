import type { Environment } from "../environment.ts";
import type { Flow } from "./flow.ts";

/**
 * What an SMS to a flow's mobile may say: the code, or, where none would be right, what to do instead.
 *
 * `severalPeople` share names and number; the `pupilsNumber` is held by a child as well; the account is active `already`; `nobody`
 * is known by this name and number, and nothing leaves.
 */
export type SmsKind = "code" | "severalPeople" | "pupilsNumber" | "already" | "nobody";

/** The mobile of a flow. */
export interface Contact {
  /** E.164. */
  readonly mobile: string;
  readonly says: SmsKind;
}

const kinds = {
  code: true,
  severalPeople: true,
  pupilsNumber: true,
  already: true,
  nobody: true,
} satisfies Record<SmsKind, true>;
const isKind = (text: string): text is SmsKind => Object.hasOwn(kinds, text);

/** The length of the longest kind. Every kind is padded to it, so that the length of the encrypted text does not tell the kind. */
const kindLength = Math.max(...Object.keys(kinds).map((kind) => kind.length));

const place = (flowId: string) => ({ table: "flows", row: flowId, column: "contact_encrypted" });

/** Seals a flow's contact, as long for one that nobody has as for any other. */
export function encryptContact({ vault }: Environment, flowId: string, contact: Contact): Promise<string> {
  return vault.encrypt(place(flowId), contact.says.padEnd(kindLength) + contact.mobile);
}

/** Opens a flow's contact; null while none was given. */
export async function decryptContact({ vault }: Environment, flow: Flow): Promise<Contact | null> {
  if (flow.contactEncrypted === null) return null;
  const text = await vault.decrypt(place(flow.id), flow.contactEncrypted);
  const says = text.slice(0, kindLength).trimEnd();
  return isKind(says) ? { says, mobile: text.slice(kindLength) } : null;
}
