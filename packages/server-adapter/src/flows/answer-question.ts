import type { QuestionType } from "@educonnect-activation/core";
import { checkBirthDate } from "./questions/check-birth-date.ts";
import { checkChildren } from "./questions/check-children.ts";
import { checkEmailCode } from "./questions/check-email-code.ts";
import { checkSmsCode } from "./questions/check-sms-code.ts";
import { hashPassword } from "./questions/hash-password.ts";
import { matchGuardian } from "./questions/match-guardian.ts";
import type { Answer, QuestionContext, QuestionNamed } from "./questions/question.ts";

type Answers = {
  readonly [Type in QuestionType]?: (
    context: QuestionContext,
    question: QuestionNamed<Type>,
  ) => Promise<Answer>;
};

const answers: Answers = {
  matchGuardian,
  checkSmsCode,
  checkChildren,
  checkBirthDate,
  hashPassword,
  checkEmailCode,
};

/**
 * Answers a question of the machine from the ports, outside any transaction.
 *
 * @returns null for what no request of a page may ask.
 * @throws {HasherBusyError} while too many passwords wait to be hashed.
 */
export function answerQuestion<Type extends QuestionType>(
  context: QuestionContext,
  type: Type,
  question: QuestionNamed<Type>,
): Promise<Answer> | null {
  const answer: Answers[Type] = answers[type];
  return answer ? answer(context, question) : null;
}
