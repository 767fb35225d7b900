import {
  defaultActivationPolicy,
  educonnectPasswordPolicy,
  type ActivationPolicy,
  type PasswordPolicy,
  type RandomSource,
} from "@educonnect-activation/core";
import { createStoredAccounts } from "./accounts/stored-accounts.ts";
import { createStoredDirectory } from "./directory/stored-directory.ts";
import { activationRoutes, type ActivationRouteOptions } from "./activation-routes.ts";
import type { Environment, ServiceTexts } from "./environment.ts";
import { cookieNames } from "./http/cookies.ts";
import type { Accounts } from "./ports/accounts.ts";
import { systemClock, type Clock } from "./ports/clock.ts";
import type { Directory } from "./ports/directory.ts";
import { safeLogger, silentLogger, type Logger } from "./ports/logger.ts";
import type { PasswordHasher } from "./ports/password-hasher.ts";
import { createStoredReports } from "./reports/stored-reports.ts";
import type { Reports } from "./ports/reports.ts";
import { webRandom } from "./ports/random.ts";
import type { Services } from "./ports/services.ts";
import type { Store } from "./ports/store.ts";
import { createActivationCeiling, createAddressCeiling } from "./security/address-ceiling.ts";
import { createAttempts } from "./security/attempts.ts";
import { createRateLimits } from "./security/rate-limits.ts";
import { createTextLimits } from "./security/text-limits.ts";
import type { Vault } from "./security/vault.ts";
import { createStaticServices } from "./services/static-services.ts";

/** What a deployment sets; all but the first four have documented defaults. */
export interface EduconnectOptions extends ActivationRouteOptions {
  /** The portal's origin as browsers see it (`https://ent.example`); links are built from it, never from a request. */
  readonly publicOrigin: string;
  readonly store: Store;
  /** Seals personal data; create it with `createVault` from keys kept outside the database. */
  readonly vault: Vault;
  readonly passwordHasher: PasswordHasher;
  /** Where the handler is mounted; `/educonnect` by default. */
  readonly basePath?: string;
  /** Who is whose guardian; the kit's own tables by default. */
  readonly directory?: Directory;
  /** Who may sign in with what; the kit's own tables by default. */
  readonly accounts?: Accounts;
  /** What « Mes services » shows; by default the message of the person's school alone. */
  readonly services?: Services;
  /** Where schools learn of children refused; a list in the store by default. */
  readonly reports?: Reports;
  readonly policy?: ActivationPolicy;
  /** The default is the deck's: 8 characters and all four kinds. */
  readonly passwordPolicy?: PasswordPolicy;
  /** The page a confirmation link opens; the handler's own by default, for which `elementsModule` is needed. */
  readonly emailLinkUrl?: string;
  /** The path or address of the module that defines the elements, for the handler's own page. */
  readonly elementsModule?: string;
  /** Seconds a session lasts; 1 h by default. */
  readonly sessionTtlSeconds?: number;
  /** Wrong passwords an hour from one address after which it is refused; 1,000 by default. Declare `trustedProxies` to the server. */
  readonly failuresPerAddress?: number;
  /** Activations begun and people looked for, in an hour from one address, after which it is refused; 2,000 by default. */
  readonly activationsPerAddress?: number;
  readonly texts?: Partial<ServiceTexts>;
  /** The dispatcher of the outbox in this process, woken as soon as a message waits. */
  readonly outbox?: { wake(): void; readonly sendsTexts?: boolean };
  readonly clock?: Clock;
  /** A cryptographically secure source; Web Cryptography's by default. */
  readonly random?: RandomSource;
  readonly logger?: Logger;
  readonly wait?: (milliseconds: number) => Promise<void>;
  /** Lets a `publicOrigin` over plain HTTP through, on the loopback interface only, with cookies that are not `Secure`. For development. */
  readonly allowInsecureOrigins?: boolean;
}

const loopbackHosts: ReadonlySet<string> = new Set(["localhost", "127.0.0.1", "[::1]"]);

function checkPublicOrigin(publicOrigin: string, allowInsecureOrigins: boolean): void {
  const url = URL.canParse(publicOrigin) ? new URL(publicOrigin) : null;
  if (url === null || url.origin !== publicOrigin) {
    throw new TypeError(
      `publicOrigin must be an origin such as "https://ent.example", not "${publicOrigin}".`,
    );
  }
  const isLoopback = loopbackHosts.has(url.hostname);
  if (url.protocol === "https:" && !allowInsecureOrigins) return;
  if (!allowInsecureOrigins || url.protocol !== "http:" || !isLoopback) {
    throw new TypeError(
      "publicOrigin must be https; allowInsecureOrigins lets plain http through on localhost, and there alone.",
    );
  }
}

/** What the required parts are known by: a promise of one, or one of another kind, has not got it. */
const requiredMethods = {
  store: ["find", "commit"],
  vault: ["seal", "open"],
  passwordHasher: ["hash", "verify"],
} as const;

/** Callers without types may leave anything out. */
function checkRequired(options: unknown): void {
  const given: object = typeof options === "object" && options !== null ? options : {};
  if (given !== options)
    throw new TypeError("The options must be an object with publicOrigin, store, vault and passwordHasher.");
  const names = ["publicOrigin", "store", "vault", "passwordHasher"] as const;
  for (const name of names) {
    if ((Reflect.get(given, name) ?? null) === null) throw new TypeError(`The option ${name} is required.`);
  }
  for (const [name, methods] of Object.entries(requiredMethods)) {
    const part: unknown = Reflect.get(given, name);
    const isRight = typeof part === "object" && part !== null && methods.every((method) => method in part);
    if (!isRight)
      throw new TypeError(`The option ${name} must be an object with ${methods.join("() and ")}().`);
  }
}

function checkBasePath(basePath: string): void {
  if (!/^(\/[A-Za-z0-9._~-]+)+$/.test(basePath)) {
    throw new TypeError(`basePath must be a path such as "/educonnect", not "${basePath}".`);
  }
}

const defaultFailuresPerAddress = 1_000;
/** Below what opens the breaker of texts: one address alone can't end them for everybody. */
const defaultActivationsPerAddress = 2_000;
const defaultSessionTtlSeconds = 3_600;

/** Lengths of which no code could be drawn, and times in which none would count. */
function checkPolicy(policy: ActivationPolicy): ActivationPolicy {
  for (const [step, { codeLength, validSeconds }] of Object.entries(policy.sends)) {
    if (!Number.isInteger(codeLength) || codeLength < 6 || codeLength > 14) {
      throw new TypeError(`policy.sends.${step}.codeLength must be 6 to 14, not ${codeLength}.`);
    }
    if (!Number.isInteger(validSeconds) || validSeconds < 60) {
      throw new TypeError(`policy.sends.${step}.validSeconds must be 60 or more, not ${validSeconds}.`);
    }
  }
  return policy;
}

/**
 * Fills in the defaults of a deployment's options, and checks them once, before anybody is served.
 *
 * @throws {TypeError} when an option can't be right, naming it.
 * @throws {InvalidPlanError} when a plan breaks an invariant.
 */
export function createEnvironment(options: EduconnectOptions): Environment {
  checkRequired(options);
  const { publicOrigin, store, vault, passwordHasher, basePath = "/educonnect" } = options;
  checkPublicOrigin(publicOrigin, options.allowInsecureOrigins ?? false);
  checkBasePath(basePath);
  const elementsModule = options.elementsModule ?? null;
  if (elementsModule === null && options.emailLinkUrl === undefined) {
    throw new TypeError(
      "Either emailLinkUrl or elementsModule is needed, for the page that a mail's link opens.",
    );
  }
  const clock = options.clock ?? systemClock;
  const attempts = createAttempts(store, clock);
  const random = options.random ?? webRandom;
  const logger = safeLogger(options.logger ?? silentLogger);
  const directory = options.directory ?? createStoredDirectory(store, vault);
  return {
    store,
    vault,
    passwordHasher,
    directory,
    accounts: options.accounts ?? createStoredAccounts(store, vault, random),
    reports: options.reports ?? createStoredReports(store),
    services: options.services ?? createStaticServices({}, directory),
    attempts,
    addressCeiling: createAddressCeiling(
      attempts,
      vault,
      clock,
      options.failuresPerAddress ?? defaultFailuresPerAddress,
    ),
    clock,
    activationCeiling: createActivationCeiling(
      attempts,
      vault,
      clock,
      options.activationsPerAddress ?? defaultActivationsPerAddress,
    ),
    textLimits: createTextLimits(
      { rateLimits: createRateLimits(store, clock), vault, random, clock, logger },
      options.sms?.limits,
    ),
    random,
    logger,
    ...activationRoutes(options, publicOrigin),
    policy: checkPolicy(options.policy ?? defaultActivationPolicy),
    passwordPolicy: options.passwordPolicy ?? educonnectPasswordPolicy,
    cookies: cookieNames(!options.allowInsecureOrigins),
    publicOrigin,
    basePath,
    emailLinkUrl: options.emailLinkUrl ?? `${publicOrigin}${basePath}/email-link`,
    sessionTtlSeconds: options.sessionTtlSeconds ?? defaultSessionTtlSeconds,
    elementsModule,
    texts: { serviceName: "EduConnect", helpUrl: null, ...options.texts },
    wakeOutbox: () => options.outbox?.wake(),
    wait: options.wait ?? ((milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds))),
  };
}
