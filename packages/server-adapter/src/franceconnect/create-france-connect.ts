import {
  FranceConnectError,
  type FranceConnect,
  type FranceConnectIdentity,
} from "../ports/france-connect.ts";
import { createToken } from "../security/tokens.ts";
import { createBoundedFetch } from "./bounded-fetch.ts";
import { checkAudience, checkIdToken } from "./check-id-token.ts";
import type { FranceConnectOptions } from "./france-connect-options.ts";
import { createOpenidProvider } from "./openid-provider.ts";
import { readPending, writePending } from "./pending-request.ts";
import { readCallback } from "./read-callback.ts";
import { readIdentity } from "./read-identity.ts";
import { resolveOptions } from "./resolve-options.ts";
import { createTokenVerifier } from "./token-verifier.ts";

/** 43 characters, the fewest of a code verifier (RFC 7636, section 4.1). */
const verifierBytes = 32;

/** An ID token is read seconds after it was issued; 30 s of difference between the clocks are allowed beside. */
const idTokenMaxAgeSeconds = 60;

/**
 * Makes a client of FranceConnect v2, or of a provider like it, for any runtime with `fetch` and Web Cryptography.
 *
 * Nothing is asked of the provider before the first use. Its metadata is kept for an hour and its keys for ten minutes; keys are asked
 * for again when a token does not fit them. Safe to use concurrently; nothing about a sign-in is kept here.
 *
 * Every token is checked in full: OpenID Connect Core 1.0 sections 3.1.3.7 and 5.3.2, RFC 9207, RFC 9700, and FranceConnect's rules for
 * service providers.
 *
 * @throws TypeError that names the option that is missing or wrong
 */
export function createFranceConnect(options: FranceConnectOptions): FranceConnect {
  const resolved = resolveOptions(options);
  const { clientId, acr, clock, pkce, random } = resolved;
  const provider = createOpenidProvider(resolved, createBoundedFetch(resolved));
  const verifier = createTokenVerifier(() => provider.fetchKeys(), clock);

  return {
    async begin() {
      const session = await provider.connect();
      const request = {
        state: createToken(random),
        nonce: createToken(random),
        codeVerifier: pkce ? createToken(random, verifierBytes) : null,
      };
      return {
        location: await session.authorizationLocation(request),
        state: request.state,
        pending: writePending({ ...request, issuer: session.issuer }),
      };
    },

    async complete(callback, state, pending): Promise<FranceConnectIdentity> {
      const begun = readPending(pending, state);
      const session = await provider.connect();
      const { issuer, isIssuerPromised } = session;
      if (begun.issuer !== issuer) throw new FranceConnectError("refused", "provider_changed");
      const parameters = readCallback(callback, { state, issuer, isIssuerPromised });

      // From here the code lives 30 s, and the access token 60 s: nothing else comes in between.
      const { accessToken, idToken } = await session.exchange(parameters, begun);
      const idClaims = await verifier.verify(idToken, {
        name: "id_token",
        algorithm: resolved.idTokenAlgorithm,
        issuer,
        audience: clientId,
        requiredClaims: [
          "iat",
          "exp",
          "nonce",
          "acr",
          ...(resolved.requireAccessTokenHash ? ["at_hash"] : []),
        ],
        maxAgeSeconds: idTokenMaxAgeSeconds,
      });
      const subject = await checkIdToken(idClaims, { clientId, nonce: begun.nonce, acr, accessToken });

      const claims = await verifier.verify(await session.fetchUserinfo(accessToken), {
        name: "userinfo",
        algorithm: resolved.userinfoAlgorithm,
        issuer,
        audience: clientId,
        requiredClaims: [],
      });
      checkAudience(claims.aud, clientId, "userinfo");
      // OpenID Connect Core 1.0, section 5.3.2: or else it may be somebody else's.
      if (claims.sub !== subject) throw new FranceConnectError("refused", "userinfo_sub");
      return { issuer, subject, ...readIdentity(claims), idToken };
    },

    async logoutLocation(idToken, state) {
      const session = await provider.connect();
      return session.endSessionLocation(idToken, state);
    },
  };
}
