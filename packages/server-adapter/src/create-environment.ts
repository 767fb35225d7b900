import {
  defaultActivationPolicy,
  educonnectPasswordPolicy,
  type ActivationPolicy,
  type PasswordPolicy,
  type RandomSource,
} from "@educonnect-activation/core";
import { createStoredAccounts } from "./accounts/stored-accounts.ts";
import { createStoredDirectory } from "./directory/stored-directory.ts";
import { activationMethods, type ActivationMethodOptions } from "./activation-methods.ts";
import { checkOptions } from "./check-options.ts";
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
import { createSmsLimits } from "./security/sms-limits.ts";
import type { Vault } from "./security/vault.ts";
import { createStaticServices } from "./services/static-services.ts";
import { defaultSessionLife } from "./sessions/session.ts";

/** What a deployment sets; all but the first four have documented defaults, and `undefined` is the default. */
export interface EduconnectOptions extends ActivationMethodOptions {
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
  readonly confirmationLinkUrl?: string;
  /** The path or address of the module that defines the elements, for the handler's own page. */
  readonly elementsModule?: string;
  /** Seconds a session lasts, and lasts again each time the person asks for more; 1 h by default. */
  readonly sessionTtlSeconds?: number;
  /** Seconds a session lasts at most, however often the person asks; 24 h by default, and never less than `sessionTtlSeconds`. */
  readonly sessionCeilingSeconds?: number;
  /** Wrong passwords an hour from one address after which it is refused; 1,000 by default. Declare `trustedProxies` to the server. */
  readonly failuresPerAddress?: number;
  /** Activations begun and people looked for, in an hour from one address, after which it is refused; 2,000 by default. */
  readonly activationsPerAddress?: number;
  readonly texts?: Partial<ServiceTexts>;
  /** The dispatcher of the outbox in this process, woken as soon as a message waits. */
  readonly outbox?: { wake(): void; readonly sendsSms?: boolean };
  readonly clock?: Clock;
  /** A cryptographically secure source; Web Cryptography's by default. */
  readonly random?: RandomSource;
  readonly logger?: Logger;
  readonly wait?: (milliseconds: number) => Promise<void>;
  /** Lets a `publicOrigin` over plain HTTP through, on the loopback interface only, with cookies that are not `Secure`. For development. */
  readonly allowInsecureOrigins?: boolean;
}

const loopbackHosts: ReadonlySet<string> = new Set(["localhost", "127.0.0.1", "[::1]"]);

function checkIsSecure(publicOrigin: string, allowInsecureOrigins: boolean): void {
  const { protocol, hostname } = new URL(publicOrigin);
  if (protocol === "https:" && !allowInsecureOrigins) return;
  if (!allowInsecureOrigins || protocol !== "http:" || !loopbackHosts.has(hostname)) {
    throw new TypeError(
      "publicOrigin must be https; allowInsecureOrigins lets plain http through on localhost, and there alone.",
    );
  }
}

const defaultFailuresPerAddress = 1_000;
/** Below what opens the breaker of texts: one address alone can't end them for everybody. */
const defaultActivationsPerAddress = 2_000;

/**
 * Fills in the defaults of a deployment's options, and checks them once, before anybody is served.
 *
 * @throws {TypeError} when an option is missing, unknown or can't be right, naming it.
 * @throws {InvalidPlanError} when a plan breaks an invariant.
 */
export function createEnvironment(options: EduconnectOptions): Environment {
  checkOptions(options);
  const { publicOrigin, store, vault, passwordHasher, basePath = "/educonnect" } = options;
  checkIsSecure(publicOrigin, options.allowInsecureOrigins ?? false);
  const elementsModule = options.elementsModule ?? null;
  if (elementsModule === null && options.confirmationLinkUrl === undefined) {
    throw new TypeError(
      "Either confirmationLinkUrl or elementsModule is needed, for the page that a mail's link opens.",
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
    smsLimits: createSmsLimits(
      { rateLimits: createRateLimits(store, clock), vault, random, clock, logger },
      options.sms?.limits,
    ),
    random,
    logger,
    ...activationMethods(options, publicOrigin),
    policy: options.policy ?? defaultActivationPolicy,
    passwordPolicy: options.passwordPolicy ?? educonnectPasswordPolicy,
    cookies: cookieNames(!options.allowInsecureOrigins),
    publicOrigin,
    basePath,
    confirmationLinkUrl: options.confirmationLinkUrl ?? `${publicOrigin}${basePath}/confirmation-link`,
    sessionTtlSeconds: options.sessionTtlSeconds ?? defaultSessionLife.sessionTtlSeconds,
    sessionCeilingSeconds: options.sessionCeilingSeconds ?? defaultSessionLife.sessionCeilingSeconds,
    elementsModule,
    texts: {
      serviceName: options.texts?.serviceName ?? "ÉduConnect",
      helpUrl: options.texts?.helpUrl ?? null,
    },
    wakeOutbox: () => options.outbox?.wake(),
    wait: options.wait ?? ((milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds))),
  };
}
