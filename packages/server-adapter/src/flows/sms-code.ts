import { asciiDigits } from "@educonnect-activation/core";
import { enqueueDecoy, enqueueSms } from "../delivery/outbox.ts";
import { renderSms } from "../delivery/sms-messages/render-sms.ts";
import type { Environment } from "../environment.ts";
import { createNumericCode } from "../security/tokens.ts";
import type { Flow } from "./flow.ts";
import type { Change } from "../ports/store.ts";
import { Refusal, refuseUntil } from "../refusal.ts";
import { decryptContact } from "./contact.ts";
import { numberShare } from "./flow-identity.ts";
import { compareSecret, type Answer, type QuestionContext, type QuestionNamed } from "./question.ts";

/** What a code is kept as, hashed: it is good in its flow and for the number it was texted to, and nowhere else. */
const smsCodeSubject = (flowId: string, mobile: string, digits: string) => `${flowId}:${mobile}:${digits}`;

/** Compares the code typed with the one texted last; used together with the state it leads to, it is used once. */
export async function checkSmsCode(
  context: QuestionContext,
  { code }: QuestionNamed<"checkSmsCode">,
): Promise<Answer> {
  const { environment, flow } = context;
  const { accounts, store, vault, clock } = environment;
  const contact = await decryptContact(environment, flow);
  if (contact === null) throw new Refusal("event_not_accepted");
  const [texted] = await store.find("sms_codes", { where: { flow_id: flow.id } });
  // What is too old costs no try: it is not wrong.
  if (!texted || texted.expires_at <= clock.now()) return { fact: { type: "smsCodeExpired" } };
  const digits = asciiDigits(code).replace(/\D/g, "");
  const keys = await vault.lookupKeys("sms-code", smsCodeSubject(flow.id, contact.mobile, digits));
  // Activated since the code left, in another way: the next text says so.
  const isActive = (await accounts.findByPerson(flow.state.subject ?? "nobody"))?.status === "active";
  const share = await numberShare(environment, flow, contact.mobile);
  const answer = await compareSecret(context, {
    // By number, whoever's it is: a flow given up and begun anew must not give five more tries, nor tell the known from the unknown.
    key: `sms-code:${await vault.lookupKey("sms-code-budget", share)}`,
    budget: environment.policy.failures.smsCode,
    isRight: () => keys.includes(texted.code_key) && contact.says === "code" && !isActive,
    matched: { type: "smsCodeMatched" },
    mismatched: { type: "smsCodeMismatched" },
    proof: "smsCode",
  });
  if (answer.fact.type !== "smsCodeMatched") return answer;
  const where = { flow_id: flow.id, code_key: texted.code_key };
  const used: Change = { type: "delete", table: "sms_codes", where, expect: 1 };
  // The number has served; what is not kept can't be found.
  return { ...answer, changes: [...(answer.changes ?? []), used], kept: { contactEncrypted: null } };
}

/** The changes that send a text, and how to take the counting back when they are not made. */
export interface SmsToSend {
  readonly changes: readonly Change[];
  readonly refund: () => Promise<void>;
}

/**
 * Draws a code for the flow's mobile, in the place of the one before, and puts the SMS into the outbox.
 *
 * The work is the same whatever the SMS says, and whether or not one is sent: a code is drawn and kept, and a message is encrypted and queued.
 *
 * @throws {Refusal} `sends_exhausted` when this number was sent enough, `sms_unavailable` while everybody is.
 */
export async function sendSmsCode(environment: Environment, flow: Flow, at: number): Promise<SmsToSend> {
  const { accounts, vault, random, policy, smsLimits, publicOrigin, texts, plans } = environment;
  const contact = await decryptContact(environment, flow);
  if (contact === null) throw new Refusal("event_not_accepted");
  // A code asked for again may be for an account activated since in another way.
  const account = await accounts.findByPerson(flow.state.subject ?? "nobody");
  const says = contact.says === "code" && account?.status === "active" ? "already" : contact.says;
  const taken = await smsLimits.take(await numberShare(environment, flow, contact.mobile));
  if (!taken.isAllowed) {
    throw refuseUntil(taken.of === "number" ? "sends_exhausted" : "sms_unavailable", taken.until, at);
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
