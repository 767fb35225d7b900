import {
  normalizeEmail,
  type ChildAnswer,
  type Command,
  type EventRequest,
  type ConfirmationLinkAnswerRequest,
  type ConfirmationLinkRequest,
  type SignInRequest,
  type StartFlowRequest,
  type StartFranceConnectRequest,
} from "@educonnect-activation/core";
import { z } from "zod";

/**
 * What each request may hold, and nothing else: an unknown or server-owned field is refused (ASVS 15.3.3).
 *
 * `satisfies` ties each schema to core's type, so that the wire and the machine can't drift apart. Caps are generous and only keep
 * nonsense out; whether an answer is right is the machine's business.
 */
const shortText = z.string().max(200);
const id = z.string().min(1).max(64);
export const calendarDate = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .describe("An ISO calendar date; one that does not exist is the flow's issue, not a bad request");
const typedCode = z.string().max(64);
const typedPassword = z.string().max(1024);

export const childAnswer = z.discriminatedUnion("relation", [
  z.strictObject({
    childId: id,
    relation: z.literal("guardian"),
    birthDate: calendarDate.nullable().describe("Null for a child whose `hasBirthDate` is false"),
  }),
  z.strictObject({ childId: id, relation: z.literal("notGuardian") }),
]) satisfies z.ZodType<ChildAnswer>;

const bare = <const Type extends Command["type"]>(type: Type) => z.strictObject({ type: z.literal(type) });

export const command = z
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
  ) satisfies z.ZodType<Command>;

export const eventRequest = z.strictObject({
  revision: z.int().min(0).describe("The revision of the view the person saw"),
  event: command,
}) satisfies z.ZodType<EventRequest>;

export const signInRequest = z.strictObject({
  identifier: shortText,
  password: typedPassword,
  replace: z
    .boolean()
    .exactOptional()
    .describe("True once the person agreed to give up another's activation (`flow_in_progress`)"),
}) satisfies z.ZodType<SignInRequest>;

const replace = z
  .boolean()
  .exactOptional()
  .describe(
    "True once the person agreed to give up the activation under way in this browser (`flow_in_progress`)",
  );

export const startFlowRequest = z.strictObject({
  method: z.literal("sms"),
  replace,
}) satisfies z.ZodType<StartFlowRequest>;

export const startFranceConnectRequest = z.strictObject({
  returnUrl: z
    .string()
    .max(2048)
    .exactOptional()
    .describe("The page to come back to: of the portal's own origin, or allow-listed; a path will do"),
  replace,
}) satisfies z.ZodType<StartFranceConnectRequest>;

const token = z.string().min(1).max(200).describe("From the link's fragment");

export const confirmationLinkRequest = z.strictObject({ token }) satisfies z.ZodType<ConfirmationLinkRequest>;

export const confirmationLinkAnswerRequest = z.strictObject({
  token,
  answer: z.enum(["confirm", "disown"]),
}) satisfies z.ZodType<ConfirmationLinkAnswerRequest>;

export const emptyRequest = z.strictObject({});
