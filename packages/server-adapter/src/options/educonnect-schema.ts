import {
  createPasswordPolicy,
  defaultActivationPolicy,
  type ActivationMethod,
  type ActivationPolicy,
  type FailureBudget,
  type PasswordPolicy,
  type PlanDescription,
  type SendBudget,
} from "@educonnect-activation/core";
import { z } from "zod";
import type { ServiceTexts } from "../environment.ts";
import type { Accounts } from "../ports/accounts.ts";
import type { Clock } from "../ports/clock.ts";
import type { Directory } from "../ports/directory.ts";
import type { FranceConnect } from "../ports/france-connect.ts";
import type { Logger } from "../ports/logger.ts";
import type { PasswordHasher } from "../ports/password-hasher.ts";
import type { Reports } from "../ports/reports.ts";
import type { Services } from "../ports/services.ts";
import type { SmsGateway } from "../ports/sms-gateway.ts";
import type { Store } from "../ports/store.ts";
import type { SmsLimitOptions } from "../security/sms-limits.ts";
import type { Vault } from "../security/vault.ts";
import {
  defaultSessions,
  type ConfirmationLinkOptions,
  type EduconnectOptions,
  type FranceConnectMethodOptions,
  type MethodOptions,
  type RateLimitOptions,
  type SessionOptions,
  type SmsMethodOptions,
} from "./educonnect-options.ts";
import {
  aFunction,
  group,
  listOfTexts,
  meeting,
  nonEmptyText,
  numberWithin,
  port,
  text,
  trueOrFalse,
  webAddress,
  wholeNumber,
  withMember,
} from "./check-options.ts";

/** The upper bound stands for "no limit". */
const count = wholeNumber(1, 1_000_000_000);
const yearSeconds = 366 * 86_400;
const seconds = wholeNumber(1, yearSeconds);

const failures = group<FailureBudget>({ tries: count, lockSeconds: seconds, rounds: count });

const sends = group<SendBudget>({
  sends: count,
  cooldownSeconds: seconds,
  // In less than a minute a code would expire before it is read.
  validSeconds: wholeNumber(60, yearSeconds),
  codeLength: wholeNumber(6, 14),
});

const policy = group<ActivationPolicy>({
  failures: group<ActivationPolicy["failures"]>({
    login: failures,
    smsCode: failures,
    children: failures,
    birthDate: failures,
    emailSent: failures,
  }),
  sends: group<ActivationPolicy["sends"]>({ smsCode: sends, emailSent: sends }),
  unprovenTtlSeconds: seconds,
  unprovenCeilingSeconds: seconds,
  provenTtlSeconds: seconds,
}).superRefine(notBelow("unprovenCeilingSeconds", "unprovenTtlSeconds", defaultActivationPolicy));

const passwordPolicy = group<PasswordPolicy>({
  name: nonEmptyText,
  minimumLength: wholeNumber(8, 256),
  maximumLength: wholeNumber(64, 256),
  kinds: listOfTexts,
  kindsRequired: wholeNumber(0, 4),
  specialCharacters: z.string({ error: "must be a text" }),
  minimumBits: numberWithin(0, 2_048),
}).superRefine((value, context) => {
  // Core decides how the properties go together.
  try {
    Reflect.apply(createPasswordPolicy, null, [value]);
  } catch (error) {
    context.addIssue({
      code: "custom",
      message: `is refused: ${error instanceof Error ? error.message : "unknown error"}`,
    });
  }
});

/** Core checks the steps themselves. */
const planOf = (method: ActivationMethod) =>
  group<PlanDescription>({
    purpose: meeting('must be "activation"', (value) => value === "activation").optional(),
    method: meeting(`must be "${method}"`, (value) => value === method),
    audience: nonEmptyText,
    steps: meeting("must be a list of steps", (value) => Array.isArray(value) && value.every(isStep)),
  });

const isStep = (step: unknown): boolean =>
  typeof step === "string" || (typeof step === "object" && step !== null);

const methods = group<MethodOptions>({
  sms: group<SmsMethodOptions>({
    defaultRegion: text("two capitals (ISO 3166-1)", /^[A-Z]{2}$/).optional(),
    gateway: withMember<SmsGateway>(
      port<SmsGateway>("send"),
      "parseReceipts",
      "must be a function",
      (member) => typeof member === "function",
    ).optional(),
  }).optional(),
  franceConnect: group<FranceConnectMethodOptions>({
    client: port<FranceConnect>("begin", "complete", "logoutLocation"),
    returnUrls: listOfTexts.optional(),
    defaultReturnUrl: nonEmptyText.optional(),
  }).optional(),
  plans: group<NonNullable<MethodOptions["plans"]>>({
    letter: planOf("letter").optional(),
    pupil: planOf("pupil").optional(),
    sms: planOf("sms").optional(),
    franceConnect: planOf("franceConnect").optional(),
  }).optional(),
});

const confirmationLink = group<ConfirmationLinkOptions>({
  url: webAddress("an address that begins with https:// or http://")
    .refine((value) => !String(value).includes("#"), {
      error: "must be without a fragment, where the link puts its token",
    })
    .optional(),
  elementsModule: webAddress(
    "a path, or an address that begins with https:// or http://",
    "https://ent.example",
  ).optional(),
});

/** The options of `createEduconnectHandler`. */
export const educonnectSchema = group<EduconnectOptions>({
  publicOrigin: meeting('must be an origin such as "https://ent.example"', isOrigin),
  store: port<Store>("find", "commit", "ping"),
  vault: port<Vault>("encrypt", "decrypt", "lookupKey", "lookupKeys"),
  passwordHasher: port<PasswordHasher>("hash", "verify", "needsRehash"),
  basePath: text('a path such as "/educonnect"', /^(\/[A-Za-z0-9._~-]+)+$/).optional(),
  allowInsecureOrigins: trueOrFalse.optional(),
  methods: methods.optional(),
  confirmationLink: confirmationLink.optional(),
  sessions: group<SessionOptions>({ ttlSeconds: seconds.optional(), ceilingSeconds: seconds.optional() })
    .superRefine(notBelow("ceilingSeconds", "ttlSeconds", defaultSessions))
    .optional(),
  rateLimits: group<RateLimitOptions>({
    failuresPerAddress: count.optional(),
    activationsPerAddress: count.optional(),
    sms: group<SmsLimitOptions>({
      perNumberAnHour: count.optional(),
      perNumberADay: count.optional(),
      inAllAnHour: count.optional(),
    }).optional(),
  }).optional(),
  policy: policy.optional(),
  passwordPolicy: passwordPolicy.optional(),
  messages: group<Partial<ServiceTexts>>({
    serviceName: nonEmptyText.optional(),
    helpUrl: z
      .union([z.null(), webAddress("an address")], {
        error: "must be an address that begins with https:// or http://, or null for no page",
      })
      .optional(),
  }).optional(),
  directory: port<Directory>(
    "findPerson",
    "findByMobile",
    "findGuardiansByName",
    "isRepresentative",
    "findMobile",
    "findContact",
    "findMessage",
    "findChildren",
    "findBirthDate",
    "findGuardians",
  ).optional(),
  accounts: port<Accounts>("findByIdentifier", "findByPerson", "find", "open", "apply").optional(),
  services: port<Services>("pageFor").optional(),
  reports: port<Reports>("record", "withdraw").optional(),
  outbox: withMember<NonNullable<EduconnectOptions["outbox"]>>(
    port<NonNullable<EduconnectOptions["outbox"]>>("wake"),
    "sendsSms",
    "must be true or false",
    (member) => typeof member === "boolean",
  ).optional(),
  clock: port<Clock>("now").optional(),
  random: aFunction.optional(),
  logger: port<Logger>("log").optional(),
  wait: aFunction.optional(),
});

function isOrigin(value: unknown): boolean {
  return typeof value === "string" && URL.canParse(value) && new URL(value).origin === value;
}

/** Checks that a ceiling is not below the length that it bounds; either may be left to its default. */
function notBelow<Name extends string>(
  ceiling: Name,
  length: Name,
  defaults: Readonly<Record<Name, number>>,
) {
  return (value: object, context: z.RefinementCtx): void => {
    const lengthOf = (name: Name): number => {
      const given: unknown = Reflect.get(value, name);
      return typeof given === "number" ? given : defaults[name];
    };
    if (lengthOf(ceiling) >= lengthOf(length)) return;
    context.addIssue({
      code: "custom",
      message: `has ${ceiling} (${lengthOf(ceiling)}) below ${length} (${lengthOf(length)})`,
    });
  };
}
