import { normalizeEmail, type ChildAnswer, type Command } from "@educonnect-activation/core";
import { z } from "zod";
import { calendarDate, named } from "./named.ts";

/*
 * What a person may type, and nothing else: an unknown or server-owned field is refused (ASVS 15.3.3). Caps are generous and only keep
 * nonsense out; whether an answer is right is the machine's business.
 */
export const shortText = z.string().max(200);
export const typedPassword = z.string().max(1024);
const id = z.string().min(1).max(64);
const typedCode = z.string().max(64);

export const childAnswer = named(
  "ChildAnswer",
  z.discriminatedUnion("relation", [
    z.strictObject({
      childId: id,
      relation: z.literal("guardian"),
      birthDate: calendarDate.nullable().describe("Null for a child whose `hasBirthDate` is false"),
    }),
    z.strictObject({ childId: id, relation: z.literal("notGuardian") }),
  ]),
) satisfies z.ZodType<ChildAnswer>;

const bare = <const Type extends Command["type"]>(type: Type) => z.strictObject({ type: z.literal(type) });

export const command = named(
  "Command",
  z
    .discriminatedUnion("type", [
      z.strictObject({
        type: z.literal("identitySubmitted"),
        givenName: shortText.describe("Empty for a person who has none"),
        familyName: shortText,
        phone: shortText.describe("As it was typed"),
      }),
      z.strictObject({ type: z.literal("smsCodeSubmitted"), code: typedCode }),
      z.strictObject({ type: z.literal("childrenSubmitted"), answers: z.array(childAnswer).max(50) }),
      z.strictObject({ type: z.literal("birthDateSubmitted"), birthDate: calendarDate }),
      z.strictObject({ type: z.literal("passwordSubmitted"), password: typedPassword }),
      z.strictObject({
        type: z.literal("emailSubmitted"),
        email: z.string().max(320).overwrite(normalizeEmail),
      }),
      z.strictObject({ type: z.literal("emailCodeSubmitted"), code: typedCode }),
      bare("smsCodeResendRequested"),
      bare("emailSkipped"),
      bare("emailResendRequested"),
      bare("emailCorrectionRequested"),
      bare("backRequested"),
      bare("continueRequested"),
      bare("moreTimeRequested"),
      bare("abandonRequested"),
      bare("servicesRequested"),
    ])
    .describe(
      "What a person asks for. `…Submitted` answers the step of that name; `smsCodeSubmitted` with the digits of the text, `emailCodeSubmitted` with those of the mail. `smsCodeResendRequested` sends another code, and the one before is void. `emailSkipped` goes on without an address, where it is optional; `emailResendRequested` sends the mail again; `emailCorrectionRequested` goes back to the address. `backRequested` shows the answer before, which a new one replaces; `continueRequested` leaves it as it is. `moreTimeRequested` moves the end of a flow without a proof by a minute or more, and nothing else. `abandonRequested` gives the flow up; `servicesRequested` ends an activated one and opens a session",
    ),
) satisfies z.ZodType<Command>;
