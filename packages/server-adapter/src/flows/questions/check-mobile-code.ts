import { asciiDigits } from "@educonnect-activation/core";
import type { Change } from "../../ports/store.ts";
import { ProblemError } from "../../http/problem.ts";
import { openContact } from "../contact.ts";
import { numberShare } from "../number-share.ts";
import { compareSecret } from "./compare-secret.ts";
import type { Answer, QuestionContext, QuestionNamed } from "./question.ts";

/** What a code is kept as, hashed: it is good in its flow and for the number it was texted to, and nowhere else. */
export const mobileCodeText = (flowId: string, mobile: string, digits: string) =>
  `${flowId}:${mobile}:${digits}`;

/** Compares the code typed with the one texted last; used together with the state it leads to, it is used once. */
export async function checkMobileCode(
  context: QuestionContext,
  { code }: QuestionNamed<"checkMobileCode">,
): Promise<Answer> {
  const { environment, flow } = context;
  const { accounts, store, vault, clock } = environment;
  const contact = await openContact(environment, flow);
  if (contact === null) throw new ProblemError("event_not_accepted");
  const [texted] = await store.find("mobile_codes", { where: { flow_id: flow.id } });
  // What is too old costs no try: it is not wrong.
  if (!texted || texted.expires_at <= clock.now()) return { fact: { type: "mobileCodeExpired" } };
  const digits = asciiDigits(code).replace(/\D/g, "");
  const keys = await vault.lookupKeys("mobile-code", mobileCodeText(flow.id, contact.mobile, digits));
  // Activated since the code left, in another way: the next text says so.
  const isActive = (await accounts.findByPerson(flow.state.subject ?? "nobody"))?.status === "active";
  const share = await numberShare(environment, flow, contact.mobile);
  const answer = await compareSecret(context, {
    // By number, whoever's it is: a flow given up and begun anew must not give five more tries, nor tell the known from the unknown.
    key: `mobile-code:${await vault.lookupKey("mobile-code-budget", share)}`,
    budget: environment.policy.failures.mobileCode,
    isRight: () => keys.includes(texted.code_key) && contact.says === "code" && !isActive,
    matched: { type: "mobileCodeMatched" },
    mismatched: { type: "mobileCodeMismatched" },
  });
  if (answer.fact.type !== "mobileCodeMatched") return answer;
  const where = { flow_id: flow.id, code_key: texted.code_key };
  const used: Change = { type: "delete", table: "mobile_codes", where, expect: 1 };
  // The number has served; what is not kept can't be found.
  return { ...answer, changes: [...(answer.changes ?? []), used], kept: { contactSealed: null } };
}
