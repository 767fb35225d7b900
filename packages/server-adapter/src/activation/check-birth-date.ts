import { isCalendarDate, type FlowIssueCode } from "@educonnect-activation/core";
import { isEqualInConstantTime } from "../security/constant-time.ts";
import { compareSecret, type Answer, type QuestionContext, type QuestionNamed } from "../flows/question.ts";

/** The ISO date at the server, one day ahead, so that no time zone makes today a future date. */
export function latestBirthDate(at: number): string {
  return new Date((at + 86_400) * 1000).toISOString().slice(0, 10);
}

/** Compares a pupil's own birth date with the school's; what is no date costs no try. */
export async function checkBirthDate(
  context: QuestionContext,
  { birthDate }: QuestionNamed<"checkBirthDate">,
): Promise<Answer> {
  const { environment, flow } = context;
  const recorded = await environment.directory.findBirthDate(flow.state.subject ?? "");
  const incomplete = (code: FlowIssueCode): Answer => ({
    fact: { type: "birthDateIncomplete", issues: [{ code, field: "birthDate" }] },
  });
  if (recorded === null) return incomplete("birth_date_unrecorded");
  if (!isCalendarDate(birthDate)) return incomplete("birth_date_impossible");
  if (birthDate > latestBirthDate(environment.clock.now())) return incomplete("birth_date_in_future");
  return compareSecret(context, {
    key: `birth-date:${flow.state.subject}`,
    budget: environment.policy.failures.birthDate,
    isRight: () => isEqualInConstantTime(birthDate, recorded),
    matched: { type: "birthDateMatched" },
    mismatched: { type: "birthDateMismatched" },
  });
}
