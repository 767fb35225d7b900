import { activationWriters } from "./activation/activation-writers.ts";
import { checkBirthDate } from "./activation/check-birth-date.ts";
import { checkChildren } from "./activation/check-children.ts";
import { matchGuardian } from "./activation/match-guardian.ts";
import type { FlowParts } from "./flows/advance-flow.ts";
import { checkEmailCode } from "./flows/email-code.ts";
import { hashPassword } from "./flows/new-password.ts";
import { checkSmsCode } from "./flows/sms-code.ts";
import { commonWriters } from "./flows/write.ts";

/** Everything that a flow of any purpose can ask and do; a question or a write without an entry does not compile. */
export const flowParts: FlowParts = {
  answers: { matchGuardian, checkSmsCode, checkChildren, checkBirthDate, hashPassword, checkEmailCode },
  writers: { ...commonWriters, ...activationWriters },
};
