import type { ProblemCode } from "@educonnect-activation/core";
import type { Environment } from "../environment.ts";
import { enqueueMail } from "../delivery/outbox.ts";
import { chooseConfirmationLanguage } from "../delivery/wording/confirmation-languages.ts";
import { renderConfirmationMail } from "../delivery/mails/confirmation-mail.ts";
import type { Account } from "../ports/accounts.ts";
import type { Person } from "../ports/directory.ts";
import type { Change } from "../ports/store.ts";
import type { Tables } from "../ports/tables.ts";
import { Refusal } from "../refusal.ts";
import { createNumericCode, createToken } from "../security/tokens.ts";

/** What a confirmation is asked for. */
export interface LinkRequestDetails {
  readonly account: Account;
  readonly person: Person;
  /** The flow that asks; its code and link move only this one on. */
  readonly flowId: string;
  readonly generation: number;
  /** Whether the commit that opens the link activates the account. */
  readonly isActivating: boolean;
  readonly email: string;
  /** The `Accept-Language` header of the request that asks; nothing else has a say in the mail's language. */
  readonly acceptLanguage: string | null;
  readonly at: number;
}

/** A link in a confirmation mail, as it is stored. */
export type ConfirmationLink = Tables["confirmation_links"];

const linkEmailPlace = (tokenKey: string) => ({
  table: "confirmation_links",
  row: tokenKey,
  column: "email_encrypted",
});

const closedCodes: Readonly<Record<Exclude<ConfirmationLink["status"], "open">, ProblemCode>> = {
  used: "confirmation_link_used",
  disowned: "confirmation_link_disowned",
  replaced: "confirmation_link_replaced",
};

/**
 * Finds the open link of a token.
 *
 * @throws {Refusal} what became of it: `confirmation_link_unknown`, `…_expired`, `…_used`, `…_disowned` or `…_replaced`.
 */
export async function findLink(
  { store, vault, clock }: Environment,
  token: string,
): Promise<ConfirmationLink> {
  for (const key of await vault.lookupKeys("email-token", token)) {
    const [link] = await store.find("confirmation_links", { where: { token_key: key } });
    if (!link) continue;
    if (link.status !== "open") throw new Refusal(closedCodes[link.status]);
    if (link.expires_at <= clock.now()) throw new Refusal("confirmation_link_expired");
    return link;
  }
  throw new Refusal("confirmation_link_unknown");
}

/** Decrypts the address that a link was sent to. */
export function decryptLinkEmail({ vault }: Environment, link: ConfirmationLink): Promise<string> {
  return vault.decrypt(linkEmailPlace(link.token_key), link.email_encrypted);
}

/** The change that closes an open link; of two at once one loses. */
export function changeToCloseLink(
  { token_key }: ConfirmationLink,
  status: Exclude<ConfirmationLink["status"], "open">,
): Change {
  return {
    type: "update",
    table: "confirmation_links",
    where: { token_key, status: "open" },
    set: { status },
    expect: 1,
  };
}

/** Ends every open link of an account: only the newest confirms. */
export function replaceLinks(accountId: string): Change {
  return {
    type: "update",
    table: "confirmation_links",
    where: { account_id: accountId, status: "open" },
    set: { status: "replaced" },
  };
}

/**
 * Opens a link with its code, for one address, and puts the mail that carries both into the outbox.
 *
 * Once the account is active no screen asks for the code, and the mail leaves it out.
 * Only keyed hashes of the token (192 random bits) and the code are kept; the code's is bound to its flow.
 */
export async function openLink(
  environment: Environment,
  { account, person, flowId, generation, isActivating, email, acceptLanguage, at }: LinkRequestDetails,
): Promise<readonly Change[]> {
  const { vault, random, policy, texts, confirmationLinkUrl } = environment;
  const { validSeconds, codeLength } = policy.sends.emailSent;
  const token = createToken(random);
  const code = createNumericCode(random, codeLength);
  const [tokenKey, codeKey] = await Promise.all([
    vault.lookupKey("email-token", token),
    vault.lookupKey("email-code", `${flowId}:${code}`),
  ]);
  const expiresAt = at + validSeconds;
  const mail = renderConfirmationMail({
    givenName: person.givenName,
    familyName: person.familyName,
    identifier: account.identifier ?? "",
    link: `${confirmationLinkUrl}#${token}`,
    code: isActivating || account.status === "active" ? null : code,
    ttlSeconds: validSeconds,
    ...texts,
    texts: chooseConfirmationLanguage(acceptLanguage),
  });
  return [
    replaceLinks(account.id),
    {
      type: "insert",
      table: "confirmation_links",
      row: {
        token_key: tokenKey,
        code_key: codeKey,
        account_id: account.id,
        flow_id: flowId,
        generation,
        email_encrypted: await vault.encrypt(linkEmailPlace(tokenKey), email),
        status: "open",
        expires_at: expiresAt,
      },
    },
    await enqueueMail(environment, { to: email, ...mail }, { at, expiresAt }),
  ];
}
