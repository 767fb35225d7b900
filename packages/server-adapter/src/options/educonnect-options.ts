import type {
  ActivationMethod,
  ActivationPolicy,
  PasswordPolicy,
  PlanDescription,
  RandomSource,
} from "@educonnect-activation/core";
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

/** What a deployment sets. All but the first four have a default, which `undefined` stands for as well. */
export interface EduconnectOptions {
  /** The portal's origin as browsers see it (`https://ent.example`). Links are built from it, never from a request. */
  readonly publicOrigin: string;
  readonly store: Store;
  /** Encrypts personal data. Create it with `createVault`, from keys kept outside the database. */
  readonly vault: Vault;
  readonly passwordHasher: PasswordHasher;
  /** Where the handler is mounted; `/educonnect` by default. */
  readonly basePath?: string;
  /** Accepts a `publicOrigin` over plain HTTP, on the loopback interface only, with cookies that are not `Secure`. For development. */
  readonly allowInsecureOrigins?: boolean;
  readonly methods?: MethodOptions;
  readonly confirmationLink?: ConfirmationLinkOptions;
  readonly sessions?: SessionOptions;
  readonly rateLimits?: RateLimitOptions;
  /** How often a person may fail, how many codes are sent, and how long an activation lasts; `defaultActivationPolicy` by default. */
  readonly policy?: ActivationPolicy;
  /** `educonnectPasswordPolicy` by default: 8 characters of all four kinds. */
  readonly passwordPolicy?: PasswordPolicy;
  /** What mails and pages name. */
  readonly messages?: Partial<ServiceTexts>;
  /** Who is whose guardian; the kit's own tables by default. */
  readonly directory?: Directory;
  /** Who may sign in with what; the kit's own tables by default. */
  readonly accounts?: Accounts;
  /** What « Mes services » shows; by default the message of the person's school alone. */
  readonly services?: Services;
  /** Where schools learn that a guardian refused a child; a list in the store by default. */
  readonly reports?: Reports;
  /** The dispatcher of the outbox in this process; it is woken as soon as a message waits. */
  readonly outbox?: { wake(): void; readonly sendsSms?: boolean };
  readonly clock?: Clock;
  /** A cryptographically secure source; Web Cryptography's by default. */
  readonly random?: RandomSource;
  readonly logger?: Logger;
  readonly wait?: (milliseconds: number) => Promise<void>;
}

/** The methods that a deployment offers: the letter's and the pupil's always, the other two once they are set up here. */
export interface MethodOptions {
  readonly sms?: SmsMethodOptions;
  readonly franceConnect?: FranceConnectMethodOptions;
  /** The plans of the methods; `defaultPlans` by default. */
  readonly plans?: Readonly<Partial<Record<ActivationMethod, PlanDescription>>>;
}

/** What activating by SMS takes. */
export interface SmsMethodOptions {
  /** The country of a number typed without a calling code (ISO 3166-1); `FR` by default, whose plan covers all ten-digit numbers. */
  readonly defaultRegion?: string;
  /** The gateway that the dispatcher sends through, if it reports by itself what became of its SMS. */
  readonly gateway?: SmsGateway;
}

/** What activating by FranceConnect takes. */
export interface FranceConnectMethodOptions {
  /** Made with `createFranceConnect`. */
  readonly client: FranceConnect;
  /** Pages of other origins, over https, that may host the wizard and be returned to: `https://portail.example/connexion`. */
  readonly returnUrls?: readonly string[];
  /** The page to return to unless another one was asked for, of `publicOrigin` or one of `returnUrls`; `/` by default. */
  readonly defaultReturnUrl?: string;
}

/** The page that the link in a confirmation mail opens. At least one of the two is needed. */
export interface ConfirmationLinkOptions {
  /** A page of your own; by default the page that the handler serves, which needs `elementsModule`. */
  readonly url?: string;
  /** The path or address of the module that defines the elements, for the page that the handler serves. */
  readonly elementsModule?: string;
}

/** How long a signed-in person stays signed in. */
export interface SessionOptions {
  /** Seconds a session lasts, and lasts again each time the person asks for more time; 3,600 by default. */
  readonly ttlSeconds?: number;
  /** Seconds a session lasts at most, however often the person asks; 86,400 by default, and never less than `ttlSeconds`. */
  readonly ceilingSeconds?: number;
}

/** NIST SP 800-63B-4, 2.2.3: at most a day, and at most an hour without a sign of the person. */
export const defaultSessions = { ttlSeconds: 3_600, ceilingSeconds: 86_400 } as const;

/** How much strangers may ask of the server. */
export interface RateLimitOptions {
  /** Wrong passwords an hour from one address before it is refused; 1,000 by default. Declare `trustedProxies` to the server. */
  readonly failuresPerAddress?: number;
  /** Activations begun and people looked for, an hour from one address, before it is refused; 2,000 by default. */
  readonly activationsPerAddress?: number;
  /** How many SMS strangers may make the server send. */
  readonly sms?: SmsLimitOptions;
}

/** The default of `activationsPerAddress` is below `sms.inAllAnHour`, so that one address alone can't stop SMS for everybody. */
export const defaultRateLimits = { failuresPerAddress: 1_000, activationsPerAddress: 2_000 } as const;
