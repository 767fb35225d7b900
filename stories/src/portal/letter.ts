import type { TestPortal } from "@educonnect-activation/server-adapter/test/portal";
import type { Family } from "./families.ts";

/** What opens an account: of a letter, the provisional password; once it is active, the chosen one. */
export interface Letter {
  readonly identifier: string;
  readonly password: string;
}

/** Issues a letter to somebody of the directory. */
export async function issueLetter(portal: TestPortal, personId: string): Promise<Letter> {
  const { identifier, provisionalPassword } = await portal.issue(personId);
  return { identifier, password: provisionalPassword };
}

const chosenPassword = "Brouette-Violette-42";

/** Leads the family's guardian through the letter's activation, in another browser, so that the account is active. */
export async function activateGuardian(portal: TestPortal, { guardian, children }: Family): Promise<Letter> {
  const { identifier, password } = await issueLetter(portal, guardian.id);
  const elsewhere = portal.browser();
  await elsewhere.signIn(identifier, password);
  await elsewhere.send({ type: "emailSubmitted", email: "claire@example.org" });
  await elsewhere.send({ type: "passwordSubmitted", password: chosenPassword });
  await elsewhere.send({
    type: "childrenSubmitted",
    answers: children.map(({ id, birthDate }) => ({ childId: id, relation: "guardian", birthDate })),
  });
  const { code } = await portal.lastConfirmation();
  await elsewhere.send({ type: "emailCodeSubmitted", code });
  if (elsewhere.view().step.name !== "success") throw new TypeError("The account was not activated.");
  return { identifier, password: chosenPassword };
}
