import type { CommandType } from "./events.ts";
import type { StepName } from "./step.ts";
import type { ActivationPolicy } from "./policy.ts";
import { endWithMoreTime, isCodeOut, previousStep, resendObstacle } from "./progress.ts";
import type { ActivationState, AwaitingState } from "./state.ts";

/** What each step is answered with; null where the answer comes from outside the flow. */
const submissions = {
  login: null,
  franceConnect: null,
  identity: "identitySubmitted",
  smsCode: "smsCodeSubmitted",
  children: "childrenSubmitted",
  birthDate: "birthDateSubmitted",
  password: "passwordSubmitted",
  email: "emailSubmitted",
  emailSent: "emailCodeSubmitted",
} as const satisfies Readonly<Record<StepName, CommandType | null>>;

/** The commands of a step that is open. */
function openCommands(state: AwaitingState, at: number, policy: ActivationPolicy): CommandType[] {
  const { step } = state;
  const submission = submissions[step];
  if (submission === null) return [];
  if (step === "email") {
    const isOptional = state.plan.steps.some(({ name, optional }) => name === step && optional);
    return isOptional ? [submission, "emailSkipped"] : [submission];
  }
  if (step !== "smsCode" && step !== "emailSent") return [submission];
  const resending = step === "smsCode" ? "smsCodeResendRequested" : "emailResendRequested";
  const commands: CommandType[] = isCodeOut(state, step) ? [submission] : [];
  if (resendObstacle(state, step, at, policy) === null) commands.push(resending);
  return commands;
}

/**
 * Lists the commands that `transition` accepts at an instant (epoch seconds), and no other.
 *
 * `verifyPlan` holds the two against each other in every state.
 */
export function acceptedCommands(
  state: ActivationState,
  at: number,
  policy: ActivationPolicy,
): CommandType[] {
  switch (state.condition) {
    case "awaiting": {
      const isLocked = state.lock !== null && at < state.lock.until;
      const commands = isLocked ? [] : openCommands(state, at, policy);
      if (state.step === "emailSent") commands.push("emailCorrectionRequested");
      if (state.done.includes(state.step)) commands.push("continueRequested");
      if (previousStep(state, state.step) !== null) commands.push("backRequested");
      if (endWithMoreTime(state, at, policy) !== null) commands.push("moreTimeRequested");
      return [...commands, "abandonRequested"];
    }
    case "refused":
      return ["backRequested", "abandonRequested"];
    case "closed":
      return ["abandonRequested"];
    case "completed":
      return ["servicesRequested"];
    default:
      return [];
  }
}
