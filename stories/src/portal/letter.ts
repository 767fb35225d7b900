import type { TestPortal } from "@educonnect-activation/server-adapter/test/portal";

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
