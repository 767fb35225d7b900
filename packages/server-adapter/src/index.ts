export { createEduconnectHandler, type EduconnectHandler } from "./create-educonnect-handler.ts";
export { createEnvironment } from "./create-environment.ts";
export { MissingPackageError } from "./optional-package.ts";
export type {
  ConfirmationLinkOptions,
  EduconnectOptions,
  FranceConnectMethodOptions,
  MethodOptions,
  RateLimitOptions,
  SessionOptions,
  SmsMethodOptions,
} from "./options/educonnect-options.ts";
export type { SmsLimitOptions } from "./security/sms-limits.ts";
export type { Environment, FranceConnectSetting, ServiceTexts } from "./environment.ts";
export { handle } from "./handle.ts";
export type { SetCookie } from "./http/cookies.ts";
export type {
  PlainRequest,
  PlainResponse,
  PortableHandler,
  RequestContext,
  WireRequest,
  WireResponse,
} from "./http/message.ts";

export { issueLetter, LetterError, type IssuedLetter, type LetterIssuer } from "./accounts/issue-letter.ts";
export { createIdentifierRegistry } from "./accounts/identifier-registry.ts";
export { createStoredAccounts } from "./accounts/stored-accounts.ts";
export {
  createStoredDirectoryWriter,
  type DirectoryWriterOptions,
} from "./directory/stored-directory-writer.ts";
export { readMobile, type MobileReading } from "./directory/read-mobile.ts";
export { createStoredDirectory } from "./directory/stored-directory.ts";
export {
  readReports,
  settleReport,
  type ReportedPerson,
  type ReportQuery,
  type ReportToSettle,
  type SchoolReport,
} from "./reports/school-reports.ts";
export { createStoredReports } from "./reports/stored-reports.ts";
export { createStaticServices } from "./services/static-services.ts";
export { openApiDocument } from "./endpoints/endpoints.ts";
export type {
  Account,
  Accounts,
  AccountWrite,
  Credential,
  CredentialType,
  CredentialUse,
  NewCredential,
  StoredAccounts,
} from "./ports/accounts.ts";
export { ContentionError } from "./ports/contention.ts";
export { systemClock, type Clock } from "./ports/clock.ts";
export type { Child, Directory, GuardianshipMeaning, NameToFind, Person } from "./ports/directory.ts";
export type {
  DirectoryKeys,
  DirectoryRecords,
  DirectoryWriter,
  GuardianshipKey,
  GuardianshipRecord,
  MobileIssue,
  PersonRecord,
  SchoolRecord,
  UpsertCounts,
  UpsertReport,
  WithdrawalCounts,
  WithdrawalReport,
} from "./ports/directory-writer.ts";
export { DeliveryError, type DeliveryErrorOptions } from "./ports/delivery-error.ts";
export {
  FranceConnectError,
  type FranceConnect,
  type FranceConnectIdentity,
  type FranceConnectRequest,
} from "./ports/france-connect.ts";
export { silentLogger, type Logger, type LogFields, type LogLevel } from "./ports/logger.ts";
export type { Mail, Mailer } from "./ports/mailer.ts";
export { HasherBusyError, PasswordHashError, type PasswordHasher } from "./ports/password-hasher.ts";
export { webRandom } from "./ports/random.ts";
export type { Report, ReportKind, Reports, StoredReports } from "./ports/reports.ts";
export type { Services, ServicesPage } from "./ports/services.ts";
export type { Change, CommitResult, Condition, Query, Store } from "./ports/store.ts";
export {
  CommitOutcomeUnknownError,
  StoreTooNewError,
  StoreUnavailableError,
  StoreUnsupportedError,
} from "./ports/store-errors.ts";
export type { TableName, Tables } from "./ports/tables.ts";
export { createVault, VaultError, type Place, type Vault } from "./security/vault.ts";
export {
  createKeyRing,
  generateMasterKey,
  KeyRingError,
  type KeyRing,
  type MasterKey,
  type MasterKeys,
} from "./security/keys.ts";
export {
  createOutboxDispatcher,
  type OutboxDispatcher,
  type OutboxDispatcherOptions,
} from "./delivery/outbox-dispatcher.ts";
export { readReceipts, type ReceiptReaderEnvironment } from "./delivery/receipts/read-receipts.ts";
export { recordReceipts, type ReceiptsEnvironment } from "./delivery/receipts/record-receipts.ts";
export {
  ReceiptRefusedError,
  type ReceiptRequest,
  type SmsGateway,
  type SmsReceipt,
  type TakenSms,
  type SmsMessage,
} from "./ports/sms-gateway.ts";
export { sweepExpired, type SweepOptions, type SweepResult } from "./stores/sweep.ts";
export { sealAudit, verifyAudit, type AuditBreak, type AuditReport } from "./audit/audit-chain.ts";
