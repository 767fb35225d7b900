import {
  endpoints,
  type ConfirmationLinkAnswerRequest,
  type ConfirmationLinkAnswerResponse,
} from "@educonnect-activation/core";
import { z } from "zod";
import { auditEntry } from "../audit/audit-entry.ts";
import type { Environment } from "../environment.ts";
import { commitOutcome } from "../flows/commit-outcome.ts";
import type { Flow } from "../flows/flow.ts";
import { createFlowPerson } from "../flows/flow-person.ts";
import { performWrites } from "../flows/perform-writes.ts";
import { runMachine } from "../flows/run-machine.ts";
import { ProblemError } from "../http/problem.ts";
import { json } from "../http/read-body.ts";
import { isStored } from "../ports/accounts.ts";
import type { Change } from "../ports/store.ts";
import { defineEndpoint } from "./define-endpoint.ts";
import { findAskingFlow, findLink, linkProblems, linkToken, type Link } from "./find-link.ts";
import { nothing } from "./requirement.ts";
import { named } from "./schemas/named.ts";

const confirmationLinkAnswerRequest = named(
  "ConfirmationLinkAnswerRequest",
  z.strictObject({ token: linkToken, answer: z.enum(["confirm", "disown"]) }),
) satisfies z.ZodType<ConfirmationLinkAnswerRequest>;

const confirmationLinkAnswerResponse = named(
  "ConfirmationLinkAnswerResponse",
  z.object({
    outcome: z.enum(["confirmed", "disowned"]),
    ownFlow: z
      .boolean()
      .describe("True in the browser whose flow this is, which may go on with `GET /status`"),
  }),
) satisfies z.ZodType<ConfirmationLinkAnswerResponse>;

/**
 * Takes « Confirmer » or « Ce n'est pas moi » from whoever holds the mail.
 *
 * It moves on only the flow that asked, and sets no cookie: a browser that is not the flow's own gains nothing by it, neither a session nor
 * a look at the account.
 */
export const answerConfirmationLink = defineEndpoint({
  ...endpoints.answerConfirmationLink,
  caller: "ownPages",
  body: json(confirmationLinkAnswerRequest),
  requires: nothing,
  response: confirmationLinkAnswerResponse,
  problems: [...linkProblems, "flow_missing", "event_not_accepted"],
  summary: "Confirm or disown an address",
  description:
    "Works in any browser and sets no cookie: holding the mail gives no session. The flow that asked moves on by itself; its page sees it in `GET /status`.",
  cookies: ["flow"],
  async handle(context, { request, body: { token, answer } }) {
    const cookie = request.cookies.get(context.cookies.flow);
    const cookieKeys = cookie === undefined ? [] : await context.vault.lookupKeys("flow-cookie", cookie);
    const status = answer === "confirm" ? "used" : "disowned";
    for (;;) {
      const link = await findLink(context, token);
      const close: Change = {
        type: "update",
        table: "confirmation_links",
        where: { token_key: link.token_key, status: "open" },
        set: { status },
        expect: 1,
      };
      const flow = await findAskingFlow(context, link);
      const isDone = flow
        ? await answerFlow(context, flow, link, answer, close)
        : await answerAccount(context, link, answer, close);
      if (!isDone) continue;
      const body: ConfirmationLinkAnswerResponse = {
        outcome: answer === "confirm" ? "confirmed" : "disowned",
        ownFlow: flow !== null && cookieKeys.includes(flow.cookieKey),
      };
      return { status: 200, body };
    }
  },
});

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
