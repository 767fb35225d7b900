export { createEduconnectHandler, type EduconnectHandler } from "./create-educonnect-handler.ts";
export { createEnvironment, type EduconnectOptions } from "./create-environment.ts";
export type {
  ActivationMethodOptions,
  FranceConnectMethodOptions,
  SmsOptions,
} from "./activation-methods.ts";
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
export { createStoredAccounts } from "./accounts/stored-accounts.ts";
export {
  loadDirectory,
  type DirectoryRecords,
  type GuardianshipRecord,
  type LoadOptions,
  type LoadReport,
  type PersonRecord,
  type SchoolRecord,
} from "./directory/load-directory.ts";
export { readMobile, type MobileIssue, type MobileReading } from "./directory/read-mobile.ts";
export { createStoredDirectory } from "./directory/stored-directory.ts";
export {
  readReports,
  type ReportedPerson,
  type ReportQuery,
  type SchoolReport,
} from "./reports/read-reports.ts";
export { settleReport, type ReportToSettle } from "./reports/settle-report.ts";
export { createStoredReports } from "./reports/stored-reports.ts";
export { createStaticServices } from "./services/static-services.ts";
export { openApiDocument } from "./endpoints/endpoints.ts";
export type { Account, Accounts, AccountWrite, StoredAccounts } from "./ports/accounts.ts";
export { systemClock, type Clock } from "./ports/clock.ts";
export type { Child, Directory, GuardianshipMeaning, NameToFind, Person } from "./ports/directory.ts";
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
export { sealAudit } from "./audit/seal-audit.ts";
export { verifyAudit, type AuditBreak, type AuditReport } from "./audit/verify-audit.ts";
