import type { Command, CommandType, Fact, FactType } from "../events.ts";
import type { Issue } from "../../issue.ts";
import { presentGeneration, presentInstant } from "./abstract-state.ts";

/** Every secret or personal text of the alphabet begins so: none may ever turn up in a state. */
export const secretMark = "canary-";

/** The children a guardian is offered in an exploration. */
export const exploredChildren = ["child-1", "child-2"] as const;

const [firstChild, secondChild] = exploredChildren;
const issues: readonly Issue[] = [{ code: "request_invalid", field: "field" }];

/** Each kind of command, with a value of every kind that the machine tells apart. */
const commands: { readonly [Type in CommandType]: readonly Extract<Command, { type: Type }>[] } = {
  identitySubmitted: [
    {
      type: "identitySubmitted",
      givenName: `${secretMark}given`,
      familyName: `${secretMark}family`,
      phone: `${secretMark}phone`,
    },
  ],
  smsCodeSubmitted: [{ type: "smsCodeSubmitted", code: `${secretMark}sms-code` }],
  smsCodeResendRequested: [{ type: "smsCodeResendRequested" }],
  childrenSubmitted: [
    {
      type: "childrenSubmitted",
      answers: [
        { childId: firstChild, relation: "guardian", birthDate: `${secretMark}child-date` },
        { childId: secondChild, relation: "notGuardian" },
      ],
    },
  ],
  birthDateSubmitted: [{ type: "birthDateSubmitted", birthDate: `${secretMark}own-date` }],
  passwordSubmitted: [{ type: "passwordSubmitted", password: `${secretMark}new` }],
  emailSubmitted: [
    { type: "emailSubmitted", email: `${secretMark}mail@example.org` },
    { type: "emailSubmitted", email: `${secretMark}no-address` },
  ],
  emailSkipped: [{ type: "emailSkipped" }],
  emailCodeSubmitted: [{ type: "emailCodeSubmitted", code: `${secretMark}mail-code` }],
  emailResendRequested: [{ type: "emailResendRequested" }],
  emailCorrectionRequested: [{ type: "emailCorrectionRequested" }],
  backRequested: [{ type: "backRequested" }],
  continueRequested: [{ type: "continueRequested" }],
  moreTimeRequested: [{ type: "moreTimeRequested" }],
  abandonRequested: [{ type: "abandonRequested" }],
  servicesRequested: [{ type: "servicesRequested" }],
};

/** Each kind of fact; the machine looks into a fact only as far as these differ. */
const facts: { readonly [Type in FactType]: readonly Extract<Fact, { type: Type }>[] } = {
  guardianMatched: [{ type: "guardianMatched", subject: "subject" }],
  guardianUnmatched: [{ type: "guardianUnmatched" }],
  guardianIncomplete: [{ type: "guardianIncomplete", issues }],
  smsCodeMatched: [{ type: "smsCodeMatched" }],
  smsCodeMismatched: [
    { type: "smsCodeMismatched" },
    { type: "smsCodeMismatched", lockedUntil: presentInstant + 1 },
  ],
  smsCodeExpired: [{ type: "smsCodeExpired" }],
  franceConnectMatched: [{ type: "franceConnectMatched", subject: "subject" }],
  franceConnectFailed: [{ type: "franceConnectFailed", issue: { code: "request_invalid" } }],
  childrenMatched: [
    { type: "childrenMatched", confirmed: exploredChildren, refused: [], unrecorded: [] },
    { type: "childrenMatched", confirmed: [firstChild], refused: [secondChild], unrecorded: [] },
    { type: "childrenMatched", confirmed: [firstChild], refused: [], unrecorded: [secondChild] },
    { type: "childrenMatched", confirmed: [], refused: exploredChildren, unrecorded: [] },
    { type: "childrenMatched", confirmed: [], refused: [firstChild], unrecorded: [secondChild] },
  ],
  childrenMismatched: [
    { type: "childrenMismatched" },
    { type: "childrenMismatched", lockedUntil: presentInstant + 1 },
  ],
  childrenIncomplete: [{ type: "childrenIncomplete", issues }],
  birthDateMatched: [{ type: "birthDateMatched" }],
  birthDateMismatched: [
    { type: "birthDateMismatched" },
    { type: "birthDateMismatched", lockedUntil: presentInstant + 1 },
  ],
  birthDateIncomplete: [{ type: "birthDateIncomplete", issues }],
  passwordAccepted: [{ type: "passwordAccepted", credential: `${secretMark}credential` }],
  passwordRejected: [{ type: "passwordRejected", issues }],
  emailCodeMatched: [{ type: "emailCodeMatched" }],
  emailCodeMismatched: [
    { type: "emailCodeMismatched" },
    { type: "emailCodeMismatched", lockedUntil: presentInstant + 1 },
  ],
  budgetSpent: [
    { type: "budgetSpent", until: presentInstant + 1 },
    { type: "budgetSpent", until: presentInstant },
  ],
  emailConfirmed: [
    { type: "emailConfirmed", generation: presentGeneration },
    { type: "emailConfirmed", generation: presentGeneration - 1 },
    { type: "emailConfirmed", generation: presentGeneration + 1 },
  ],
  emailDisowned: [
    { type: "emailDisowned", generation: presentGeneration },
    { type: "emailDisowned", generation: presentGeneration - 1 },
    { type: "emailDisowned", generation: presentGeneration + 1 },
  ],
};

/** Tells what a person asks for from what the adapter found out. */
export function isCommandType(type: string): type is CommandType {
  return Object.hasOwn(commands, type);
}

/** Everything a flow can hear in an exploration, commands first. */
export const eventAlphabet: readonly (Command | Fact)[] = [commands, facts].flatMap((kinds) =>
  Object.values<readonly (Command | Fact)[]>(kinds).flat(),
);
