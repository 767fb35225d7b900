import {
  maskEmail,
  type ConfirmationLinkAnswerResponse,
  type ConfirmationLinkResponse,
} from "@educonnect-activation/core";
import { decryptLinkEmail, findLink } from "../confirmation-links/confirmation-link.ts";
import type { Environment } from "../environment.ts";
import { flowParts } from "../flow-parts.ts";
import { answerConfirmationLink as answerLink, findAskingFlow } from "../flows/answer-confirmation-link.ts";
import type { PlainRequest, PlainResponse } from "../http/message.ts";
import { ProblemError } from "../http/problem.ts";
import { readBody } from "../http/read-body.ts";
import { tokenKeys } from "../security/tokens.ts";
import { confirmationLinkAnswerRequest, confirmationLinkRequest } from "./schemas.ts";

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
  const body: ConfirmationLinkResponse = {
    audience: person.kind,
    identifier: account.identifier ?? "",
    maskedEmail: maskEmail(await decryptLinkEmail(environment, link)),
  };
  return { status: 200, body };
}

/**
 * Takes « Confirmer » or « Ce n'est pas moi » from whoever holds the mail.
 *
 * It sets no cookie: a browser that is not the flow's own gains nothing by it, neither a session nor a look at the account.
 */
export async function answerConfirmationLink(
  environment: Environment,
  request: PlainRequest,
): Promise<PlainResponse> {
  const { token, answer } = readBody(request, confirmationLinkAnswerRequest);
  const flow = await answerLink(environment, flowParts, token, answer);
  const cookie = request.cookies.get(environment.cookies.flow);
  const keys = cookie === undefined ? [] : await tokenKeys(environment.vault, "flow", cookie);
  const body: ConfirmationLinkAnswerResponse = {
    outcome: answer === "confirm" ? "confirmed" : "disowned",
    ownFlow: flow !== null && keys.includes(flow.cookieKey),
  };
  return { status: 200, body };
}
