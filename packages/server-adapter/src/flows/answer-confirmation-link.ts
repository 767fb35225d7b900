import { auditEntry } from "../audit/audit-entry.ts";
import {
  changeToCloseLink,
  decryptLinkEmail,
  findLink,
  type ConfirmationLink,
} from "../confirmation-links/confirmation-link.ts";
import type { Environment } from "../environment.ts";
import { isStored } from "../ports/accounts.ts";
import { refuseBusy, Refusal } from "../refusal.ts";
import { advanceFlow, type FlowParts } from "./advance-flow.ts";
import { isOpen, toFlow, type Flow } from "./flow.ts";

/** « Confirmer » or « Ce n'est pas moi ». */
export type LinkAnswer = "confirm" | "disown";

/** How often answering starts over when others change the flow or the account at the same moment. */
const mostTries = 5;

/** Finds the flow that asked for a confirmation, while it is under way. */
export async function findAskingFlow(
  { store, clock }: Environment,
  link: ConfirmationLink,
): Promise<Flow | null> {
  if (link.flow_id === null) return null;
  const [row] = await store.find("flows", { where: { id: link.flow_id } });
  if (!row) return null;
  const flow = toFlow(row);
  return flow.state.condition !== "completed" && isOpen(flow, clock.now()) ? flow : null;
}

/**
 * Takes the answer of whoever holds a confirmation mail. It moves on only the flow that asked, and opens nothing for who answers.
 *
 * @returns the flow that asked, as it was; null once the address is the account's affair.
 * @throws {Refusal} what became of the link, `confirmation_link_replaced` where another address was given since, or `server_busy` when others kept
 * changing the same rows.
 */
export async function answerConfirmationLink(
  environment: Environment,
  parts: FlowParts,
  token: string,
  answer: LinkAnswer,
): Promise<Flow | null> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const link = await findLink(environment, token);
    const flow = await findAskingFlow(environment, link);
    const isDone =
      flow === null
        ? await answerForAccount(environment, link, answer)
        : await answerForFlow(environment, parts, flow, link, answer);
    if (isDone) return flow;
  }
  throw refuseBusy();
}

async function answerForFlow(
  environment: Environment,
  parts: FlowParts,
  flow: Flow,
  link: ConfirmationLink,
  answer: LinkAnswer,
): Promise<boolean> {
  const { random, clock } = environment;
  const { generation } = link;
  const type = answer === "confirm" ? "emailConfirmed" : "emailDisowned";
  const advanced = await advanceFlow(
    environment,
    parts,
    flow,
    { fact: { type, generation } },
    {
      origin: { clientAddress: null, acceptLanguage: null, device: "unknown" },
      requestId: `${link.token_key}:${answer}`,
      // The mail says who holds an address, and not whose flows they are.
      succession: { resumes: () => false, ends: () => false },
      changes: [changeToCloseLink(link, answer === "confirm" ? "used" : "disowned")],
      alongside: ({ flow: after }) => [
        auditEntry(random, clock.now(), type, flow.state.subject, {
          flow: flow.id,
          condition: after.state.condition,
        }),
      ],
    },
  );
  if (advanced.outcome === "rejected") throw new Refusal("confirmation_link_replaced");
  return advanced.outcome === "advanced";
}

/** After the activation, the address is the account's affair; the link settles the one it was sent to and no other. */
async function answerForAccount(
  environment: Environment,
  link: ConfirmationLink,
  answer: LinkAnswer,
): Promise<boolean> {
  const { accounts, store, random, clock } = environment;
  const account = await accounts.find(link.account_id);
  if (account?.status !== "active") throw new Refusal("confirmation_link_expired");
  const email = await decryptLinkEmail(environment, link);
  if (account.email !== email) throw new Refusal("confirmation_link_replaced");
  const isConfirmed = answer === "confirm";
  const writes = [{ type: isConfirmed ? "confirmEmail" : "forgetEmail", email }] as const;
  const stored = isStored(accounts);
  if (!stored) await accounts.apply(account, writes, link.token_key);
  const { committed } = await store.commit([
    changeToCloseLink(link, isConfirmed ? "used" : "disowned"),
    ...(stored ? await accounts.changesFor(account, writes) : []),
    auditEntry(random, clock.now(), isConfirmed ? "email_confirmed" : "email_disowned", account.personId),
  ]);
  return committed;
}
