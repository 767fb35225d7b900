import type {
  Audience,
  ChildCard,
  CommandType,
  FlowView,
  Issue,
  LinkAnswerResponse,
  LinkResponse,
  PasswordPolicy,
  Problem,
  SchoolContact,
  SendingView,
  ServicesResponse,
  SessionView,
  SignInResponse,
  StatusResponse,
  StepName,
  StepView,
} from "@educonnect-activation/core";
import { z } from "zod";
import { problemCodes } from "../http/problem.ts";

/**
 * What each answer holds, for the API document and for tests of the wire; `satisfies` ties each to core's type.
 *
 * Answers are not checked against these when they are sent: they are built from the same types.
 */
const issue = z.object({
  code: z.string(),
  field: z.string().exactOptional(),
  childId: z.string().exactOptional(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).exactOptional(),
}) satisfies z.ZodType<Issue>;

const contact = z.object({
  name: z.string(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
}) satisfies z.ZodType<SchoolContact>;

const sending = z.object({
  to: z.string().nullable(),
  sendsLeft: z.int(),
  nextSendAt: z.int(),
}) satisfies z.ZodType<SendingView>;

const child = z.object({
  id: z.string(),
  givenName: z.string(),
  familyName: z.string(),
  school: z.string(),
  hasBirthDate: z.boolean(),
}) satisfies z.ZodType<ChildCard>;

const passwordPolicy = z.object({
  name: z.string(),
  minimumLength: z.int(),
  maximumLength: z.int(),
  kinds: z.array(z.enum(["uppercase", "lowercase", "digit", "special_character"])),
  kindsRequired: z.int(),
  specialCharacters: z.string(),
  minimumBits: z.number(),
}) satisfies z.ZodType<PasswordPolicy>;

const stepName = z.enum([
  "credentials",
  "franceConnect",
  "identity",
  "mobileCode",
  "children",
  "birthDate",
  "password",
  "email",
  "emailConfirmation",
]) satisfies z.ZodType<StepName>;

const bareStep = <const Name extends StepView["name"]>(name: Name) => z.object({ name: z.literal(name) });

const step = z.discriminatedUnion("name", [
  bareStep("credentials"),
  bareStep("franceConnect"),
  bareStep("identity"),
  bareStep("birthDate"),
  bareStep("finished"),
  bareStep("abandoned"),
  bareStep("expired"),
  z.object({ name: z.literal("mobileCode"), sending }),
  z.object({ name: z.literal("children"), children: z.array(child) }),
  z.object({
    name: z.literal("password"),
    identifier: z.string(),
    policy: passwordPolicy,
    personal: z.array(z.string()),
  }),
  z.object({ name: z.literal("email"), given: z.string().nullable() }),
  z.object({ name: z.literal("emailConfirmation"), sending }),
  z.object({ name: z.literal("refused"), reason: z.enum(["allRefused", "awaitingSchool"]) }),
  z.object({ name: z.literal("closed"), step: stepName }),
  z.object({ name: z.literal("activated"), identifier: z.string(), pendingEmail: z.string().nullable() }),
]) satisfies z.ZodType<StepView>;

const commandType = z.enum([
  "credentialsSubmitted",
  "identitySubmitted",
  "mobileCodeSubmitted",
  "mobileCodeResendRequested",
  "franceConnectReturned",
  "childrenSubmitted",
  "birthDateSubmitted",
  "passwordSubmitted",
  "emailSubmitted",
  "emailSkipped",
  "emailCodeSubmitted",
  "emailResendRequested",
  "emailCorrectionRequested",
  "backRequested",
  "continueRequested",
  "abandonRequested",
  "servicesRequested",
]) satisfies z.ZodType<CommandType>;

const audience = z.enum(["guardian", "pupil"]) satisfies z.ZodType<Audience>;

export const flowView = z.object({
  revision: z.int(),
  route: z.enum(["letter", "pupil", "sms", "franceConnect"]),
  audience,
  condition: z.enum(["awaiting", "refused", "closed", "activated", "finished", "abandoned", "expired"]),
  step,
  accepts: z.array(commandType),
  back: z.enum(["step", "abandon", "none"]),
  issues: z.array(issue),
  lockedUntil: z.int().nullable(),
  progress: z.object({ current: z.int(), total: z.int() }),
  expiresAt: z.int(),
  now: z.int(),
  contact: contact.nullable(),
}) satisfies z.ZodType<FlowView>;

const session = z.object({
  givenName: z.string(),
  familyName: z.string(),
  expiresAt: z.int(),
}) satisfies z.ZodType<SessionView>;

export const statusResponse = z.object({
  flow: flowView.nullable(),
  session: session.nullable(),
}) satisfies z.ZodType<StatusResponse>;

export const signInResponse = z.discriminatedUnion("outcome", [
  z.object({ outcome: z.literal("flow"), flow: flowView }),
  z.object({ outcome: z.literal("session"), session }),
]) satisfies z.ZodType<SignInResponse>;

export const linkResponse = z.object({
  audience,
  identifier: z.string(),
  maskedEmail: z.string(),
}) satisfies z.ZodType<LinkResponse>;

export const linkAnswerResponse = z.object({
  outcome: z.enum(["confirmed", "disowned"]),
  ownFlow: z.boolean(),
}) satisfies z.ZodType<LinkAnswerResponse>;

export const servicesResponse = z.object({
  session,
  services: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      description: z.string().nullable(),
      href: z.string(),
      isAvailable: z.boolean(),
    }),
  ),
  message: z.string().nullable(),
  news: z.array(
    z.object({
      title: z.string(),
      body: z.string().nullable(),
      href: z.string().nullable(),
      date: z.string().nullable(),
    }),
  ),
  links: z.object({
    home: z.string().nullable(),
    contact: z.string().nullable(),
    account: z.string().nullable(),
  }),
}) satisfies z.ZodType<ServicesResponse>;

export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.enum(problemCodes),
  issues: z.array(issue).exactOptional(),
  flow: flowView.exactOptional(),
  retryAfterSeconds: z.int().exactOptional(),
}) satisfies z.ZodType<Problem>;

export const healthResponse = z.object({ status: z.literal("ok") });
