import { renderSms } from "../delivery/sms-messages/render-sms.ts";
import { enqueueDecoy, enqueueSms } from "../delivery/outbox.ts";
import type { Environment } from "../environment.ts";
import { ProblemError } from "../http/problem.ts";
import type { Change } from "../ports/store.ts";
import { createNumericCode } from "../security/tokens.ts";
import { decryptContact } from "./contact.ts";
import type { Flow } from "./flow.ts";
import { numberShare } from "./number-share.ts";
import { smsCodeSubject } from "./questions/check-sms-code.ts";

/** The changes that send a text, and how to take the counting back when they are not made. */
export interface SmsToSend {
  readonly changes: readonly Change[];
  readonly refund: () => Promise<void>;
}

/**
 * Draws a code for the flow's mobile, in the place of the one before, and puts the text into the outbox.
 *
 * Whatever the text says, and whether or not one leaves: a code is drawn and kept, a message is sealed and waits its turn.
 *
 * @throws {ProblemError} `sends_exhausted` when this number was sent enough, `sms_unavailable` while everybody is.
 */
export async function sendSmsCode(environment: Environment, flow: Flow, at: number): Promise<SmsToSend> {
  const { accounts, vault, random, policy, smsLimits, publicOrigin, texts, plans } = environment;
  const contact = await decryptContact(environment, flow);
  if (contact === null) throw new ProblemError("event_not_accepted");
  // A code asked for again may be for an account activated since in another way.
  const account = await accounts.findByPerson(flow.state.subject ?? "nobody");
  const says = contact.says === "code" && account?.status === "active" ? "already" : contact.says;
  const taken = await smsLimits.take(await numberShare(environment, flow, contact.mobile));
  if (!taken.isAllowed) {
    const retryAfterSeconds = Math.max(1, taken.until - at);
    throw new ProblemError(taken.of === "number" ? "sends_exhausted" : "sms_unavailable", {
      retryAfterSeconds,
    });
  }
  const { validSeconds, codeLength } = policy.sends.smsCode;
  const code = createNumericCode(random, codeLength);
  const expiresAt = at + validSeconds;
  const message = {
    to: contact.mobile,
    text: renderSms(says, {
      serviceName: texts.serviceName,
      code,
      validSeconds,
      host: new URL(publicOrigin).hostname,
      hasFranceConnect: plans.franceConnect !== undefined,
    }),
  };
  const enqueue = says === "nobody" ? enqueueDecoy : enqueueSms;
  return {
    changes: [
      { type: "delete", table: "sms_codes", where: { flow_id: flow.id } },
      {
        type: "insert",
        table: "sms_codes",
        row: {
          flow_id: flow.id,
          code_key: await vault.lookupKey("sms-code", smsCodeSubject(flow.id, contact.mobile, code)),
          expires_at: expiresAt,
        },
      },
      await enqueue({ vault, random }, message, { at, expiresAt }),
    ],
    refund: taken.refund,
  };
}
