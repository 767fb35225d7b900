import { asciiDigits } from "@educonnect-activation/core";
import type { Change } from "../ports/store.ts";
import { compareSecret, type Answer, type QuestionContext, type QuestionNamed } from "./question.ts";

/** Finds the open link that a code stands beside: of this flow and of the address given last. */
async function useLink({ environment, flow }: QuestionContext, digits: string): Promise<Change | null> {
  const { store, vault, clock } = environment;
  for (const key of await vault.lookupKeys("email-code", `${flow.id}:${digits}`)) {
    const [link] = await store.find("confirmation_links", { where: { code_key: key, status: "open" } });
    if (!link || link.expires_at <= clock.now() || link.generation !== flow.state.emailGeneration) continue;
    const where = { token_key: link.token_key, status: "open" } as const;
    return { type: "update", table: "confirmation_links", where, set: { status: "used" }, expect: 1 };
  }
  return null;
}

/** Compares the code typed with the one mailed last; used together with the state it leads to, it is used once. */
export async function checkEmailCode(
  context: QuestionContext,
  { code }: QuestionNamed<"checkEmailCode">,
): Promise<Answer> {
  const { environment, flow } = context;
  const digits = asciiDigits(code).replace(/\D/g, "");
  let used: Change | null = null;
  const answer = await compareSecret(context, {
    // By person: giving the flow up and beginning another must not give five more tries.
    key: `email-code:${flow.state.subject}`,
    budget: environment.policy.failures.emailSent,
    async isRight() {
      used = await useLink(context, digits);
      return used !== null;
    },
    matched: { type: "emailCodeMatched" },
    mismatched: { type: "emailCodeMismatched" },
    proof: "mailCode",
  });
  return used === null ? answer : { ...answer, changes: [...(answer.changes ?? []), used] };
}
