import type { RequestListener } from "node:http";
import {
  createEduconnectHandler,
  createKeyRing,
  createStoredDirectory,
  createVault,
  systemClock,
} from "@educonnect-activation/server-adapter";
import {
  createArgon2Hasher,
  nodeCryptoEngine,
  toNodeListener,
} from "@educonnect-activation/server-adapter/node";
import { openDataFolder, type DataFolder, openFileLogger } from "../data-folder.ts";
import type { Directory } from "../directory/directory.ts";
import { generateDirectory } from "../directory/generate-directory.ts";
import { listFederatedPeople } from "../france-connect/list-people.ts";
import { startFranceConnect } from "../france-connect/start-france-connect.ts";
import { readLettersFile } from "../letters/letters-file.ts";
import { readStatuses } from "../letters/read-statuses.ts";
import type { DemoOptions } from "../options.ts";
import { createDemoServices } from "../schools/demo-services.ts";
import { createPhoneBook } from "../phones/phone-book.ts";
import { ensureActiveAccount } from "../schools/ensure-active-account.ts";
import { createSchoolReports } from "../schools/school-reports.ts";
import { listTrials } from "../trying/list-trials.ts";
import { setUpSchools } from "../schools/set-up-schools.ts";
import { readAssets } from "../site/assets.ts";
import { bundleModules } from "../site/bundle-modules.ts";
import { createSite } from "../site/create-site.ts";
import { confirmPath, helpPath, loginPath } from "../site/site-contents.ts";
import { createClosers, type Closers } from "./closers.ts";
import { createDemoPolicy, demoSmsLimits, startDelivery } from "./start-delivery.ts";
import { keepHouse, readMasterKeys, openDatabase } from "./open-database.ts";
import { listen } from "./listen.ts";

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
const modulesPath = "/modules";
const portalModules = ["choose-sign-in", "show-methods", "choose-language"].map(
  (name) => new URL(`../browser/${name}.ts`, import.meta.url),
);
const assetsFolder = new URL("../../assets/", import.meta.url);
const directorySeed = "educonnect-demo";
const stopTimeoutSeconds = 5;
const setUpWaitSeconds = 120;

/**
 * Starts the whole demo: database, schools, mail server, mobile operator, FranceConnect's stand-in, handler and site.
 *
 * @throws when a part can't start; those that had are closed again
 */
export async function startDemo(options: DemoOptions): Promise<Demo> {
  const closers = createClosers();
  try {
    return await start(options, closers);
  } catch (error) {
    await closers.closeAll().catch(() => {});
    throw error;
  }
}

/** Listens before there is anything to answer with, since the other parts are told the origin. */
async function openServer(port: number | null, closers: Closers) {
  let listener: RequestListener = (_request, response) =>
    response.writeHead(503, { "retry-after": "1" }).end();
  const server = await listen((request, response) => listener(request, response), port);
  let closing: Promise<void> | null = null;
  const close = (): Promise<void> => (closing ??= server.close(stopTimeoutSeconds));
  closers.add(close);
  return {
    publicOrigin: `http://localhost:${server.port}`,
    close,
    answerWith(next: RequestListener) {
      listener = next;
    },
  };
}

async function openFranceConnect(
  parts: {
    readonly publicOrigin: string;
    readonly folder: DataFolder;
    readonly families: Directory;
    readonly isBreakable: boolean;
  },
  closers: Closers,
) {
  const { publicOrigin, folder, families, isBreakable } = parts;
  const franceConnect = await startFranceConnect({
    people: listFederatedPeople(families),
    redirectUri: `${publicOrigin}${basePath}/france-connect/callback`,
    postLogoutRedirectUri: `${publicOrigin}${loginPath}`,
    portPath: folder.franceConnectPort,
    isBreakable,
  });
  closers.add(() => franceConnect.stop());
  return franceConnect;
}

/** Waits for every part, so that all that did start can be closed, before it tells which did not. */
async function startTogether<const Parts extends readonly unknown[]>(parts: Parts) {
  await Promise.allSettled(parts);
  return Promise.all(parts);
}

async function start(options: DemoOptions, closers: Closers): Promise<Demo> {
  const isFresh = options.dataFolder === null;
  const folder = await openDataFolder(options.dataFolder);
  closers.add(() => folder.dispose());
  const logger = openFileLogger(folder.log);
  closers.add(() => logger.close());
  const assets = new Map([
    ...(await readAssets(assetsFolder, "/assets")),
    ...(await readAssets(elementsFolder, elementsPath).catch((cause: unknown) => {
      throw new Error("the elements are not bundled yet: `pnpm demo` does that first", { cause });
    })),
    ...(await bundleModules(portalModules, modulesPath)),
  ]);
  const server = await openServer(options.port, closers);
  const { publicOrigin } = server;

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
  closers.add(() => database.close());
  const { store } = database;
  const families = generateDirectory(directorySeed);
  const [letters, { outbox, mailServer, sms }, franceConnect] = await startTogether([
    setUpSchools({
      store,
      vault,
      // Nobody waits for an answer yet, so a machine that is busy elsewhere may take its time.
      passwordHasher: createArgon2Hasher({ maxWaitSeconds: setUpWaitSeconds }),
      lettersPath: folder.letters,
      seed: directorySeed,
    }),
    startDelivery(
      {
        store,
        vault,
        logger,
        folder,
        receiptsUrl: options.hasSms ? `${publicOrigin}${basePath}/sms/receipts` : null,
      },
      closers,
    ),
    options.hasFranceConnect
      ? openFranceConnect({ publicOrigin, folder, families, isBreakable: options.isBreakable }, closers)
      : null,
  ]);
  closers.add(keepHouse(store, vault));

  const readLetterStatuses = () => readStatuses(store, systemClock.now());
  const directory = createStoredDirectory(store, vault);
  const handler = createEduconnectHandler({
    publicOrigin,
    basePath,
    store,
    vault,
    passwordHasher,
    directory,
    services: createDemoServices(directory),
    confirmationLink: { url: `${publicOrigin}${confirmPath}` },
    messages: { helpUrl: `${publicOrigin}${helpPath}` },
    outbox,
    logger,
    allowInsecureOrigins: true,
    policy: createDemoPolicy(options.cooldownSeconds),
    rateLimits: { sms: demoSmsLimits },
    methods: {
      ...(sms !== null && { sms: { gateway: sms.gateway } }),
      ...(franceConnect !== null && {
        franceConnect: { client: franceConnect.client, returnUrls: [], defaultReturnUrl: loginPath },
      }),
    },
  });
  const site = createSite({
    publicOrigin,
    basePath,
    modules: {
      activation: `${elementsPath}/educonnect-activation.js`,
      portal: `${modulesPath}/choose-sign-in.js`,
      methods: `${modulesPath}/show-methods.js`,
      language: `${modulesPath}/choose-language.js`,
    },
    assets,
    methods: [
      "letter",
      "pupil",
      ...(sms === null ? [] : (["sms"] as const)),
      ...(franceConnect === null ? [] : (["franceConnect"] as const)),
    ],
    letters,
    readStatuses: readLetterStatuses,
    mails: () => mailServer.mails(),
    texts: () => sms?.operator.texts() ?? [],
    findOwners: createPhoneBook(families),
    trials: listTrials(families),
    reports: createSchoolReports(store),
  });
  const answerHandler = toNodeListener(handler, { publicOrigin, logger });
  const answerSite = toNodeListener(site, { publicOrigin, logger });
  server.answerWith((request, response) => {
    const answer = request.url?.startsWith(`${basePath}/`) ? answerHandler : answerSite;
    answer(request, response);
  });
  await ensureActiveAccount(
    { handler, publicOrigin, basePath, letters, mails: () => mailServer.mails() },
    await readLetterStatuses(),
  ).catch(() => logger.log("warn", "first_account_inactive"));
  // Requests under way finish first, as long as there is all that they need.
  closers.add(server.close);

  return {
    publicOrigin,
    notes: [
      `Portail   ${publicOrigin}/`,
      `Courriers ${publicOrigin}/demo/letters`,
      `Mails     ${publicOrigin}/demo/mails`,
      `SMS       ${publicOrigin}/demo/phones`,
      `Écoles    ${publicOrigin}/demo/reports`,
      `Base      ${database.description}`,
      ...(franceConnect?.faultsUrl ? [`Pannes    ${franceConnect.faultsUrl}`] : []),
      isFresh ? "Données   temporaires, effacées à l'arrêt" : `Données   ${folder.path}`,
    ],
    stop: () => closers.closeAll(),
  };
}
