import type { RequestListener } from "node:http";
import { defaultActivationPolicy, type ActivationPolicy } from "@educonnect-activation/core";
import {
  createEduconnectHandler,
  createKeyRing,
  createOutboxDispatcher,
  createStoredDirectory,
  createVault,
  sealAudit,
  sweepExpired,
  systemClock,
  webRandom,
} from "@educonnect-activation/server-adapter";
import { createSmtpMailer } from "@educonnect-activation/server-adapter/delivery/smtp";
import {
  createArgon2Hasher,
  nodeCryptoEngine,
  toNodeListener,
} from "@educonnect-activation/server-adapter/node";
import { openDataFolder } from "../data-folder.ts";
import { readLettersFile } from "../letters/letters-file.ts";
import { readStatuses } from "../letters/read-statuses.ts";
import { startMailServer } from "../mail-server/start-mail-server.ts";
import type { DemoOptions } from "../options.ts";
import { createDemoServices } from "../schools/demo-services.ts";
import { setUpSchools } from "../schools/set-up-schools.ts";
import { openSentTexts } from "../sent-texts.ts";
import { readAssets } from "../site/assets.ts";
import { confirmPath, createSite, helpPath } from "../site/create-site.ts";
import { openFileLogger } from "./file-logger.ts";
import { listen } from "./listen.ts";
import { readMasterKeys } from "./master-keys.ts";
import { openDatabase } from "./open-database.ts";

/** A demo that serves. */
export interface Demo {
  readonly publicOrigin: string;
  /** What it runs on, line by line, for the terminal. */
  readonly notes: readonly string[];
  /** Finishes what is under way, closes everything and removes a fresh folder. */
  stop(): Promise<void>;
}

const basePath = "/educonnect";
const elementsPath = "/elements";
const elementsFolder = new URL("../../../../packages/elements/dist/browser/", import.meta.url);
const assetsFolder = new URL("../../assets/", import.meta.url);
const directorySeed = "educonnect-demo";
const stopTimeoutSeconds = 5;
const sweepMilliseconds = 600_000;
const sealMilliseconds = 5_000;

/** Closes what was opened, the last first, each whatever became of the others. */
async function closeAll(closers: readonly (() => Promise<void>)[]): Promise<void> {
  const failures: unknown[] = [];
  for (const close of closers.toReversed()) await close().catch((error: unknown) => failures.push(error));
  if (failures.length > 0) throw new AggregateError(failures, "the demo could not be closed properly");
}

/**
 * Starts the whole demo: database, schools, mail server, handler and site.
 *
 * @throws when a part can't start; those that had are closed again
 */
export async function startDemo(options: DemoOptions): Promise<Demo> {
  const closers: (() => Promise<void>)[] = [];
  try {
    return await start(options, closers);
  } catch (error) {
    await closeAll(closers).catch(() => {});
    throw error;
  }
}

/** The kit's policy, but for the time between two confirmation mails. */
function withCooldown(cooldownSeconds: number): ActivationPolicy {
  const { sends } = defaultActivationPolicy;
  const emailConfirmation = { ...sends.emailConfirmation, cooldownSeconds };
  return { ...defaultActivationPolicy, sends: { ...sends, emailConfirmation } };
}

async function start(options: DemoOptions, closers: (() => Promise<void>)[]): Promise<Demo> {
  const isFresh = options.dataFolder === null;
  const folder = await openDataFolder(options.dataFolder);
  closers.push(() => folder.dispose());
  const logger = openFileLogger(folder.log);
  closers.push(() => logger.close());
  const assets = new Map([
    ...(await readAssets(assetsFolder, "/assets")),
    ...(await readAssets(elementsFolder, elementsPath).catch((cause: unknown) => {
      throw new Error("the elements are not bundled yet: `pnpm demo` does that first", { cause });
    })),
  ]);

  const keys = await readMasterKeys(folder.keys);
  const vault = createVault(createKeyRing(keys, nodeCryptoEngine));
  const passwordHasher = createArgon2Hasher();
  const database = await openDatabase({
    postgresUrl: options.postgresUrl,
    sqlitePath: folder.database,
    schemaPath: folder.schema,
    isEmpty: (await readLettersFile(folder.letters)) === null,
    isFresh,
  });
  closers.push(() => database.close());
  const { store } = database;
  const letters = await setUpSchools({
    store,
    vault,
    passwordHasher,
    lettersPath: folder.letters,
    seed: directorySeed,
  });

  const mailServer = await startMailServer(folder.mails);
  closers.push(() => mailServer.stop());
  const sentTexts = await openSentTexts(folder.texts);
  closers.push(() => sentTexts.close());
  const mailer = createSmtpMailer({
    host: "127.0.0.1",
    port: mailServer.port,
    encryption: "insecure",
    from: { name: "EduConnect", address: "ne-pas-repondre@example.org" },
  });
  closers.push(async () => mailer.close?.());
  const outbox = createOutboxDispatcher({
    store,
    vault,
    mailer,
    smsGateway: sentTexts,
    clock: systemClock,
    random: webRandom,
    logger,
  });
  outbox.start();
  closers.push(() => outbox.stop());
  // What can't be swept now is swept the next time.
  const sweeping = setInterval(
    () => void sweepExpired(store, systemClock.now()).catch(() => {}),
    sweepMilliseconds,
  );
  closers.push(() => Promise.resolve(clearInterval(sweeping)));
  const sealing = setInterval(() => void sealAudit(store, vault).catch(() => {}), sealMilliseconds);
  closers.push(() => Promise.resolve(clearInterval(sealing)));

  // The handler needs the origin, which is known once the port is.
  let listener: RequestListener = (_request, response) =>
    response.writeHead(503, { "retry-after": "1" }).end();
  const server = await listen((request, response) => listener(request, response), options.port);
  closers.push(() => server.close(stopTimeoutSeconds));
  const publicOrigin = `http://localhost:${server.port}`;

  const elementsModule = `${elementsPath}/educonnect-activation.js`;
  const directory = createStoredDirectory(store, vault);
  const handler = createEduconnectHandler({
    publicOrigin,
    basePath,
    store,
    vault,
    passwordHasher,
    directory,
    services: createDemoServices(directory),
    emailLinkUrl: `${publicOrigin}${confirmPath}`,
    texts: { helpUrl: `${publicOrigin}${helpPath}` },
    outbox,
    logger,
    allowInsecureOrigins: true,
    ...(options.cooldownSeconds !== null && { policy: withCooldown(options.cooldownSeconds) }),
  });
  const site = createSite({
    publicOrigin,
    basePath,
    elementsModule,
    assets,
    letters,
    readStatuses: () => readStatuses(store, systemClock.now()),
    mails: () => mailServer.mails(),
    texts: () => sentTexts.texts(),
  });
  const answerHandler = toNodeListener(handler, { publicOrigin, logger });
  const answerSite = toNodeListener(site, { publicOrigin, logger });
  listener = (request, response) => {
    const answer = request.url?.startsWith(`${basePath}/`) ? answerHandler : answerSite;
    answer(request, response);
  };

  return {
    publicOrigin,
    notes: [
      `Portail   ${publicOrigin}/`,
      `Courriers ${publicOrigin}/demo/letters`,
      `Mails     ${publicOrigin}/demo/mails`,
      `Base      ${database.description}`,
      isFresh ? "Données   temporaires, effacées à l'arrêt" : `Données   ${folder.path}`,
    ],
    stop: () => closeAll(closers),
  };
}
