import type { ProblemCode } from "@educonnect-activation/core";
import { z } from "zod";
import type { Environment } from "../environment.ts";
import { isOpen, toFlow, type Flow } from "../flows/flow.ts";
import { ProblemError } from "../http/problem.ts";
import type { Tables } from "../ports/tables.ts";

/** The token of a confirmation link, as its page sends it. */
export const linkToken = z.string().min(1).max(200).describe("From the link's fragment");

/** Why a link can't be used. */
export const linkProblems = [
  "confirmation_link_unknown",
  "confirmation_link_expired",
  "confirmation_link_used",
  "confirmation_link_disowned",
  "confirmation_link_replaced",
] as const satisfies readonly ProblemCode[];

export type Link = Tables["confirmation_links"];

const closedProblems: Readonly<Record<Exclude<Link["status"], "open">, ProblemCode>> = {
  used: "confirmation_link_used",
  disowned: "confirmation_link_disowned",
  replaced: "confirmation_link_replaced",
};

/** Finds the open link of a token, or says what became of it. */
export async function findLink({ store, vault, clock }: Environment, token: string): Promise<Link> {
  for (const key of await vault.lookupKeys("email-token", token)) {
    const [link] = await store.find("confirmation_links", { where: { token_key: key } });
    if (!link) continue;
    if (link.status !== "open") throw new ProblemError(closedProblems[link.status]);
    if (link.expires_at <= clock.now()) throw new ProblemError("confirmation_link_expired");
    return link;
  }
  throw new ProblemError("confirmation_link_unknown");
}

/** The flow that asked for the confirmation, while it is under way. */
export async function findAskingFlow({ store, clock }: Environment, link: Link): Promise<Flow | null> {
  if (link.flow_id === null) return null;
  const [row] = await store.find("flows", { where: { id: link.flow_id } });
  if (!row) return null;
  const flow = toFlow(row);
  return flow.state.condition !== "completed" && isOpen(flow, clock.now()) ? flow : null;
}
