import type {
  Audience,
  ChildCard,
  CommandType,
  FlowIssueCode,
  FlowView,
  Issue,
  IssueCode,
  PasswordPolicy,
  RequestIssueCode,
  ActivationMethod,
  SchoolContact,
  SendingView,
  StepName,
  StepView,
} from "@educonnect-activation/core";
import { z } from "zod";
import { instant, named } from "./named.ts";

/*
 * The flow as the wire shows it, for the API document and for tests of the wire; `satisfies` ties each schema to core's type.
 */

/** The issues a flow can show. */
export const flowIssueCodes: readonly FlowIssueCode[] = [
  "name_missing",
  "name_too_long",
  "phone_empty",
  "phone_not_digits",
  "phone_placeholder",
  "phone_too_short",
  "phone_too_long",
  "phone_not_mobile",
  "phone_invalid",
  "france_connect_cancelled",
  "france_connect_unavailable",
  "france_connect_refused",
  "france_connect_unmatched",
  "france_connect_mobile_missing",
  "credentials_refused",
  "child_unanswered",
  "children_changed",
  "birth_date_missing",
  "birth_date_impossible",
  "birth_date_in_future",
  "birth_date_too_old",
  "birth_date_unrecorded",
  "birth_dates_wrong",
  "birth_date_wrong",
  "email_invalid",
  "email_disowned",
  "code_wrong",
  "code_expired",
  "sends_exhausted",
  "step_locked",
  "password_needs_uppercase",
  "password_needs_lowercase",
  "password_needs_digit",
  "password_needs_special_character",
  "password_needs_more_kinds",
  "password_needs_more_bits",
  "password_too_short",
  "password_too_long",
  "password_not_unicode",
  "password_too_common",
  "password_contains_name",
  "password_is_provisional",
];

/** The issues of a body that is not what its schema says. */
export const requestIssueCodes: readonly RequestIssueCode[] = [
  "field_missing",
  "field_unknown",
  "field_wrong_kind",
  "field_malformed",
  "field_too_long",
  "field_too_short",
];

const issueCodes: ReadonlySet<unknown> = new Set([...flowIssueCodes, ...requestIssueCodes]);

export const issue = named(
  "Issue",
  z
    .object({
      code: z
        .string()
        .describe(
          `Stable name; clients have the texts, and a general one for other codes. In a flow: ${flowIssueCodes.join(", ")}. In \`request_invalid\`: ${requestIssueCodes.join(", ")}. \`birth_dates_wrong\` names no child.`,
        )
        .pipe(z.custom<IssueCode>((code) => issueCodes.has(code))),
      field: z
        .string()
        .exactOptional()
        .describe(
          "The input it belongs to, or the path in the body joined by dots; absent when about the whole",
        ),
      childId: z.string().exactOptional().describe("The child it is about, on the children's screen"),
      params: z
        .record(z.string(), z.union([z.string(), z.number()]))
        .exactOptional()
        .describe("Numbers and texts for its words, such as `minimum` of `password_too_short`"),
    })
    .describe("Something to tell the person"),
) satisfies z.ZodType<Issue>;

export const contact = named(
  "Contact",
  z
    .object({
      name: z.string(),
      phone: z.string().nullable(),
      email: z.string().nullable(),
    })
    .describe("The school, to ask when the way on is closed"),
) satisfies z.ZodType<SchoolContact>;

export const method = z.enum([
  "letter",
  "pupil",
  "sms",
  "franceConnect",
]) satisfies z.ZodType<ActivationMethod>;

export const sending = named(
  "Sending",
  z
    .object({
      to: z.string().nullable().describe("The masked contact the code went to, such as `c•••@example.org`"),
      sendsLeft: z.int().min(0).describe("How many more messages this flow may send"),
      nextSendAt: instant.describe("From when another may be asked for; 0 is at once"),
      validSeconds: z.int().min(1).describe("For how long each message counts from when it is sent"),
      validUntil: instant.describe(
        "Until when the last message to the present contact counts; 0 when none was sent",
      ),
      codeLength: z.int().describe("Digits of the code"),
    })
    .describe("What a message sent from the step allows next"),
) satisfies z.ZodType<SendingView>;

export const child = named(
  "Child",
  z
    .object({
      id: z.string().describe("Opaque; goes back in `childrenSubmitted`"),
      givenName: z.string(),
      familyName: z.string(),
      school: z.string(),
      hasBirthDate: z
        .boolean()
        .describe(
          "False when the school recorded no date: answer `birthDate: null`, the school confirms later",
        ),
    })
    .describe("One card of the children's screen"),
) satisfies z.ZodType<ChildCard>;

export const passwordPolicy = named(
  "PasswordPolicy",
  z
    .object({
      name: z.string().describe("For logs only"),
      minimumLength: z.int().describe("In code points after Unicode NFC"),
      maximumLength: z.int().describe("In code points after Unicode NFC"),
      kinds: z.array(z.enum(["uppercase", "lowercase", "digit", "special_character"])),
      kindsRequired: z.int().describe("How many of `kinds` a password needs; all of them makes each a rule"),
      specialCharacters: z.string().describe("What counts as `special_character`; others are welcome too"),
      minimumBits: z.number().describe("Length × log2 of the alphabet in use; 0 is no such rule"),
    })
    .describe("What a new password must be; the server decides"),
) satisfies z.ZodType<PasswordPolicy>;

export const stepName = named(
  "StepName",
  z.enum([
    "login",
    "franceConnect",
    "identity",
    "smsCode",
    "children",
    "birthDate",
    "password",
    "email",
    "emailSent",
  ]),
) satisfies z.ZodType<StepName>;

const bareStep = <const Name extends StepView["name"]>(name: Name) => z.object({ name: z.literal(name) });

export const step = named(
  "Step",
  z
    .discriminatedUnion("name", [
      bareStep("login"),
      bareStep("franceConnect"),
      bareStep("identity"),
      bareStep("birthDate"),
      bareStep("finished"),
      bareStep("abandoned"),
      bareStep("expired"),
      z.object({ name: z.literal("smsCode"), sending }),
      z.object({ name: z.literal("children"), children: z.array(child) }),
      z.object({
        name: z.literal("password"),
        identifier: z.string().describe("The account's, to show above the form"),
        policy: passwordPolicy,
        personal: z.array(z.string()).describe("Names and identifier the password must not be made of"),
      }),
      z.object({
        name: z.literal("email"),
        given: z.string().nullable().describe("The address given before, masked"),
      }),
      z.object({ name: z.literal("emailSent"), sending }),
      z.object({
        name: z.literal("refused"),
        reason: z
          .enum(["allRefused", "awaitingSchool"])
          .describe("Every child was said to be another's, or the school must first confirm"),
      }),
      z.object({ name: z.literal("closed"), step: stepName.describe("Where the tries ran out for good") }),
      z.object({
        name: z.literal("success"),
        identifier: z.string(),
        pendingEmail: z.string().nullable().describe("The masked address that still waits for its link"),
      }),
    ])
    .describe("The screen to show, and all it may show"),
) satisfies z.ZodType<StepView>;

export const commandType = named(
  "CommandType",
  z.enum([
    "identitySubmitted",
    "smsCodeSubmitted",
    "smsCodeResendRequested",
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
    "moreTimeRequested",
    "abandonRequested",
    "servicesRequested",
  ]),
) satisfies z.ZodType<CommandType>;

export const audience = z.enum(["guardian", "pupil"]) satisfies z.ZodType<Audience>;

export const flowView = named(
  "FlowView",
  z
    .object({
      revision: z.int().describe("Counts the flow's changes; goes back with the next event"),
      purpose: z.enum(["activation", "recovery"]).describe("What the flow is for"),
      method: method.describe("How the person proves who they are"),
      audience,
      condition: z
        .enum(["awaiting", "refused", "closed", "completed", "finished", "abandoned", "expired"])
        .describe(
          "`awaiting` an answer to `step`; the last three are ends, and the flow's cookie goes with them",
        ),
      step,
      accepts: z
        .array(commandType)
        .describe("The commands accepted now, all others get `event_not_accepted`; offer no other"),
      back: z
        .enum(["step", "abandon", "none"])
        .describe(
          "What « Précédent » does: `backRequested`, or `abandonRequested` after asking (it gives the flow up), or nothing",
        ),
      issues: z.array(issue).describe("What was wrong with the last answer; empty after a right one"),
      lockedUntil: instant.nullable().describe("When the step opens again; null while it is open"),
      progress: z
        .object({ current: z.int(), total: z.int() })
        .describe("The step's place among those the person sees, from 1"),
      expiresAt: instant.describe(
        "When the flow ends unless it goes on; warn before, and offer `moreTimeRequested` where `accepts` has it",
      ),
      now: instant.describe("The present, to count down from however wrong the browser's clock"),
      contact: contact.nullable(),
    })
    .describe("A flow as its screen shows it. Before a proof of identity it holds nothing of anybody"),
) satisfies z.ZodType<FlowView>;
