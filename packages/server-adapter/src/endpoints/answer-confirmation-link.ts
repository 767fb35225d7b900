import {
  endpoints,
  type ConfirmationLinkAnswerRequest,
  type ConfirmationLinkAnswerResponse,
} from "@educonnect-activation/core";
import { z } from "zod";
import { flowParts } from "../flow-parts.ts";
import { answerConfirmationLink as answerLink } from "../flows/answer-confirmation-link.ts";
import { json } from "../http/read-body.ts";
import { tokenKeys } from "../security/tokens.ts";
import { defineEndpoint } from "./define-endpoint.ts";
import { linkProblems, linkToken } from "./read-confirmation-link.ts";
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
  problems: [...linkProblems, "flow_missing", "event_not_accepted", "server_busy"],
  summary: "Confirm or disown an address",
  description:
    "Works in any browser and sets no cookie: holding the mail gives no session. The flow that asked moves on by itself; its page sees it in `GET /status`.",
  cookies: ["flow"],
  async handle(context, { request, body: { token, answer } }) {
    const flow = await answerLink(context, flowParts, token, answer);
    const cookie = request.cookies.get(context.cookies.flow);
    const keys = cookie === undefined ? [] : await tokenKeys(context.vault, "flow", cookie);
    const body: ConfirmationLinkAnswerResponse = {
      outcome: answer === "confirm" ? "confirmed" : "disowned",
      ownFlow: flow !== null && keys.includes(flow.cookieKey),
    };
    return { status: 200, body };
  },
});
