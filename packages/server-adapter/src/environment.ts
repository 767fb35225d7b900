import type {
  ActivationPolicy,
  PasswordPolicy,
  Plan,
  RandomSource,
  ActivationMethod,
} from "@educonnect-activation/core";
import type { CookieNames } from "./http/cookies.ts";
import type { Accounts } from "./ports/accounts.ts";
import type { Clock } from "./ports/clock.ts";
import type { Directory } from "./ports/directory.ts";
import type { Logger } from "./ports/logger.ts";
import type { PasswordHasher } from "./ports/password-hasher.ts";
import type { FranceConnect } from "./ports/france-connect.ts";
import type { Reports } from "./ports/reports.ts";
import type { Services } from "./ports/services.ts";
import type { ReceiptRequest, SmsReceipt } from "./ports/sms-gateway.ts";
import type { Store } from "./ports/store.ts";
import type { ReturnUrls } from "./http/return-url.ts";
import type { ActivationRateLimit, AddressRateLimit } from "./authentication/address-rate-limits.ts";
import type { Attempts } from "./authentication/attempts.ts";
import type { SmsLimits } from "./security/sms-limits.ts";
import type { Vault } from "./security/vault.ts";

/** What messages to people name: the service, its help page, its portal. */
export interface ServiceTexts {
  /** The service's name at the end of a mail. */
  readonly serviceName: string;
  /** The help page that mails point to; null leaves the sentence out. */
  readonly helpUrl: string | null;
}

/** Signing in at FranceConnect, where a deployment offers it. */
export interface FranceConnectSetting {
  readonly client: FranceConnect;
  readonly returnUrls: ReturnUrls;
}

/** Everything a method may use: the ports, never an adapter, and the deployment's settings with their defaults filled in. */
export interface Environment {
  readonly store: Store;
  readonly vault: Vault;
  readonly directory: Directory;
  readonly accounts: Accounts;
  readonly services: Services;
  readonly passwordHasher: PasswordHasher;
  readonly attempts: Attempts;
  /** Limits wrong passwords by network address. */
  readonly passwordRateLimit: AddressRateLimit;
  /** Limits activations started and people looked for, by network address. */
  readonly activationRateLimit: ActivationRateLimit;
  readonly smsLimits: SmsLimits;
  /** The country of numbers that are typed without a calling code. */
  readonly smsDefaultRegion: string;
  /** Reads and checks the receipts that a gateway sends; null when it sends none. */
  readonly smsReceipts: ((request: ReceiptRequest) => Promise<readonly SmsReceipt[]>) | null;
  /** Null where FranceConnect is not offered. */
  readonly franceConnect: FranceConnectSetting | null;
  readonly reports: Reports;
  readonly clock: Clock;
  readonly random: RandomSource;
  readonly logger: Logger;
  /** The plans of the methods that are offered. */
  readonly plans: Readonly<Partial<Record<ActivationMethod, Plan>>>;
  readonly policy: ActivationPolicy;
  readonly passwordPolicy: PasswordPolicy;
  readonly cookies: CookieNames;
  readonly publicOrigin: string;
  readonly basePath: string;
  /** The page that a confirmation link opens. */
  readonly confirmationLinkUrl: string;
  readonly sessionTtlSeconds: number;
  readonly sessionCeilingSeconds: number;
  /** The module that defines the elements, for the page the handler serves itself; null when it serves none. */
  readonly elementsModule: string | null;
  readonly texts: ServiceTexts;
  /** Called after a commit that put a message into the outbox. */
  readonly wakeOutbox: () => void;
  /** Waits; given by the runtime so that tests need not. */
  readonly wait: (milliseconds: number) => Promise<void>;
}
