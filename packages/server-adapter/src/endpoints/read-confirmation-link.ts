import {
  endpoints,
  maskEmail,
  type ConfirmationLinkRequest,
  type ConfirmationLinkResponse,
  type ProblemCode,
} from "@educonnect-activation/core";
import { z } from "zod";
import { decryptLinkEmail, findLink } from "../confirmation-links/confirmation-link.ts";
import { findAskingFlow } from "../flows/answer-confirmation-link.ts";
import { ProblemError } from "../http/problem.ts";
import { json } from "../http/read-body.ts";
import { defineEndpoint } from "./define-endpoint.ts";
import { nothing } from "./requirement.ts";
import { audience } from "./schemas/flow-view.ts";
import { named } from "./schemas/named.ts";

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

const confirmationLinkRequest = named(
  "ConfirmationLinkRequest",
  z.strictObject({ token: linkToken }),
) satisfies z.ZodType<ConfirmationLinkRequest>;

const confirmationLinkResponse = named(
  "ConfirmationLinkResponse",
  z.object({
    audience: audience.describe("Whose account it is"),
    identifier: z.string(),
    maskedEmail: z.string().describe("The address to confirm, masked"),
  }),
) satisfies z.ZodType<ConfirmationLinkResponse>;

/** Says which account a link is about; however often it is asked, nothing changes. */
export const readConfirmationLink = defineEndpoint({
  ...endpoints.readConfirmationLink,
  caller: "ownPages",
  body: json(confirmationLinkRequest),
  requires: nothing,
  response: confirmationLinkResponse,
  problems: linkProblems,
  summary: "What a confirmation link is about",
  description: "Changes nothing, however often it is asked. POST, so that the token is in no URL and no log.",
  async handle(context, { body: { token } }) {
    const link = await findLink(context, token);
    const account = await context.accounts.find(link.account_id);
    const person = account && (await context.directory.findPerson(account.personId));
    if (!account || !person) throw new ProblemError("confirmation_link_unknown");
    if (account.status !== "active" && (await findAskingFlow(context, link)) === null) {
      throw new ProblemError("confirmation_link_expired");
    }
    const body: ConfirmationLinkResponse = {
      audience: person.kind,
      identifier: account.identifier ?? "",
      maskedEmail: maskEmail(await decryptLinkEmail(context, link)),
    };
    return { status: 200, body };
  },
});
