import type { JWK } from "oidc-provider";
import type { StandInPerson } from "./people/person.ts";

export type SigningAlgorithm = "ES256" | "RS256";

/** A service provider ("fournisseur de service") that the stand-in knows. */
export interface StandInClient {
  readonly clientId: string;
  /** How the pages call it; "ÉduConnect" by default. */
  readonly name?: string;
  readonly redirectUris: readonly string[];
  readonly postLogoutRedirectUris?: readonly string[];
  /** Basic is refused, as FranceConnect refuses it. */
  readonly authentication:
    | { readonly method: "client_secret_post"; readonly secret: string }
    | { readonly method: "private_key_jwt"; readonly publicKeys: readonly JWK[] };
  /** What ID tokens and userinfo are signed with; ES256 by default. */
  readonly signingAlgorithm?: SigningAlgorithm;
}

export interface StandInOptions {
  readonly clients: readonly StandInClient[];
  /** Who can sign in; {@link import("./people/odd-people.ts").oddPeople} by default. */
  readonly people?: readonly StandInPerson[];
  /** 127.0.0.1 by default: another site than the service's `localhost`, as FranceConnect is in production. */
  readonly host?: string;
  /** 0, any free one, by default. */
  readonly port?: number;
  /** Whether answers carry `iss` (RFC 9207); they do by default. */
  readonly isIssuerSent?: boolean;
  /** Whether ID tokens carry `at_hash`; not by default, as FranceConnect's have none. */
  readonly isAccessTokenHashSent?: boolean;
  /** Origins that the service sends the browser on to after its callback, which the pages' form policy has to allow. */
  readonly returnOrigins?: readonly string[];
}
