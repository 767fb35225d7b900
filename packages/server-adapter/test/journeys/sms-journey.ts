import type { DirectoryRecords, PersonRecord } from "../../src/ports/directory-writer.ts";
import { outboxPlace } from "../../src/delivery/outbox.ts";
import type { Environment } from "../../src/environment.ts";
import { familyDirectory } from "../portal/family.ts";
import { createTestBrowser, type TestBrowser } from "../portal/test-browser.ts";
import type { TestPortal } from "../portal/test-portal.ts";
import { chosenPassword, rightAnswers } from "./guardian-journey.ts";

/** What the identity screen asks for. */
export interface TypedIdentity {
  readonly givenName: string;
  readonly familyName: string;
  readonly phone: string;
}

const guardian: PersonRecord = {
  id: "",
  kind: "guardian",
  givenName: "",
  familyName: "",
  birthName: null,
  mobile: null,
  email: null,
  birthDate: null,
  schoolId: null,
};

/** Numbers with one mask, so that nothing but who has them tells them apart. */
const numbers = {
  claire: "+33612345671",
  paul: "+33622345671",
  homonyms: "+33632345671",
  files: "+33642345671",
  shared: "+33652345671",
  noRank: "+33662345671",
  closed: "+33672345671",
  nobody: "+33682345671",
} as const;

const family = familyDirectory.people.map((person): PersonRecord => {
  if (person.id === "claire") return { ...person, mobile: numbers.claire, birthDate: "1980-05-01" };
  if (person.id === "paul") return { ...person, mobile: numbers.paul };
  return person.id === "marc" ? { ...person, mobile: numbers.noRank } : person;
});

/** The small family, and around it everybody whom a text has something else to say to. */
export const smsRecords: DirectoryRecords = {
  schools: familyDirectory.schools,
  people: [
    ...family,
    {
      ...guardian,
      id: "marie-1",
      givenName: "Marie",
      familyName: "Dupont",
      mobile: numbers.homonyms,
      birthDate: "1980-01-01",
    },
    {
      ...guardian,
      id: "marie-2",
      givenName: "Marie",
      familyName: "Dupont",
      mobile: numbers.homonyms,
      birthDate: "1990-01-01",
    },
    { ...guardian, id: "jeanne-1", givenName: "Jeanne", familyName: "Roux", mobile: numbers.files },
    {
      ...guardian,
      id: "jeanne-2",
      givenName: "JEANNE",
      familyName: "ROUX",
      mobile: numbers.files,
      birthDate: "1985-06-07",
    },
    { ...guardian, id: "luc", givenName: "Luc", familyName: "Blanc", mobile: numbers.shared },
    {
      ...guardian,
      id: "rose",
      givenName: "Rose",
      familyName: "Noir",
      mobile: numbers.closed,
      birthName: "Gris",
    },
    {
      ...guardian,
      id: "leo",
      kind: "pupil",
      givenName: "Léo",
      familyName: "Blanc",
      mobile: numbers.shared,
      birthDate: "2010-01-01",
      schoolId: "school-secondary",
    },
  ],
  guardianships: [
    ...familyDirectory.guardianships,
    { guardianId: "marie-1", childId: "emma", meaning: "representative" },
    { guardianId: "marie-2", childId: "lucas", meaning: "representative" },
    { guardianId: "jeanne-1", childId: "emma", meaning: "representative" },
    { guardianId: "jeanne-2", childId: "lucas", meaning: "representative" },
    { guardianId: "luc", childId: "leo", meaning: "representative" },
    { guardianId: "rose", childId: "leo", meaning: "representative" },
  ],
};

export const typedClaire: TypedIdentity = {
  givenName: "Claire",
  familyName: "Martin",
  phone: numbers.claire,
};
export const typedPaul: TypedIdentity = { givenName: "Paul", familyName: "Durand", phone: numbers.paul };
export const typedNobody: TypedIdentity = {
  givenName: "Claire",
  familyName: "Martin",
  phone: numbers.nobody,
};

/** Everything a stranger may try, each with what the text says that leaves. */
export const tries = {
  match: { typed: typedClaire, says: "code" },
  nobody: { typed: typedNobody, says: "nobody" },
  wrongName: { typed: { ...typedClaire, givenName: "Clara" }, says: "nobody" },
  homonyms: {
    typed: { givenName: "Marie", familyName: "Dupont", phone: numbers.homonyms },
    says: "severalPeople",
  },
  twoFiles: { typed: { givenName: "Jeanne", familyName: "Roux", phone: numbers.files }, says: "code" },
  active: { typed: typedPaul, says: "already" },
  pupilsNumber: {
    typed: { givenName: "Luc", familyName: "Blanc", phone: numbers.shared },
    says: "pupilsNumber",
  },
  pupilsName: { typed: { givenName: "Léo", familyName: "Blanc", phone: numbers.shared }, says: "nobody" },
  noRank: { typed: { givenName: "Marc", familyName: "Petit", phone: numbers.noRank }, says: "nobody" },
  closedLink: { typed: { givenName: "Rose", familyName: "Noir", phone: numbers.closed }, says: "nobody" },
} as const satisfies Readonly<Record<string, { readonly typed: TypedIdentity; readonly says: string }>>;

/** Makes what the records can't say so: Paul is active, with a mail, and Rose's link was withdrawn. */
export async function settleFamily({ environment }: TestPortal): Promise<void> {
  const { accounts, directory, store } = environment;
  const paul = await directory.findPerson("paul");
  if (paul === null) throw new TypeError("Paul is missing.");
  const account = await accounts.open(paul);
  const activated = { at: 1, children: [], email: "paul@example.org", emailStatus: "pending" } as const;
  await accounts.apply(account, [{ type: "activate", ...activated }], "0123456789abcdef");
  await store.commit([
    { type: "update", table: "guardianships", where: { guardian_id: "rose" }, set: { closed_at: 1 } },
  ]);
}

/** Opens « Je n'ai pas de compte » in a fresh browser. */
export async function decryptIdentity(
  portal: TestPortal,
  environment: Environment = portal.environment,
): Promise<TestBrowser> {
  const browser = createTestBrowser(environment);
  await browser.request("startFlow", { method: "sms" });
  return browser;
}

/** Types names and number in a fresh browser. */
export async function identify(
  portal: TestPortal,
  typed: TypedIdentity,
  environment: Environment = portal.environment,
): Promise<TestBrowser> {
  const browser = await decryptIdentity(portal, environment);
  // Texts of one second leave in no order: those before this one are gone then.
  await portal.texts();
  await browser.send({ type: "identitySubmitted", ...typed });
  return browser;
}

/** The words of every message that waits, decoys included, as only the holder of the keys can read them. */
export async function wordsWaiting({ environment }: TestPortal): Promise<readonly string[]> {
  const { store, vault } = environment;
  const rows = await store.find("outbox", { where: {}, orderBy: "available_at" });
  return Promise.all(
    rows.map(async ({ id, payload_encrypted }) => {
      const payload: unknown = JSON.parse(await vault.decrypt(outboxPlace(id), payload_encrypted));
      const text = typeof payload === "object" && payload !== null ? Reflect.get(payload, "text") : "";
      return String(text);
    }),
  );
}

/** Another code than the right one. */
export const otherCode = (code: string) => `${code.startsWith("9") ? "8" : "9"}${code.slice(1)}`;

/** The steps of the SMS method that follow the proof. */
export type SmsStep = "smsCode" | "children" | "password" | "success";

/** Leads Claire Martin by SMS to a step. */
export async function arriveBySms(
  step: SmsStep,
  portal: TestPortal,
  environment: Environment = portal.environment,
): Promise<TestBrowser> {
  const browser = await identify(portal, typedClaire, environment);
  const moves: readonly (() => Promise<unknown>)[] = [
    async () => browser.send({ type: "smsCodeSubmitted", code: await portal.lastSmsCode() }),
    () => browser.send({ type: "childrenSubmitted", answers: rightAnswers }),
    () => browser.send({ type: "passwordSubmitted", password: chosenPassword }),
  ];
  const steps: readonly SmsStep[] = ["smsCode", "children", "password", "success"];
  for (const move of moves.slice(0, steps.indexOf(step))) await move();
  const shown = browser.view().step.name;
  if (shown !== step) throw new TypeError(`The journey to ${step} ended at ${shown}.`);
  return browser;
}
