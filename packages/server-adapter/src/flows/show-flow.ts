import {
  createView,
  isIdentityProven,
  maskEmail,
  type ActivationState,
  type FlowView,
  type StepName,
  type ViewDetails,
} from "@educonnect-activation/core";
import type { Environment } from "../environment.ts";
import type { Flow } from "./flow.ts";
import { createFlowPerson, type FlowPerson } from "./flow-person.ts";

/** The parts of a person that each screen shows; nothing else is read, so nothing else can leak. */
type Detail = "identifier" | "children" | "email" | "personal" | "contact";

function detailsShown(state: ActivationState, at: number): readonly Detail[] {
  if (!isIdentityProven(state)) return [];
  switch (state.condition) {
    case "activated":
      return ["identifier", "email"];
    case "refused":
    case "closed":
      return ["contact"];
    case "awaiting":
      break;
    default:
      return [];
  }
  const isLocked = state.lock !== null && at < state.lock.until;
  const shown = stepDetails[state.step] ?? [];
  // Whoever is stopped, or was told of something wrong, may want to ask.
  return isLocked || state.issues.length > 0 ? [...shown, "contact"] : shown;
}

const stepDetails: Readonly<Partial<Record<StepName, readonly Detail[]>>> = {
  children: ["children"],
  password: ["identifier", "personal"],
  email: ["email"],
  emailConfirmation: ["email"],
};

/** The words of a person that a password must not be made of. */
export async function personalWords(flowPerson: FlowPerson): Promise<string[]> {
  const [person, account] = await Promise.all([flowPerson.person(), flowPerson.account()]);
  return [person.givenName, person.familyName, person.birthName, account.identifier].filter(
    (word): word is string => word !== null && word !== "",
  );
}

/** Builds what the browser gets of a flow now. */
export async function showFlow(
  environment: Environment,
  flow: Flow,
  flowPerson: FlowPerson = createFlowPerson(environment, flow),
): Promise<FlowView> {
  const at = environment.clock.now();
  const shown = new Set(detailsShown(flow.state, at));
  // Once activated, an address may have been confirmed where the flow does not see it.
  const isSettled =
    flow.state.condition === "activated" && (await flowPerson.account()).emailStatus === "confirmed";
  // Asked for together: over a network each costs its way there and back.
  const [email, account, children, personal, contact] = await Promise.all([
    shown.has("email") && !isSettled ? flowPerson.email() : null,
    shown.has("identifier") ? flowPerson.account() : null,
    shown.has("children") ? flowPerson.children() : [],
    shown.has("personal") ? personalWords(flowPerson) : [],
    shown.has("contact") ? flowPerson.contact() : null,
  ]);
  const isStranded = shown.has("children") && children.length === 0;
  const details: ViewDetails = {
    identifier: account?.identifier ?? null,
    children: children.map(({ id, givenName, familyName, school, birthDate }) => ({
      id,
      givenName,
      familyName,
      school,
      hasBirthDate: birthDate !== null,
    })),
    maskedEmail: email === null ? null : maskEmail(email),
    maskedPhone: null,
    personal,
    contact: contact ?? (isStranded ? await flowPerson.contact() : null),
    passwordPolicy: environment.passwordPolicy,
  };
  return createView(flow.state, flow.revision, details, at, environment.policy);
}
