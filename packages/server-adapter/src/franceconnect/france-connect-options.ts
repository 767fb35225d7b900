import type { RandomSource } from "@educonnect-activation/core";
import type { Clock } from "../ports/clock.ts";

/** Level of assurance (eIDAS): `eidas1` low, `eidas2` substantial, `eidas3` high. */
export type FranceConnectLevel = "eidas1" | "eidas2" | "eidas3";

/** What FranceConnect signs with; HS256 would make of everybody who can check a token somebody who can write one. */
export type FranceConnectSigningAlgorithm = "ES256" | "RS256";

/** How we prove to the token endpoint who we are; Basic is not offered by FranceConnect v2. */
export type FranceConnectClientAuthentication =
  | { readonly method: "client_secret_post"; readonly secret: string }
  | {
      readonly method: "private_key_jwt";
      /** The private key: P-256 for ES256, RSA of 2048 bits or more for RS256. */
      readonly key: JsonWebKey | CryptoKey;
      /** As published in the key set declared at FranceConnect. */
      readonly keyId: string;
      readonly algorithm: FranceConnectSigningAlgorithm;
    };

/** How to reach FranceConnect, and what was registered there. */
export interface FranceConnectOptions {
  /** FranceConnect itself, its sandbox, or any OpenID provider that behaves as it does. */
  readonly environment: "production" | "sandbox" | { readonly issuer: URL | string };
  readonly clientId: string;
  readonly clientAuthentication: FranceConnectClientAuthentication;
  /** Where the browser comes back, exactly as registered; https, without query and fragment. */
  readonly redirectUri: string;
  /** Where the browser comes back after `logoutLocation`, exactly as registered. */
  readonly postLogoutRedirectUri: string;
  /** `openid identite_pivot preferred_username email` by default; always with `openid`. */
  readonly scopes?: readonly string[];
  /** Lowest level accepted, asked for as `acr_values`: `eidas1` by default. */
  readonly acr?: FranceConnectLevel;
  /** As registered; ES256 by default. */
  readonly idTokenAlgorithm?: FranceConnectSigningAlgorithm;
  /** As registered; ES256 by default. */
  readonly userinfoAlgorithm?: FranceConnectSigningAlgorithm;
  /** Sends a code challenge (RFC 7636, S256): true by default. */
  readonly pkce?: boolean;
  /**
   * Refuses an ID token without `at_hash`: false by default, because FranceConnect v2 sends none, which the code flow allows (OpenID
   * Connect Core 1.0, section 3.1.3.6). One that is there is checked always.
   */
  readonly requireAccessTokenHash?: boolean;
  /** How long each answer of the provider may take, its body included: 5 s by default, from 1 to 20. */
  readonly timeoutSeconds?: number;
  /** Lets issuer, endpoints and return addresses be plain http on the loopback, for development alone. */
  readonly allowInsecureIssuer?: boolean;
  readonly clock?: Clock;
  readonly random?: RandomSource;
  /** Must honour `signal` and `redirect: "manual"`; the runtime's own by default. */
  readonly fetch?: (url: string, init: RequestInit) => Promise<Response>;
}
