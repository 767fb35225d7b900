import {
  evaluatePassword,
  isProvisionalPassword,
  normalizePassword,
  normalizeProvisionalPassword,
  type Issue,
} from "@educonnect-activation/core";
import { isCommonPassword } from "@educonnect-activation/core/blocklist-full";
import { personalWords } from "./show-flow.ts";
import type { Answer, QuestionContext, QuestionNamed } from "./question.ts";

/** Evaluates a new password as the screen does, and hashes it once it is acceptable. */
export async function hashPassword(
  { environment, flowPerson }: QuestionContext,
  { password }: QuestionNamed<"hashPassword">,
): Promise<Answer> {
  const evaluation = evaluatePassword(password, environment.passwordPolicy, {
    personal: await personalWords(flowPerson),
    isCommon: isCommonPassword,
  });
  const reject = (issues: readonly Issue[]): Answer => ({
    fact: { type: "passwordRejected", issues: issues.map((issue) => ({ ...issue, field: "password" })) },
  });
  if (!evaluation.acceptable) return reject(evaluation.issues);
  const normalized = normalizePassword(password);
  const letter = (await flowPerson.credentials()).find(({ type }) => type === "provisional");
  // The hash is only worth its time for what has a letter password's shape.
  const provisional = normalizeProvisionalPassword(normalized);
  if (
    typeof letter?.secret === "string" &&
    isProvisionalPassword(provisional) &&
    (await environment.passwordHasher.verify(letter.secret, provisional))
  ) {
    return reject([{ code: "password_is_provisional" }]);
  }
  return {
    fact: { type: "passwordAccepted", credential: await environment.passwordHasher.hash(normalized) },
  };
}
