import {
  normalizeEmail,
  type ChildAnswer,
  type Command,
  type EventRequest,
  type LinkAnswerRequest,
  type LinkRequest,
  type SignInRequest,
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
const calendarDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const typedCode = z.string().max(64);
const typedPassword = z.string().max(1024);

const childAnswer = z.discriminatedUnion("relation", [
  z.strictObject({ childId: id, relation: z.literal("guardian"), birthDate: calendarDate.nullable() }),
  z.strictObject({ childId: id, relation: z.literal("notGuardian") }),
]) satisfies z.ZodType<ChildAnswer>;

const bare = <const Type extends Command["type"]>(type: Type) => z.strictObject({ type: z.literal(type) });

export const command = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("childrenSubmitted"), answers: z.array(childAnswer).max(50) }),
  z.strictObject({ type: z.literal("birthDateSubmitted"), birthDate: calendarDate }),
  z.strictObject({ type: z.literal("passwordSubmitted"), password: typedPassword }),
  z.strictObject({ type: z.literal("emailSubmitted"), email: z.string().max(320).overwrite(normalizeEmail) }),
  z.strictObject({ type: z.literal("emailCodeSubmitted"), code: typedCode }),
  bare("emailSkipped"),
  bare("emailResendRequested"),
  bare("emailCorrectionRequested"),
  bare("backRequested"),
  bare("continueRequested"),
  bare("abandonRequested"),
  bare("servicesRequested"),
]) satisfies z.ZodType<Command>;

export const eventRequest = z.strictObject({
  revision: z.int().min(0),
  event: command,
}) satisfies z.ZodType<EventRequest>;

export const signInRequest = z.strictObject({
  identifier: shortText,
  password: typedPassword,
  replace: z.boolean().exactOptional(),
}) satisfies z.ZodType<SignInRequest>;

const token = z.string().min(1).max(200);

export const linkRequest = z.strictObject({ token }) satisfies z.ZodType<LinkRequest>;

export const linkAnswerRequest = z.strictObject({
  token,
  answer: z.enum(["confirm", "disown"]),
}) satisfies z.ZodType<LinkAnswerRequest>;

export const emptyRequest = z.strictObject({});
