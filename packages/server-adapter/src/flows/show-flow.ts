import {
  createView,
  isIdentityProven,
  maskEmail,
  maskPhone,
  type ActivationState,
  type FlowView,
  type StepName,
  type ViewDetails,
} from "@educonnect-activation/core";
import type { Environment } from "../environment.ts";
import { makeChildIds, showIssues } from "./child-ids.ts";
import { decryptContact } from "./contact.ts";
import { decryptIdentity, mayBeHomonym } from "./flow-identity.ts";
import type { Flow } from "./flow.ts";
import { createFlowPerson, type FlowPerson } from "./flow-person.ts";

/** The parts of a person that each screen shows; nothing else is read, so nothing else can leak. */
type Detail = "identifier" | "children" | "email" | "mobile" | "personal" | "contact";

function detailsShown(state: ActivationState, at: number): readonly Detail[] {
  if (!isIdentityProven(state)) {
    // The number just typed, and nothing of whose it is.
    return state.condition === "awaiting" && state.step === "smsCode" ? ["mobile"] : [];
  }
  switch (state.condition) {
    case "completed":
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
  smsCode: ["mobile"],
  children: ["children"],
  password: ["identifier", "personal"],
  email: ["email"],
  emailSent: ["email"],
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
    flow.state.condition === "completed" && (await flowPerson.account()).emailStatus === "confirmed";
  // Asked for together: over a network each costs its way there and back.
  const [email, mobile, account, children, personal, contact, identity] = await Promise.all([
    shown.has("email") && !isSettled ? flowPerson.email() : null,
    shown.has("mobile") ? decryptContact(environment, flow) : null,
    shown.has("identifier") ? flowPerson.account() : null,
    shown.has("children") ? flowPerson.children() : [],
    shown.has("personal") ? personalWords(flowPerson) : [],
    shown.has("contact") ? flowPerson.contact() : null,
    shown.has("contact") || shown.has("children") ? decryptIdentity(environment, flow) : null,
  ]);
  // Somebody of the same name must learn neither the school nor who the children are.
  const isHomonyms = mayBeHomonym(flow, identity);
  const ids = await makeChildIds(environment, flow, isHomonyms ? children : []);
  const state: ActivationState =
    flow.state.condition === "awaiting"
      ? { ...flow.state, issues: showIssues(flow.state.issues, ids) }
      : flow.state;
  const isStranded = shown.has("children") && children.length === 0;
  const details: ViewDetails = {
    identifier: account?.identifier ?? null,
    children: children.map(({ id, givenName, familyName, school, birthDate }) => ({
      id: ids.get(id) ?? id,
      givenName,
      familyName,
      school,
      hasBirthDate: birthDate !== null,
    })),
    maskedEmail: email === null ? null : maskEmail(email),
    maskedPhone: mobile === null ? null : maskPhone(mobile.mobile),
    personal,
    contact: isHomonyms ? null : (contact ?? (isStranded ? await flowPerson.contact() : null)),
    passwordPolicy: environment.passwordPolicy,
    isHomonymRuledOut: identity?.isHomonymRuledOut ?? false,
  };
  return createView(state, flow.revision, details, at, environment.policy);
}
