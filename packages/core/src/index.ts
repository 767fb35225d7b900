export {
  createPlan,
  defaultPlans,
  type Plan,
  type PlanDescription,
  type PlanStep,
} from "./activation/plan.ts";
export { type StepName } from "./activation/step.ts";
export { type Audience, type ActivationMethod } from "./activation/purposes.ts";
export { purposes, type Purpose, type PurposeRules, type MethodRules } from "./activation/purposes.ts";
export {
  defaultActivationPolicy,
  type ActivationPolicy,
  type BudgetedStep,
  type FailureBudget,
  type SendBudget,
  type SendingStep,
} from "./activation/policy.ts";
export type {
  ActivationEvent,
  ChildAnswer,
  Command,
  CommandType,
  Fact,
  FactType,
  Mismatch,
} from "./activation/events.ts";
export {
  isQuestion,
  type Effect,
  type Question,
  type QuestionType,
  type Write,
} from "./activation/effects.ts";
export type {
  CompletedState,
  ActivationState,
  AwaitingState,
  ChildrenOutcome,
  ClosedState,
  Condition,
  EndedState,
  Lock,
  Progress,
  RefusedState,
  Sent,
} from "./activation/state.ts";
export type {
  FlowIssueCode,
  Issue,
  IssueCode,
  ProblemCode,
  RequestIssueCode,
  WordedIssueCode,
} from "./issue.ts";
export { isEnded, type Rejection, type Transition } from "./activation/progress.ts";
export { startFlow, startProvenFlow, transition } from "./activation/transition.ts";
export {
  createView,
  isIdentityProven,
  type ChildCard,
  type FlowView,
  type SchoolContact,
  type SendingView,
  type StepView,
  type ViewDetails,
} from "./activation/view.ts";
export { drawPlan } from "./activation/verification/draw-plan.ts";
export {
  flowMachine,
  EndlessPlanError,
  explorePlan,
  type Exploration,
  type ExplorationOptions,
  type ExploredMove,
  type ExploredState,
  type ExploredStep,
  type Machine,
  type Move,
} from "./activation/verification/explore-plan.ts";
export {
  PlanViolationError,
  type InvariantName,
  type PlanViolation,
} from "./activation/verification/plan-violation-error.ts";
export { verifyPlan, type PlanReport } from "./activation/verification/verify-plan.ts";
export { readSnapshot, writeSnapshot } from "./activation/snapshot.ts";
export { ActivationError, SnapshotError } from "./errors.ts";
export { InvalidPlanError, type PlanDefect } from "./activation/plan.ts";
export {
  endpoints,
  franceConnectLateFragment,
  type EndpointName,
  type EventRequest,
  type ConfirmationLinkAnswerRequest,
  type ConfirmationLinkAnswerResponse,
  type ConfirmationLinkRequest,
  type ConfirmationLinkResponse,
  type NewsItem,
  type Problem,
  type ServiceCard,
  type ServicesResponse,
  type SessionView,
  type SignInCommand,
  type SignInRequest,
  type SignOutResponse,
  type SignInResponse,
  type StartFlowRequest,
  type StartFranceConnectRequest,
  type StartFranceConnectResponse,
  type StatusResponse,
} from "./protocol.ts";
export {
  allocateIdentifier,
  IdentifierSpaceError,
  proposeIdentifier,
  type AllocatedIdentifier,
  type IdentifierProposal,
  type IdentifierRegistry,
} from "./identifier/allocate-identifier.ts";
export {
  defaultIdentifierFallbacks,
  identifierFamilyNameMaxLength,
  identifierStem,
  isIdentifierStem,
  type IdentifierFallbacks,
  type IdentifierNames,
} from "./identifier/identifier-stem.ts";
export {
  formatIdentifier,
  identifierMaxLength,
  normalizeIdentifier,
  parseIdentifier,
  type IdentifierIssue,
  type IdentifierParsing,
  type ParsedIdentifier,
} from "./identifier/parse-identifier.ts";
export { asciiDigits } from "./identity/ascii-digits.ts";
export {
  formatCalendarDate,
  isCalendarDate,
  matchesPartialBirthDate,
  parseBirthDate,
  type BirthDateIssue,
  type CalendarDate,
  type ParsedBirthDate,
  type TypedDate,
} from "./identity/birth-date.ts";
export { suggestEmailCorrection } from "./identity/email-correction.ts";
export { emailKey, isEmailSyntax, maskEmail, normalizeEmail } from "./identity/email.ts";
export { foldName, nameTokens } from "./identity/fold-name.ts";
export {
  familyNameKeys,
  isSamePersonName,
  personNameKeys,
  type RecordedPersonName,
  type TypedPersonName,
} from "./identity/names-match.ts";
export {
  findPhoneTypingIssue,
  formatPhone,
  isPlaceholderPhone,
  maskPhone,
  normalizePhoneTyping,
  type PhoneTypingIssue,
} from "./identity/phone.ts";
export { createBlocklist, type IsCommonPassword } from "./password/common-passwords.ts";
export { createPasswordPolicy } from "./password/create-password-policy.ts";
export {
  evaluatePassword,
  normalizePassword,
  type PasswordContext,
  type PasswordEvaluation,
  type PasswordIssue,
  type PasswordIssueCode,
} from "./password/evaluate-password.ts";
export {
  generateProvisionalPassword,
  isProvisionalPassword,
  normalizeProvisionalPassword,
} from "./password/generate-provisional-password.ts";
export type { PasswordRule, PasswordRuleCode } from "./password/password-rules.ts";
export {
  createCnilPasswordPolicy,
  educonnectPasswordPolicy,
  nistPasswordPolicy,
  threeOfFourPasswordPolicy,
  type CharacterKind,
  type PasswordPolicy,
} from "./password/policy.ts";
export { randomBelow, type RandomSource } from "./random-source.ts";
export { french, type MessageKey, type Messages } from "./messages/fr/catalogue.ts";
export { frenchConfirmationLink } from "./messages/fr/confirmation-link.ts";
export { frenchFlow } from "./messages/fr/flow.ts";
export { frenchFranceConnect } from "./messages/fr/france-connect.ts";
export { frenchIdentity } from "./messages/fr/identity.ts";
export { frenchIssues } from "./messages/fr/issues.ts";
export { frenchMethods } from "./messages/fr/methods.ts";
export { frenchPassword } from "./messages/fr/password.ts";
export { frenchPortal } from "./messages/fr/portal.ts";
export { frenchServices } from "./messages/fr/services.ts";
export { frenchSignIn } from "./messages/fr/sign-in.ts";
export { frenchSmsCode } from "./messages/fr/sms-code.ts";
export { frenchSteps } from "./messages/fr/steps.ts";
export { formatMessage, type Message, type MessageParams, type Plural } from "./messages/format-message.ts";
export { findLanguage, type Language, type TextPart, type TextsOf } from "./messages/language.ts";
