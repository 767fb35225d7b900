import type { Command, EndpointName } from "@educonnect-activation/core";
import { chosenPassword } from "./password-step.ts";
import { birthDate } from "./people.ts";
import type { Letter } from "./portal.ts";

/** A browser of either kind: inside the handler, or over the wire. */
export interface JourneyBrowser {
  request(endpoint: EndpointName): Promise<unknown>;
  signIn(identifier: string, password: string): Promise<unknown>;
  send(event: Command): Promise<unknown>;
}

/** Passwords hashed or checked by one activation: the letter's at the door, the chosen one when it is kept. */
export const hashesPerActivation = 2;

/**
 * A whole activation with the letter, from the page that opens to « Mes services », as an element asks for it.
 *
 * @param readCode gives the code of the mail sent to an address
 */
export async function activate(
  browser: JourneyBrowser,
  letter: Letter,
  readCode: (email: string) => Promise<string>,
): Promise<void> {
  await browser.request("readStatus");
  await browser.signIn(letter.identifier, letter.provisionalPassword);
  await browser.send({ type: "emailSubmitted", email: letter.email });
  await browser.send({ type: "passwordSubmitted", password: chosenPassword });
  const answers = [{ childId: letter.childId, relation: "guardian", birthDate }] as const;
  await browser.send({ type: "childrenSubmitted", answers });
  await browser.send({ type: "emailCodeSubmitted", code: await readCode(letter.email) });
  await browser.send({ type: "servicesRequested" });
  await browser.request("readServices");
}
