import { issueLetter, type IssuedLetter } from "../../src/accounts/issue-letter.ts";
import { createEnvironment } from "../../src/create-environment.ts";
import { createOutboxDispatcher } from "../../src/delivery/outbox-dispatcher.ts";
import { createStoredDirectoryWriter } from "../../src/directory/stored-directory-writer.ts";
import type { DirectoryRecords } from "../../src/ports/directory-writer.ts";
import type { Environment } from "../../src/environment.ts";
import type { EduconnectOptions } from "../../src/options/educonnect-options.ts";
import type { Mail } from "../../src/ports/mailer.ts";
import type { SmsMessage } from "../../src/ports/sms-gateway.ts";
import { webRandom } from "../../src/ports/random.ts";
import { silentLogger } from "../../src/ports/logger.ts";
import { createKeyRing, generateMasterKey } from "../../src/security/keys.ts";
import { createVault } from "../../src/security/vault.ts";
import { createMemoryStore } from "../../src/stores/memory/memory-store.ts";
import { familyDirectory } from "./family.ts";
import { createPageHasher } from "./page-hasher.ts";
import { createTestBrowser, type TestBrowser } from "./test-browser.ts";

/** What a test portal can be given instead of its own parts. */
export type TestPortalOptions = Partial<EduconnectOptions> & { readonly records?: DirectoryRecords };

/** A whole back end over one store, for stories and tests: the real handler, a clock that obeys, mails and texts that stay. */
export interface TestPortal {
  readonly environment: Environment;
  readonly clock: { now(): number; advance(seconds: number): void };
  /** Issues a letter to somebody of the directory. */
  issue(personId: string): Promise<IssuedLetter>;
  browser(): TestBrowser;
  /** Every mail sent so far, oldest first; sends those that wait. */
  mails(): Promise<readonly Mail[]>;
  /** The token and the code of the last confirmation mail; the code is empty when the mail has none. */
  lastConfirmation(): Promise<{ readonly token: string; readonly code: string }>;
  /** Every text sent so far, oldest first; sends those that wait. */
  texts(): Promise<readonly SmsMessage[]>;
  /** The code of the last text that has one. */
  lastSmsCode(): Promise<string>;
}

/** An autumn morning, when accounts are activated. */
const startAt = 1_789_000_000;

/** Opens a portal, loaded with the directory given or the small family. */
export async function createTestPortal({
  records = familyDirectory,
  ...options
}: TestPortalOptions = {}): Promise<TestPortal> {
  let now = startAt;
  const clock = {
    now: () => now,
    advance(seconds: number) {
      now += seconds;
    },
  };
  const store = options.store ?? createMemoryStore();
  const vault =
    options.vault ?? createVault(createKeyRing({ current: generateMasterKey(webRandom, "test") }));
  const environment = createEnvironment({
    publicOrigin: "https://ent.example",
    passwordHasher: createPageHasher(),
    wait: () => Promise.resolve(),
    clock,
    ...options,
    confirmationLink: { elementsModule: "/elements.js", ...options.confirmationLink },
    methods: { sms: {}, ...options.methods },
    store,
    vault,
  });
  await createStoredDirectoryWriter(store, vault).upsert(records);
  const mails: Mail[] = [];
  const texts: SmsMessage[] = [];
  const dispatcher = createOutboxDispatcher({
    store,
    vault,
    clock: environment.clock,
    random: environment.random,
    logger: silentLogger,
    mailer: {
      send(mail) {
        mails.push(mail);
        return Promise.resolve();
      },
    },
    smsGateway: {
      send(text) {
        texts.push(text);
        return Promise.resolve({ gatewayId: null });
      },
    },
  });
  const portal: TestPortal = {
    environment,
    clock,
    issue: (personId) => issueLetter(environment, personId),
    browser: () => createTestBrowser(environment),
    async mails() {
      await dispatcher.drain();
      return mails;
    },
    async texts() {
      await dispatcher.drain();
      return texts;
    },
    async lastSmsCode() {
      const text = (await portal.texts()).findLast((sent) => sent.text.includes("#"))?.text ?? "";
      const code = /#(\d+)$/.exec(text)?.[1];
      if (code === undefined) throw new TypeError(`No code was sent: ${text}`);
      return code;
    },
    async lastConfirmation() {
      const text = (await portal.mails()).findLast((mail) => mail.text.includes("#"))?.text ?? "";
      const token = /#([\w-]+)/.exec(text)?.[1];
      const code = /^\s*(\d{8})\s*$/m.exec(text.replaceAll(" ", ""))?.[1] ?? "";
      if (token === undefined) throw new TypeError(`No confirmation mail was sent: ${text}`);
      return { token, code };
    },
  };
  return portal;
}
