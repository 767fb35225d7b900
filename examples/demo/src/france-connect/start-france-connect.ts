import { readFile, writeFile } from "node:fs/promises";
import type { StandInPerson } from "@educonnect-activation/france-connect-stand-in";
import type { FranceConnect } from "@educonnect-activation/server-adapter";
import { createFranceConnect } from "@educonnect-activation/server-adapter/franceconnect";
import { keepProcess, type KeptProcess } from "../processes/keep-process.ts";

/** Who signs in, and where the browser comes back to. */
export interface FranceConnectDemoOptions {
  readonly people: readonly StandInPerson[];
  readonly redirectUri: string;
  readonly postLogoutRedirectUri: string;
  /** The file that remembers the port: an account is tied to the address of who vouched for it, so that has to survive a restart. */
  readonly portPath: string;
  /** Whether tests can break it. */
  readonly isBreakable: boolean;
}

/** The stand-in that runs beside the demo, and the kit's client of it. */
export interface FranceConnectDemo extends KeptProcess {
  readonly client: FranceConnect;
  /** Where it takes faults, for tests; null where it can't be broken. */
  readonly faultsUrl: string | null;
}

const clientId = "ent-horizon";
const keyId = "demo";

const readPort = async (path: string): Promise<number> =>
  Number(/^\d{1,5}$/u.exec(await readFile(path, "utf8").catch(() => ""))?.[0] ?? 0);

async function createKeyPair(): Promise<{ readonly key: CryptoKey; readonly published: JsonWebKey }> {
  const pair = await crypto.subtle.generateKey({ name: "ECDSA", namedCurve: "P-256" }, true, [
    "sign",
    "verify",
  ]);
  const { kty, crv, x, y } = await crypto.subtle.exportKey("jwk", pair.publicKey);
  if (kty !== "EC" || crv === undefined || x === undefined || y === undefined) {
    throw new Error("the key pair has no public key");
  }
  return { key: pair.privateKey, published: { kty, crv, x, y, alg: "ES256", use: "sig" } };
}

/**
 * Starts the stand-in of FranceConnect as a process of its own, and makes the client that the handler is given: `private_key_jwt`, with
 * a key of this start.
 *
 * It listens at the port of the start before if that is still free, or else at any.
 */
export async function startFranceConnect(options: FranceConnectDemoOptions): Promise<FranceConnectDemo> {
  const { people, redirectUri, postLogoutRedirectUri, portPath, isBreakable } = options;
  const { key, published } = await createKeyPair();
  const standIn = {
    clients: [
      {
        clientId,
        name: "ENT Horizon",
        redirectUris: [redirectUri],
        postLogoutRedirectUris: [postLogoutRedirectUri],
        authentication: { method: "private_key_jwt", publicKeys: [{ ...published, kid: keyId }] },
      },
    ],
    people,
  };
  let faultsUrl: string | null = null;
  const keep = (port: number): Promise<KeptProcess> =>
    keepProcess({
      name: "the stand-in of FranceConnect",
      main: new URL("main.ts", import.meta.url),
      settings: { standIn: JSON.stringify(standIn), isBreakable },
      port,
      onMessage: (message) => (faultsUrl = `http://127.0.0.1:${String(message["port"])}/`),
    });
  const known = await readPort(portPath);
  const server = known === 0 ? await keep(0) : await keep(known).catch(() => keep(0));
  await writeFile(portPath, String(server.port), { mode: 0o600 });
  const client = createFranceConnect({
    environment: { issuer: `http://127.0.0.1:${server.port}/api/v2` },
    clientId,
    clientAuthentication: { method: "private_key_jwt", key, keyId, algorithm: "ES256" },
    redirectUri,
    postLogoutRedirectUri,
    allowInsecureIssuer: true,
  });
  return { ...server, client, faultsUrl };
}
