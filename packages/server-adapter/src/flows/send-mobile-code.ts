import { renderText } from "../delivery/texts/render-text.ts";
import { enqueueDecoy, enqueueText } from "../delivery/outbox.ts";
import type { Environment } from "../environment.ts";
import { ProblemError } from "../http/problem.ts";
import type { Change } from "../ports/store.ts";
import { createNumericCode } from "../security/tokens.ts";
import { openContact } from "./contact.ts";
import type { Flow } from "./flow.ts";
import { numberShare } from "./number-share.ts";
import { mobileCodeText } from "./questions/check-mobile-code.ts";

/** The changes that send a text, and how to take the counting back when they are not made. */
export interface TextToSend {
  readonly changes: readonly Change[];
  readonly giveBack: () => Promise<void>;
}

/**
 * Draws a code for the flow's mobile, in the place of the one before, and puts the text into the outbox.
 *
 * Whatever the text says, and whether or not one leaves: a code is drawn and kept, a message is sealed and waits its turn.
 *
 * @throws {ProblemError} `sends_exhausted` when this number was sent enough, `sms_unavailable` while everybody is.
 */
export async function sendMobileCode(environment: Environment, flow: Flow, at: number): Promise<TextToSend> {
  const { accounts, vault, random, policy, textLimits, publicOrigin, texts, plans } = environment;
  const contact = await openContact(environment, flow);
  if (contact === null) throw new ProblemError("event_not_accepted");
  // A code asked for again may be for an account activated since in another way.
  const account = await accounts.findByPerson(flow.state.subject ?? "nobody");
  const says = contact.says === "code" && account?.status === "active" ? "already" : contact.says;
  const taken = await textLimits.take(await numberShare(environment, flow, contact.mobile));
  if (!taken.isAllowed) {
    const retryAfterSeconds = Math.max(1, taken.until - at);
    throw new ProblemError(taken.of === "number" ? "sends_exhausted" : "sms_unavailable", {
      retryAfterSeconds,
    });
  }
  const { validSeconds, codeLength } = policy.sends.mobileCode;
  const code = createNumericCode(random, codeLength);
  const expiresAt = at + validSeconds;
  const message = {
    to: contact.mobile,
    text: renderText(says, {
      serviceName: texts.serviceName,
      code,
      validSeconds,
      host: new URL(publicOrigin).hostname,
      hasFranceConnect: plans.franceConnect !== undefined,
    }),
  };
  const enqueue = says === "nobody" ? enqueueDecoy : enqueueText;
  return {
    changes: [
      { type: "delete", table: "mobile_codes", where: { flow_id: flow.id } },
      {
        type: "insert",
        table: "mobile_codes",
        row: {
          flow_id: flow.id,
          code_key: await vault.lookupKey("mobile-code", mobileCodeText(flow.id, contact.mobile, code)),
          expires_at: expiresAt,
        },
      },
      await enqueue({ vault, random }, message, { at, expiresAt }),
    ],
    giveBack: taken.giveBack,
  };
}
