import { defaultActivationPolicy, educonnectPasswordPolicy } from "@educonnect-activation/core";
import { createStoredAccounts } from "./accounts/stored-accounts.ts";
import { createStoredDirectory } from "./directory/stored-directory.ts";
import { activationMethods } from "./activation-methods.ts";
import type { Environment } from "./environment.ts";
import { cookieNames } from "./http/cookies.ts";
import { checkOptions } from "./options/check-options.ts";
import { defaultRateLimits, defaultSessions, type EduconnectOptions } from "./options/educonnect-options.ts";
import { educonnectSchema } from "./options/educonnect-schema.ts";
import { systemClock } from "./ports/clock.ts";
import { safeLogger, silentLogger } from "./ports/logger.ts";
import { createStoredReports } from "./reports/stored-reports.ts";
import { webRandom } from "./ports/random.ts";
import { createActivationRateLimit, createPasswordRateLimit } from "./authentication/address-rate-limits.ts";
import { createAttempts } from "./authentication/attempts.ts";
import { createRateLimits } from "./security/rate-limits.ts";
import { createSmsLimits } from "./security/sms-limits.ts";
import { createStaticServices } from "./services/static-services.ts";

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

/**
 * Fills in the defaults of a deployment's options, and checks them once, before anybody is served.
 *
 * @throws {TypeError} when an option is missing, unknown or can't be right, naming it.
 * @throws {InvalidPlanError} when a plan breaks an invariant.
 */
export function createEnvironment(options: EduconnectOptions): Environment {
  checkOptions(educonnectSchema, options);
  const { publicOrigin, store, vault, passwordHasher, basePath = "/educonnect" } = options;
  const { methods = {}, confirmationLink = {}, sessions = {}, rateLimits = {}, messages = {} } = options;
  checkIsSecure(publicOrigin, options.allowInsecureOrigins ?? false);
  const elementsModule = confirmationLink.elementsModule ?? null;
  if (elementsModule === null && confirmationLink.url === undefined) {
    throw new TypeError(
      "Either confirmationLink.url or confirmationLink.elementsModule is needed, for the page that a mail's link opens.",
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
    passwordRateLimit: createPasswordRateLimit(
      attempts,
      vault,
      clock,
      rateLimits.failuresPerAddress ?? defaultRateLimits.failuresPerAddress,
    ),
    clock,
    activationRateLimit: createActivationRateLimit(
      attempts,
      vault,
      clock,
      rateLimits.activationsPerAddress ?? defaultRateLimits.activationsPerAddress,
    ),
    smsLimits: createSmsLimits(
      { rateLimits: createRateLimits(store, clock), vault, random, clock, logger },
      rateLimits.sms,
    ),
    random,
    logger,
    ...activationMethods(methods, publicOrigin, options.outbox?.sendsSms ?? true),
    policy: options.policy ?? defaultActivationPolicy,
    passwordPolicy: options.passwordPolicy ?? educonnectPasswordPolicy,
    cookies: cookieNames(!options.allowInsecureOrigins),
    publicOrigin,
    basePath,
    confirmationLinkUrl: confirmationLink.url ?? `${publicOrigin}${basePath}/confirmation-link`,
    sessionTtlSeconds: sessions.ttlSeconds ?? defaultSessions.ttlSeconds,
    sessionCeilingSeconds: sessions.ceilingSeconds ?? defaultSessions.ceilingSeconds,
    elementsModule,
    texts: {
      serviceName: messages.serviceName ?? "ÉduConnect",
      helpUrl: messages.helpUrl ?? null,
    },
    wakeOutbox: () => options.outbox?.wake(),
    wait: options.wait ?? ((milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds))),
  };
}
