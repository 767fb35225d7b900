import type { SchoolContact } from "@educonnect-activation/core";
import type { Environment } from "../environment.ts";
import type { Account, Credential } from "../ports/accounts.ts";
import type { Child, Person } from "../ports/directory.ts";
import { Refusal } from "../refusal.ts";
import type { Flow } from "./flow.ts";

/** The person a flow is about; each part is read when it is first asked for, and once. */
export interface FlowPerson {
  readonly person: () => Promise<Person>;
  readonly account: () => Promise<Account>;
  /** What opens the account. */
  readonly credentials: () => Promise<readonly Credential[]>;
  /** The account, opened with an identifier of its own if there was none. */
  readonly openAccount: () => Promise<Account>;
  readonly contact: () => Promise<SchoolContact | null>;
  readonly children: () => Promise<readonly Child[]>;
  /** The address typed in this flow, or null. */
  readonly email: () => Promise<string | null>;
}

function once<Value>(read: () => Promise<Value>): () => Promise<Value> {
  let pending: Promise<Value> | undefined;
  return () => (pending ??= read());
}

/**
 * Reads the person behind a flow.
 *
 * @throws {Refusal} `flow_missing` from any part when the person is no longer in the directory.
 */
export function createFlowPerson(environment: Environment, flow: Flow): FlowPerson {
  const subject = flow.state.subject ?? "";
  const present = async <Value>(value: Promise<Value | null>): Promise<Value> => {
    const found = await value;
    if (found === null) throw new Refusal("flow_missing");
    return found;
  };
  const person = once(() => present(environment.directory.findPerson(subject)));
  const found = once(() => environment.accounts.findByPerson(subject));
  const opened = once(async () => {
    const account = await found();
    return account === null || account.identifier === null
      ? environment.accounts.open(await person())
      : account;
  });
  let account = () => present(found());
  return {
    person,
    account: () => account(),
    credentials: once(async () => environment.accounts.findCredentials((await account()).id)),
    openAccount() {
      account = opened;
      return opened();
    },
    contact: once(async () => {
      const [contact] = await Promise.all([environment.directory.findContact(subject), person()]);
      return contact;
    }),
    children: once(() => environment.directory.findChildren(subject)),
    email: once(async () =>
      flow.emailEncrypted === null
        ? null
        : environment.vault.decrypt(emailPlace(flow.id), flow.emailEncrypted),
    ),
  };
}

/** The place that a flow's address is encrypted for. */
export const emailPlace = (flowId: string) => ({ table: "flows", row: flowId, column: "email_encrypted" });
