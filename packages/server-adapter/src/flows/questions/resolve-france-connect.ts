import { isCalendarDate, matchesPartialBirthDate } from "@educonnect-activation/core";
import type { FranceConnectError, FranceConnectIdentity } from "../../ports/france-connect.ts";
import type { Person } from "../../ports/directory.ts";
import { sealContact } from "../contact.ts";
import { sealIdentity } from "../federated-identity.ts";
import type { Answer, QuestionContext } from "./question.ts";

const failed = (code: string): Answer => ({ fact: { type: "franceConnectFailed", issue: { code } } });

/** What the person is told of each way a sign-in at FranceConnect comes to nothing. */
const issueCodes: Readonly<Record<FranceConnectError["code"], string>> = {
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

interface Candidate {
  readonly person: Person;
  readonly agreement: Agreement;
}

/** The guardians of a child who bear the names and whose birth date, where the school noted one, is not another. */
async function findCandidates(
  { environment: { directory } }: QuestionContext,
  { givenName, familyName, preferredUsername, birthDate }: FranceConnectIdentity,
): Promise<Candidate[]> {
  const names = [...new Set([familyName, preferredUsername ?? familyName])];
  const found = await Promise.all(
    names.map((name) => directory.findGuardiansByName({ givenName, familyName: name })),
  );
  const people = new Map(found.flat().map((person) => [person.id, person]));
  const candidates = await Promise.all(
    [...people.values()].map(async (person) => {
      const [isRepresentative, recorded] = await Promise.all([
        directory.isRepresentative(person.id),
        directory.findBirthDate(person.id),
      ]);
      return { person, isRepresentative, agreement: compareBirthDates(recorded, birthDate) };
    }),
  );
  return candidates.filter(
    ({ isRepresentative, agreement }) => isRepresentative && agreement !== "contradicts",
  );
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
 * Nobody, several, and somebody whose account is active already get one and the same answer. A match by names alone may be
 * somebody of the same name, which the children's birth dates decide; a recorded birth date that agrees rules that out, and
 * singles one out of several.
 */
export async function resolveFranceConnect(
  context: QuestionContext,
  identity: FranceConnectIdentity,
): Promise<Answer> {
  const { environment, flow } = context;
  const candidates = await findCandidates(context, identity);
  const agreeing = candidates.filter(({ agreement }) => agreement === "agrees");
  const [match, ...others] = agreeing.length > 0 ? agreeing : candidates;
  if (match === undefined || others.length > 0) return failed("france_connect_unmatched");
  const { id } = match.person;
  if ((await environment.accounts.findByPerson(id))?.status === "active") {
    return failed("france_connect_unmatched");
  }
  const identitySealed = await sealIdentity(environment, flow.id, {
    issuer: identity.issuer,
    subject: identity.subject,
    idToken: identity.idToken,
    isHomonymRuledOut: match.agreement === "agrees",
  });
  const fact = { type: "franceConnectMatched", subject: id } as const;
  if (!flow.state.plan.steps.some(({ name }) => name === "mobileCode"))
    return { fact, kept: { identitySealed } };
  const mobile = await findOwnMobile(context, id);
  if (mobile === null) return failed("france_connect_mobile_missing");
  const contactSealed = await sealContact(environment, flow.id, { mobile, says: "code" });
  return { fact, kept: { identitySealed, contactSealed } };
}
