import { asciiDigits } from "@educonnect-activation/core";
import type { Change } from "../../ports/store.ts";
import { ProblemError } from "../../http/problem.ts";
import { decryptContact } from "../contact.ts";
import { numberShare } from "../number-share.ts";
import { compareSecret } from "./compare-secret.ts";
import type { Answer, QuestionContext, QuestionNamed } from "./question.ts";

/** What a code is kept as, hashed: it is good in its flow and for the number it was texted to, and nowhere else. */
export const smsCodeSubject = (flowId: string, mobile: string, digits: string) =>
  `${flowId}:${mobile}:${digits}`;

/** Compares the code typed with the one texted last; used together with the state it leads to, it is used once. */
export async function checkSmsCode(
  context: QuestionContext,
  { code }: QuestionNamed<"checkSmsCode">,
): Promise<Answer> {
  const { environment, flow } = context;
  const { accounts, store, vault, clock } = environment;
  const contact = await decryptContact(environment, flow);
  if (contact === null) throw new ProblemError("event_not_accepted");
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
  });
  if (answer.fact.type !== "smsCodeMatched") return answer;
  const where = { flow_id: flow.id, code_key: texted.code_key };
  const used: Change = { type: "delete", table: "sms_codes", where, expect: 1 };
  // The number has served; what is not kept can't be found.
  return { ...answer, changes: [...(answer.changes ?? []), used], kept: { contactEncrypted: null } };
}
