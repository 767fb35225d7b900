import { createFranceConnect } from "../../src/franceconnect/create-france-connect.ts";
import type {
  FranceConnectOptions,
  FranceConnectSigningAlgorithm,
} from "../../src/franceconnect/france-connect-options.ts";
import {
  FranceConnectError,
  type FranceConnect,
  type FranceConnectIdentity,
} from "../../src/ports/france-connect.ts";

/** The part of a provider's stand-in that a sign-in needs. */
export interface SignInProvider {
  readonly issuer: string;
  signIn(location: string, options: { readonly person: string }): Promise<string>;
}

const callback = "http://localhost:9/educonnect/france-connect/callback";
const signedOut = "http://localhost:9/au-revoir";
const secret = "a secret of more than 32 characters, with % and +";
const algorithms = ["ES256", "RS256"] as const;

const keyPairs = {
  ES256: await crypto.subtle.generateKey({ name: "ECDSA", namedCurve: "P-256" }, true, ["sign", "verify"]),
  RS256: await crypto.subtle.generateKey(
    {
      name: "RSASSA-PKCS1-v1_5",
      hash: "SHA-256",
      modulusLength: 2048,
      publicExponent: new Uint8Array([1, 0, 1]),
    },
    true,
    ["sign", "verify"],
  ),
};

/** How a client proves itself, and what the provider signs for it with. */
export interface ClientKind {
  readonly method: "client_secret_post" | "private_key_jwt";
  readonly algorithm: FranceConnectSigningAlgorithm;
}

export const clientKinds: readonly ClientKind[] = algorithms.flatMap((algorithm): ClientKind[] => [
  { method: "client_secret_post", algorithm },
  { method: "private_key_jwt", algorithm },
]);

const clientIdOf = ({ method, algorithm }: ClientKind): string => `${method}-${algorithm}`;

/** The clients of all kinds, as the provider has to know them. */
export const registeredClients = await Promise.all(
  clientKinds.map(async (kind) => {
    const publicKey = await crypto.subtle.exportKey("jwk", keyPairs[kind.algorithm].publicKey);
    const { kty = "", crv = "", x = "", y = "", n = "", e = "" } = publicKey;
    const members = kind.algorithm === "ES256" ? { kty, crv, x, y } : { kty, n, e };
    const jwk = { ...members, kid: kind.algorithm, alg: kind.algorithm, use: "sig" };
    return {
      clientId: clientIdOf(kind),
      redirectUris: [callback],
      postLogoutRedirectUris: [signedOut],
      signingAlgorithm: kind.algorithm,
      authentication:
        kind.method === "client_secret_post"
          ? { method: "client_secret_post" as const, secret }
          : { method: "private_key_jwt" as const, publicKeys: [jwk] },
    };
  }),
);

/** The options of a client that the provider knows. */
export function optionsFor(
  issuer: string,
  kind: ClientKind = clientKinds[0] ?? neverKind(),
): FranceConnectOptions {
  const { method, algorithm } = kind;
  return {
    environment: { issuer },
    allowInsecureIssuer: true,
    clientId: clientIdOf(kind),
    redirectUri: callback,
    postLogoutRedirectUri: signedOut,
    idTokenAlgorithm: algorithm,
    userinfoAlgorithm: algorithm,
    clientAuthentication:
      method === "client_secret_post"
        ? { method, secret }
        : { method, key: keyPairs[algorithm].privateKey, keyId: algorithm, algorithm },
  };
}

function neverKind(): never {
  throw new Error("there is no kind of client");
}

/** A client of the provider. */
export function clientOf(
  { issuer }: SignInProvider,
  changes: Partial<FranceConnectOptions> = {},
  kind?: ClientKind,
): FranceConnect {
  return createFranceConnect({ ...optionsFor(issuer, kind), ...changes });
}

/** Signs in from beginning to end as a browser would; `intercept` sees the callback's query string on its way. */
export async function signIn(
  client: FranceConnect,
  provider: SignInProvider,
  person = "ordinary",
  intercept: (query: string) => string = (query) => query,
): Promise<FranceConnectIdentity> {
  const { location, state, pending } = await client.begin();
  const address = await provider.signIn(location, { person });
  return client.complete(intercept(new URL(address).search), state, pending);
}

/** How a sign-in ended: `code:reason`, or the identity's subject when it was let in. */
export async function outcomeOf(attempt: Promise<FranceConnectIdentity | object>): Promise<string> {
  try {
    const identity = await attempt;
    return "subject" in identity ? `let in: ${identity.subject}` : "let in";
  } catch (error) {
    if (error instanceof FranceConnectError) return `${error.code}:${error.reason}`;
    throw error;
  }
}
