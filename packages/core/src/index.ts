export {
  createPlan,
  defaultPlans,
  type Audience,
  type Plan,
  type PlanDescription,
  type PlanStep,
  type Route,
  type StepName,
} from "./activation/plan.ts";
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
} from "./activation/events.ts";
export { isQuestion, type Effect, type Question, type QuestionType, type Write } from "./activation/effects.ts";
export type {
  ActivatedState,
  ActivationState,
  AwaitingState,
  ChildrenOutcome,
  ClosedState,
  Condition,
  EndedState,
  Issue,
  Lock,
  Progress,
  RefusedState,
  Sent,
} from "./activation/state.ts";
export type { Rejection, Transition } from "./activation/progress.ts";
export { isEnded, startActivation, transition } from "./activation/transition.ts";
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
export { readSnapshot, writeSnapshot } from "./activation/snapshot.ts";
export { ActivationError, InvalidPlanError, SnapshotError, type PlanDefect } from "./errors.ts";
export {
  endpoints,
  type EndpointName,
  type EventRequest,
  type LinkAnswerRequest,
  type LinkAnswerResponse,
  type LinkRequest,
  type LinkResponse,
  type NewsItem,
  type Problem,
  type ProblemCode,
  type ServiceCard,
  type ServicesResponse,
  type SessionView,
  type SignInRequest,
  type SignInResponse,
  type StatusResponse,
} from "./protocol.ts";
export { randomBelow, type RandomSource } from "./random-source.ts";
