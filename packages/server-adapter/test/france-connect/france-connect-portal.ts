import type { ChildAnswer, FlowView, StartFranceConnectRequest } from "@educonnect-activation/core";
import { createFranceConnect } from "../../src/franceconnect/create-france-connect.ts";
import type { FranceConnectMethodOptions, MethodOptions } from "../../src/options/educonnect-options.ts";
import type { PersonRecord } from "../../src/ports/directory-writer.ts";
import type { PlainResponse } from "../../src/http/message.ts";
import { chosenPassword, rightAnswers } from "../journeys/guardian-journey.ts";
import { familyDirectory } from "../portal/family.ts";
import type { RequestChanges, TestBrowser } from "../portal/test-browser.ts";
import { createTestPortal, type TestPortal, type TestPortalOptions } from "../portal/test-portal.ts";
import type { SignInProvider } from "./sign-in.ts";

const redirectUri = "https://ent.example/educonnect/france-connect/callback";
const postLogoutRedirectUri = "https://ent.example/";
const secret = "a secret of more than 32 characters, for the portal";
const clientId = "portal";

/** The portal's client, as the provider has to know it. */
export const portalClient = {
  clientId,
  redirectUris: [redirectUri],
  postLogoutRedirectUris: [postLogoutRedirectUri],
  authentication: { method: "client_secret_post" as const, secret },
};

/** What a portal needs to offer FranceConnect, by a provider that knows {@link portalClient}. */
export function franceConnectOptions(
  { issuer }: Pick<SignInProvider, "issuer">,
  more: Omit<FranceConnectMethodOptions, "client"> = {},
): { readonly methods: Pick<MethodOptions, "franceConnect"> } {
  const client = createFranceConnect({
    environment: { issuer },
    allowInsecureIssuer: true,
    clientId,
    redirectUri,
    postLogoutRedirectUri,
    clientAuthentication: { method: "client_secret_post", secret },
  });
  return { methods: { franceConnect: { client, ...more } } };
}

/** A portal that offers FranceConnect. */
export function openFranceConnectPortal(
  provider: Pick<SignInProvider, "issuer">,
  options: TestPortalOptions = {},
  more: Omit<FranceConnectMethodOptions, "client"> = {},
): Promise<TestPortal> {
  return createTestPortal({
    ...options,
    methods: { ...franceConnectOptions(provider, more).methods, ...options.methods },
  });
}

/** The small family, with something else recorded of some, and others beside them. */
export function familyWith(
  changes: Readonly<Record<string, Partial<PersonRecord>>>,
  others: Partial<typeof familyDirectory> = {},
): typeof familyDirectory {
  const people = familyDirectory.people.map((person) => ({ ...person, ...changes[person.id] }));
  return {
    schools: familyDirectory.schools,
    people: [...people, ...(others.people ?? [])],
    guardianships: [...familyDirectory.guardianships, ...(others.guardianships ?? [])],
  };
}

/** A guardian of Zoé. */
export function guardianOfZoe(
  id: string,
  givenName: string,
  familyName: string,
  more: Partial<PersonRecord> = {},
): Pick<typeof familyDirectory, "people" | "guardianships"> {
  const none = { birthName: null, mobile: null, email: null, birthDate: null, schoolId: null };
  return {
    people: [{ id, kind: "guardian", givenName, familyName, ...none, ...more }],
    guardianships: [{ guardianId: id, childId: "zoe", meaning: "representative" }],
  };
}

/** Begins a sign-in in a browser; gives the provider's address. */
export async function leaveFor(browser: TestBrowser, body: StartFranceConnectRequest = {}): Promise<string> {
  const { body: answer, status } = await browser.request("startFranceConnect", body);
  if (status !== 200 || typeof answer !== "object" || answer === null || !("location" in answer)) {
    throw new TypeError(`FranceConnect could not be begun: ${JSON.stringify(answer)}`);
  }
  return String(answer.location);
}

/** Follows the provider's redirect to the portal, as browsers do. */
export function comeBack(
  browser: TestBrowser,
  callback: string,
  changes: RequestChanges = {},
): Promise<PlainResponse> {
  const query = new URL(callback).search.slice(1);
  return browser.request("franceConnectCallback", undefined, { query, fetchSite: "cross-site", ...changes });
}

/** Goes to FranceConnect and comes back as somebody; gives the portal's answer. */
export async function connectAs(
  browser: TestBrowser,
  provider: SignInProvider,
  person: string,
  body?: StartFranceConnectRequest,
): Promise<PlainResponse> {
  return comeBack(browser, await provider.signIn(await leaveFor(browser, body), { person }));
}

/** Where an answer sends the browser. */
export const locationOf = ({ headers }: PlainResponse): string => headers?.["location"] ?? "";

/** What the page shows once it asks; null without a flow. */
export async function showStatus(browser: TestBrowser): Promise<FlowView | null> {
  const { body } = await browser.request("readStatus");
  const flow = typeof body === "object" && body !== null && "flow" in body ? body.flow : null;
  return flow === null ? null : browser.view();
}

/** The codes of the issues that the page shows. */
export async function issuesShown(browser: TestBrowser): Promise<readonly string[]> {
  return ((await showStatus(browser))?.issues ?? []).map(({ code }) => code);
}

/**
 * Answers about children under the ids that the screen shows them by, known by their initials: a flow that may be a homonym's has ids of
 * its own. Where the screen shows none, the directory's.
 */
export function asShown(browser: TestBrowser, answers: readonly ChildAnswer[]): readonly ChildAnswer[] {
  const { step } = browser.view();
  const cards = step.name === "children" ? step.children : [];
  const initialOf = (text: string) => text.slice(0, 1).toLowerCase();
  return answers.map((answer) => {
    const card = cards.find(({ givenName }) => initialOf(givenName) === initialOf(answer.childId));
    return { ...answer, childId: card?.id ?? answer.childId };
  });
}

/** Leads Claire from FranceConnect to an active account, and in; gives the browser. */
export async function activateByFranceConnect(
  portal: TestPortal,
  provider: SignInProvider,
  browser: TestBrowser = portal.browser(),
): Promise<TestBrowser> {
  await connectAs(browser, provider, "claire");
  await showStatus(browser);
  await browser.send({ type: "childrenSubmitted", answers: asShown(browser, rightAnswers) });
  await browser.send({ type: "passwordSubmitted", password: chosenPassword });
  await browser.send({ type: "servicesRequested" });
  return browser;
}
