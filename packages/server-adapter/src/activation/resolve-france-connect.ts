import { isCalendarDate, matchesPartialBirthDate, type FlowIssueCode } from "@educonnect-activation/core";
import type { FranceConnectError, FranceConnectIdentity } from "../ports/france-connect.ts";
import type { Person } from "../ports/directory.ts";
import { encryptContact } from "../flows/contact.ts";
import { encryptIdentity } from "../flows/flow-identity.ts";
import {
  areOnePerson,
  compareByAccount,
  filesOpened,
  nobodysId,
  openGuardianFile,
  type GuardianFile,
} from "./guardian-file.ts";
import { mayBeChildsOwn, mayBeTooYoung } from "./own-child.ts";
import type { Answer, QuestionContext } from "../flows/question.ts";

const failed = (code: FlowIssueCode): Answer => ({ fact: { type: "franceConnectFailed", issue: { code } } });

/** What the person is told of each way a sign-in at FranceConnect comes to nothing. */
const issueCodes: Readonly<Record<FranceConnectError["code"], FlowIssueCode>> = {
  cancelled: "france_connect_cancelled",
  unavailable: "france_connect_unavailable",
  refused: "france_connect_refused",
};

/** The answer to a sign-in that came to nothing. */
export function answerFailure({ code }: FranceConnectError): Answer {
  return failed(issueCodes[code]);
}

/** How the directory's birth date stands to civil status, where `00` is unknown. */
type Agreement = "agrees" | "contradicts" | "unknown";

const isDateInPart = (text: string): boolean => matchesPartialBirthDate(text, text);

function compareBirthDates(recorded: string | null, civil: string | null): Agreement {
  if (recorded === null || civil === null || !isDateInPart(recorded) || !isDateInPart(civil))
    return "unknown";
  if (!matchesPartialBirthDate(civil, recorded)) return "contradicts";
  return isCalendarDate(civil) && isCalendarDate(recorded) ? "agrees" : "unknown";
}

interface Candidate extends GuardianFile {
  readonly agreement: Agreement;
  /** Whether the identity may be that of one of the children, who bears the parent's names. */
  readonly isChildsOwn: boolean;
  readonly isTooYoung: boolean;
}

/** Reads a guardian of the names; of nobody as much. */
async function openCandidate(
  { environment }: QuestionContext,
  identity: FranceConnectIdentity,
  person: Person | null,
): Promise<Candidate | null> {
  const [file, children] = await Promise.all([
    openGuardianFile(environment, person),
    environment.directory.findChildren(person?.id ?? nobodysId),
  ]);
  return (
    file && {
      ...file,
      agreement: compareBirthDates(file.birthDate, identity.birthDate),
      isChildsOwn: children.some((child) => mayBeChildsOwn(identity, child)),
      isTooYoung: children.some(({ birthDate }) => mayBeTooYoung(identity.birthDate, birthDate)),
    }
  );
}

/**
 * The guardians of a child who bear the names, whose birth date, where the school noted one, is not another, and who were born long enough
 * before their children.
 *
 * Several are one person's files where names and birth date are the same; else nobody is singled out. A grown-up pupil who bears a
 * parent's names is no guardian, of whatever other file.
 */
async function findCandidates(
  context: QuestionContext,
  identity: FranceConnectIdentity,
): Promise<readonly Candidate[]> {
  const { givenName, familyName, preferredUsername } = identity;
  const names = [...new Set([familyName, preferredUsername ?? familyName])];
  const found = await Promise.all(
    names.map((name) => context.environment.directory.findGuardiansByName({ givenName, familyName: name })),
  );
  const people = [...new Map(found.flat().map((person) => [person.id, person])).values()];
  const opened = await Promise.all(
    Array.from({ length: Math.max(filesOpened, people.length) }, (_, index) =>
      openCandidate(context, identity, people[index] ?? null),
    ),
  );
  const candidates = opened.filter((candidate) => candidate !== null);
  const possible = candidates.filter(
    ({ agreement, isTooYoung }) => agreement !== "contradicts" && !isTooYoung,
  );
  const agreeing = possible.filter(({ agreement }) => agreement === "agrees");
  if (agreeing.length > 0) return areOnePerson(agreeing) ? agreeing.sort(compareByAccount) : [];
  const isPupils = candidates.some(({ isChildsOwn }) => isChildsOwn);
  return isPupils || possible.length > 1 ? [] : possible;
}

/** The number that a code may be texted to: none that a pupil holds as well, who may be of the parent's name. */
async function findOwnMobile(
  { environment: { directory } }: QuestionContext,
  personId: string,
): Promise<string | null> {
  const mobile = await directory.findMobile(personId);
  if (mobile === null) return null;
  const holders = await directory.findByMobile(mobile);
  return holders.some(({ kind }) => kind === "pupil") ? null : mobile;
}

/**
 * Finds whose identity FranceConnect vouches for: by names, as the directory has no birthplace and rarely a birth date of parents.
 *
 * Nobody, several, a child who bears a parent's names, and somebody whose account is active already get one and the same answer. A match by names alone may be
 * somebody of the same name, which the children's birth dates decide; a recorded birth date that agrees rules that out, and
 * singles one out of several.
 */
export async function resolveFranceConnect(
  context: QuestionContext,
  identity: FranceConnectIdentity,
): Promise<Answer> {
  const { environment, flow } = context;
  const files = await findCandidates(context, identity);
  const [match] = files;
  if (match === undefined || files.some(({ account }) => account?.status === "active")) {
    return failed("france_connect_unmatched");
  }
  const { id } = match.person;
  const identityEncrypted = await encryptIdentity(environment, flow.id, {
    issuer: identity.issuer,
    subject: identity.subject,
    idToken: identity.idToken,
    isHomonymRuledOut: match.agreement === "agrees",
  });
  const fact = { type: "franceConnectMatched", subject: id } as const;
  const proof = "franceConnect" as const;
  if (!flow.state.plan.steps.some(({ name }) => name === "smsCode"))
    return { fact, proof, kept: { identityEncrypted } };
  const mobile = await findOwnMobile(context, id);
  if (mobile === null) return failed("france_connect_mobile_missing");
  const contactEncrypted = await encryptContact(environment, flow.id, { mobile, says: "code" });
  return { fact, proof, kept: { identityEncrypted, contactEncrypted } };
}
