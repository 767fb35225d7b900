import {
  createPasswordPolicy,
  defaultActivationPolicy,
  type ActivationPolicy,
  type FailureBudget,
  type PasswordPolicy,
  type PlanDescription,
  type ActivationMethod,
  type SendBudget,
} from "@educonnect-activation/core";
import type { FranceConnectMethodOptions, SmsOptions } from "./activation-methods.ts";
import type { EduconnectOptions } from "./create-environment.ts";
import type { ServiceTexts } from "./environment.ts";
import {
  every,
  group,
  isFunction,
  isSwitch,
  listOf,
  member,
  notBelow,
  numeric,
  orNull,
  port,
  required,
  rule,
  text,
  webAddress,
  whole,
  type OptionRule,
} from "./option-rules.ts";
import type { Accounts } from "./ports/accounts.ts";
import type { Clock } from "./ports/clock.ts";
import type { Directory } from "./ports/directory.ts";
import type { FranceConnect } from "./ports/france-connect.ts";
import type { Logger } from "./ports/logger.ts";
import type { PasswordHasher } from "./ports/password-hasher.ts";
import type { Reports } from "./ports/reports.ts";
import type { Services } from "./ports/services.ts";
import type { SmsGateway } from "./ports/sms-gateway.ts";
import type { Store } from "./ports/store.ts";
import type { SmsLimitOptions } from "./security/sms-limits.ts";
import type { Vault } from "./security/vault.ts";
import { defaultSessionLife } from "./sessions/session-life.ts";

/** What is counted is counted up to a number that stands for "no limit". */
const count = whole(1, 1_000_000_000);
const yearSeconds = 366 * 86_400;
const seconds = whole(1, yearSeconds);
const someText = text("a text that is not empty", /\S/);

const failures = required(
  group<FailureBudget>({ tries: required(count), lockSeconds: required(seconds), rounds: required(count) }),
);

const sends = required(
  group<SendBudget>({
    sends: required(count),
    cooldownSeconds: required(seconds),
    // Less than a minute, and no code would count by the time it is read.
    validSeconds: required(whole(60, yearSeconds)),
    codeLength: required(whole(6, 14)),
  }),
);

const policyParts = group<ActivationPolicy>({
  failures: required(
    group<ActivationPolicy["failures"]>({
      login: failures,
      smsCode: failures,
      children: failures,
      birthDate: failures,
      emailSent: failures,
    }),
  ),
  sends: required(group<ActivationPolicy["sends"]>({ smsCode: sends, emailSent: sends })),
  unprovenTtlSeconds: required(seconds),
  unprovenCeilingSeconds: required(seconds),
  provenTtlSeconds: required(seconds),
});

const policy = every(
  policyParts,
  notBelow("unprovenCeilingSeconds", "unprovenTtlSeconds", defaultActivationPolicy),
);

const passwordPolicy = every(
  group<PasswordPolicy>({
    name: required(someText),
    minimumLength: required(whole(8, 256)),
    maximumLength: required(whole(64, 256)),
    kinds: required(listOf("texts", (kind) => typeof kind === "string")),
    kindsRequired: required(whole(0, 4)),
    specialCharacters: required(rule("a text", (value) => typeof value === "string")),
    minimumBits: required(numeric(0, 2_048)),
  }),
  { check: checkPasswordPolicy },
);

/** How the properties go together is core's to say. */
function checkPasswordPolicy(name: string, value: unknown): void {
  try {
    Reflect.apply(createPasswordPolicy, null, [value]);
  } catch (error) {
    throw new TypeError(`The option ${name}: ${error instanceof Error ? error.message : ""}`, {
      cause: error,
    });
  }
}

/** Core checks its steps. */
const planOf = (method: ActivationMethod): OptionRule =>
  every(
    group<PlanDescription>({
      purpose: rule(`"activation"`, (value) => value === "activation"),
      method: required(rule(`"${method}"`, (value) => value === method)),
      audience: required(someText),
      steps: required(
        listOf("steps", (step) => typeof step === "string" || (typeof step === "object" && step !== null)),
      ),
    }),
  );

const sms = group<SmsOptions>({
  limits: group<SmsLimitOptions>({ perNumberAnHour: count, perNumberADay: count, inAllAnHour: count }),
  defaultRegion: text("two capitals (ISO 3166-1)", /^[A-Z]{2}$/),
  gateway: every(port<SmsGateway>("send"), member<SmsGateway>("parseReceipts", isFunction)),
});

const franceConnect = group<FranceConnectMethodOptions>({
  client: required(port<FranceConnect>("begin", "complete", "logoutLocation")),
  returnUrls: listOf("texts", (url) => typeof url === "string"),
  defaultReturnUrl: someText,
});

/** `null` is no option's default; in `texts.helpUrl` it means that there is no such page. */
const options = group<EduconnectOptions>({
  publicOrigin: required(rule('an origin such as "https://ent.example"', isOrigin)),
  store: required(port<Store>("find", "commit", "ping")),
  vault: required(port<Vault>("encrypt", "decrypt", "lookupKey", "lookupKeys")),
  passwordHasher: required(port<PasswordHasher>("hash", "verify", "needsRehash")),
  basePath: text('a path such as "/educonnect"', /^(\/[A-Za-z0-9._~-]+)+$/),
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
  ),
  accounts: port<Accounts>("findByIdentifier", "findByPerson", "find", "open", "apply"),
  services: port<Services>("pageFor"),
  reports: port<Reports>("record", "withdraw"),
  policy,
  passwordPolicy,
  confirmationLinkUrl: every(
    webAddress("an address that begins with https:// or http://"),
    rule("without a fragment, which is the link's own", (value) => !String(value).includes("#")),
  ),
  elementsModule: webAddress(
    "a path, or an address that begins with https:// or http://",
    "https://ent.example",
  ),
  sessionTtlSeconds: seconds,
  sessionCeilingSeconds: seconds,
  failuresPerAddress: count,
  activationsPerAddress: count,
  texts: group<ServiceTexts>({
    serviceName: someText,
    helpUrl: orNull(webAddress("an address that begins with https:// or http://, or null for no page")),
  }),
  outbox: every(
    port<NonNullable<EduconnectOptions["outbox"]>>("wake"),
    member<NonNullable<EduconnectOptions["outbox"]>>("sendsSms", isSwitch),
  ),
  clock: port<Clock>("now"),
  random: isFunction,
  logger: port<Logger>("log"),
  wait: isFunction,
  allowInsecureOrigins: isSwitch,
  sms,
  franceConnect,
  plans: group<NonNullable<EduconnectOptions["plans"]>>({
    letter: planOf("letter"),
    pupil: planOf("pupil"),
    sms: planOf("sms"),
    franceConnect: planOf("franceConnect"),
  }),
});

function isOrigin(value: unknown): boolean {
  return typeof value === "string" && URL.canParse(value) && new URL(value).origin === value;
}

/**
 * Checks each option by itself, as callers without types may give it, and that no ceiling is below what it bounds; `undefined` is the
 * default everywhere.
 *
 * @throws {TypeError} naming the option that is missing, unknown or can't be right.
 */
export const checkOptions = (given: unknown): void =>
  every(options, notBelow("sessionCeilingSeconds", "sessionTtlSeconds", defaultSessionLife)).check("", given);
