import {
  maskEmail,
  type ConfirmationLinkAnswerResponse,
  type ConfirmationLinkResponse,
  type ProblemCode,
} from "@educonnect-activation/core";
import { auditEntry } from "../audit/audit-entry.ts";
import type { Environment } from "../environment.ts";
import { commitOutcome } from "../flows/commit-outcome.ts";
import { isOpen, toFlow, type Flow } from "../flows/flow.ts";
import { createFlowPerson } from "../flows/flow-person.ts";
import { performWrites } from "../flows/perform-writes.ts";
import { runMachine } from "../flows/run-machine.ts";
import type { PlainRequest, PlainResponse } from "../http/message.ts";
import { ProblemError } from "../http/problem.ts";
import { readBody } from "../http/read-body.ts";
import { linkEmailPlace } from "../confirmation-links/confirmation-link.ts";
import { isStored } from "../ports/accounts.ts";
import type { Change } from "../ports/store.ts";
import type { Tables } from "../ports/tables.ts";
import { confirmationLinkAnswerRequest, confirmationLinkRequest } from "./schemas.ts";

type Link = Tables["confirmation_links"];

const closedProblems: Readonly<Record<Exclude<Link["status"], "open">, ProblemCode>> = {
  used: "confirmation_link_used",
  disowned: "confirmation_link_disowned",
  replaced: "confirmation_link_replaced",
};

/** Finds the open link of a token, or says what became of it. */
async function findLink({ store, vault, clock }: Environment, token: string): Promise<Link> {
  for (const key of await vault.lookupKeys("email-token", token)) {
    const [link] = await store.find("confirmation_links", { where: { token_key: key } });
    if (!link) continue;
    if (link.status !== "open") throw new ProblemError(closedProblems[link.status]);
    if (link.expires_at <= clock.now()) throw new ProblemError("confirmation_link_expired");
    return link;
  }
  throw new ProblemError("confirmation_link_unknown");
}

/** Says which account a link is about; however often it is asked, nothing changes. */
export async function readConfirmationLink(
  environment: Environment,
  request: PlainRequest,
): Promise<PlainResponse> {
  const { token } = readBody(request, confirmationLinkRequest);
  const link = await findLink(environment, token);
  const account = await environment.accounts.find(link.account_id);
  const person = account && (await environment.directory.findPerson(account.personId));
  if (!account || !person) throw new ProblemError("confirmation_link_unknown");
  if (account.status !== "active" && (await findAskingFlow(environment, link)) === null) {
    throw new ProblemError("confirmation_link_expired");
  }
  const email = await environment.vault.decrypt(linkEmailPlace(link.token_key), link.email_encrypted);
  const body: ConfirmationLinkResponse = {
    audience: person.kind,
    identifier: account.identifier ?? "",
    maskedEmail: maskEmail(email),
  };
  return { status: 200, body };
}

/** The flow that asked for the confirmation, while it is under way. */
async function findAskingFlow({ store, clock }: Environment, link: Link): Promise<Flow | null> {
  if (link.flow_id === null) return null;
  const [row] = await store.find("flows", { where: { id: link.flow_id } });
  if (!row) return null;
  const flow = toFlow(row);
  return flow.state.condition !== "completed" && isOpen(flow, clock.now()) ? flow : null;
}

/**
 * Takes « Confirmer » or « Ce n'est pas moi » from whoever holds the mail.
 *
 * It moves on only the flow that asked, and sets no cookie: a browser that is not the flow's own gains nothing by it, neither a session nor
 * a look at the account.
 */
export async function answerConfirmationLink(
  environment: Environment,
  request: PlainRequest,
): Promise<PlainResponse> {
  const { token, answer } = readBody(request, confirmationLinkAnswerRequest);
  const cookie = request.cookies.get(environment.cookies.flow);
  const cookieKeys = cookie === undefined ? [] : await environment.vault.lookupKeys("flow-cookie", cookie);
  const status = answer === "confirm" ? "used" : "disowned";
  for (;;) {
    const link = await findLink(environment, token);
    const close: Change = {
      type: "update",
      table: "confirmation_links",
      where: { token_key: link.token_key, status: "open" },
      set: { status },
      expect: 1,
    };
    const flow = await findAskingFlow(environment, link);
    const isDone = flow
      ? await answerFlow(environment, flow, link, answer, close)
      : await answerAccount(environment, link, answer, close);
    if (!isDone) continue;
    const body: ConfirmationLinkAnswerResponse = {
      outcome: answer === "confirm" ? "confirmed" : "disowned",
      ownFlow: flow !== null && cookieKeys.includes(flow.cookieKey),
    };
    return { status: 200, body };
  }
}

async function answerFlow(
  environment: Environment,
  flow: Flow,
  link: Link,
  answer: "confirm" | "disown",
  close: Change,
): Promise<boolean> {
  const flowPerson = createFlowPerson(environment, flow);
  const type = answer === "confirm" ? "emailConfirmed" : "emailDisowned";
  const run = await runMachine(
    { environment, flow, flowPerson, clientAddress: null },
    { type, generation: link.generation },
  );
  if (run.rejection !== null) throw new ProblemError("confirmation_link_replaced");
  const at = environment.clock.now();
  const outcome = await performWrites(environment, flow, run, flowPerson, at);
  return commitOutcome(environment, flow, outcome, flowPerson, `${link.token_key}:${answer}`, [
    close,
    auditEntry(environment.random, at, type, flow.state.subject, {
      flow: flow.id,
      condition: run.state.condition,
    }),
  ]);
}

/** After the activation, the address is the account's affair. */
async function answerAccount(
  environment: Environment,
  link: Link,
  answer: "confirm" | "disown",
  close: Change,
): Promise<boolean> {
  const { accounts, store, random, clock } = environment;
  const account = await accounts.find(link.account_id);
  if (account?.status !== "active") throw new ProblemError("confirmation_link_expired");
  const writes = [{ type: answer === "confirm" ? "confirmEmail" : "forgetEmail" }] as const;
  const stored = isStored(accounts);
  if (!stored) await accounts.apply(account, writes, link.token_key);
  const { committed } = await store.commit([
    close,
    ...(stored ? await accounts.changesFor(account, writes) : []),
    auditEntry(
      random,
      clock.now(),
      answer === "confirm" ? "email_confirmed" : "email_disowned",
      account.personId,
    ),
  ]);
  return committed;
}
