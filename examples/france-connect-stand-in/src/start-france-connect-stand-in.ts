import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Provider } from "oidc-provider";
import { signIn, type SignInOptions, signOut } from "./browsing/sign-in.ts";
import type { StandInOptions } from "./options.ts";
import { walkThroughPages } from "./pages/walk-through-pages.ts";
import { oddPeople } from "./people/odd-people.ts";
import type { StandInPerson } from "./people/person.ts";
import { createProvider } from "./provider/create-provider.ts";
import {
  forcePrompt,
  forgetSession,
  refuseBasic,
  omitIssuer,
  sendAccessTokenHash,
} from "./provider/middleware.ts";
import { generateSigningKeys, type SigningKeys } from "./provider/signing-keys.ts";
import { createStore } from "./provider/store.ts";
import { answerFault, createFaults, type Faults } from "./tampering/faults.ts";
import type { KeyRing } from "./tampering/forge.ts";
import { tamperWithAnswers, type Tampering } from "./tampering/tamper-with-answers.ts";

export interface FranceConnectStandIn {
  /** `http://127.0.0.1:PORT/api/v2` */
  readonly issuer: string;
  readonly discoveryUrl: string;
  /** The origin it listens at. */
  readonly url: string;
  readonly people: readonly StandInPerson[];
  /** Ends it at once, open connections included. */
  stop(): Promise<void>;
  /**
   * Walks the pages as a person would, with cookies of its own, and returns the address the service is called back at.
   *
   * @throws {Error} with the page's code when the pages lead to no service
   */
  signIn(location: string, options: SignInOptions): Promise<string>;
  /** Follows a log-out address to where it ends, which is returned. */
  signOut(location: string): Promise<string>;
  /** Signs with new keys from now on; the ones before stay published unless told otherwise. */
  rotateKeys(options?: { readonly isPreviousKept?: boolean }): Promise<void>;
  /** Breaks a place, or mends it with null. */
  readonly setFault: Faults["set"];
  /** Changes what the provider answers, replacing the changes asked for before; `{}` ends them. */
  tamperWith(tampering: Tampering): void;
  /** Mends every place and ends every change; keys stay. */
  mend(): void;
}

const prefix = "/api/v2";

/** Starts an OpenID provider that behaves as FranceConnect v2 does, on plain HTTP: for the loopback only. */
export async function startFranceConnectStandIn(options: StandInOptions): Promise<FranceConnectStandIn> {
  const { clients, people = oddPeople, host = "127.0.0.1", port = 0 } = options;
  const faults = createFaults();
  const store = createStore(faults);
  const cookieSecret = randomUUID();
  const picked = new Map<string, StandInPerson>();
  let tampering: Tampering = {};
  const [first, previous, foreign] = await Promise.all([
    generateSigningKeys(),
    generateSigningKeys(),
    generateSigningKeys(),
  ]);
  let keys: KeyRing = { current: first, previous, foreign };

  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
  const url = `http://${host}:${portOf(server.address())}`;
  const issuer = url + prefix;

  const listenWith = (published: readonly SigningKeys[]): ReturnType<Provider["callback"]> => {
    const provider = createProvider({
      issuer,
      clients,
      findPerson: (id) => people.find((person) => person.id === id),
      store,
      faults,
      cookieSecret,
      keys: published,
    });
    provider.use(forgetSession);
    provider.use(refuseBasic);
    provider.use(tamperWithAnswers({ tampering: () => tampering, keys: () => keys }));
    if (options.isIssuerSent === false) provider.use(omitIssuer);
    if (options.isAccessTokenHashSent === true) provider.use(sendAccessTokenHash(() => keys));
    provider.use(walkThroughPages({ provider, people, returnOrigins: options.returnOrigins ?? [], picked }));
    return provider.callback();
  };
  let answer = listenWith([keys.current]);

  server.on("request", (request, response) => {
    const address = forcePrompt(request.url ?? "/");
    if (!address.startsWith(`${prefix}/`)) {
      response.writeHead(404).end();
      return;
    }
    const path = address.slice(prefix.length);
    // The provider's addresses carry what stands before the path it is asked.
    Object.assign(request, { originalUrl: address, url: path });
    void answerFault(path.split("?")[0] ?? path, response, faults).then(async (isAnswered) => {
      if (!isAnswered) await answer(request, response);
    });
  });

  return {
    issuer,
    discoveryUrl: `${issuer}/.well-known/openid-configuration`,
    url,
    people,
    stop: () =>
      new Promise((resolve) => {
        // Stopped before, it is closed already.
        server.close(() => resolve());
        server.closeAllConnections();
      }),
    signIn,
    signOut,
    rotateKeys: async ({ isPreviousKept = true } = {}) => {
      const previous = keys.current;
      keys = { ...keys, previous, current: await generateSigningKeys() };
      answer = listenWith(isPreviousKept ? [keys.current, previous] : [keys.current]);
    },
    setFault: faults.set,
    tamperWith: (asked) => {
      tampering = asked;
    },
    mend: () => {
      faults.clear();
      tampering = {};
    },
  };
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === "string") throw new Error("The stand-in listens at no port.");
  return address.port;
}
