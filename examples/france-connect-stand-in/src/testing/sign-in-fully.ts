import { createRemoteJWKSet, jwtVerify, type JWTPayload } from "jose";
import type { FranceConnectStandIn } from "../start-france-connect-stand-in.ts";
import { exchangeCode, requestAuthorization, secretClient } from "./service.ts";

export interface Identity {
  readonly callback: URL;
  readonly nonce: string;
  readonly state: string;
  readonly idToken: string;
  readonly accessToken: string;
  readonly expiresIn: number;
  readonly userinfo: string;
  readonly userinfoType: string;
  /** Checks a token's signature, issuer and audience with the keys published now. */
  readonly verify: (token: string) => Promise<JWTPayload>;
}

/** Goes all the way from the authorization to userinfo, as a service would. */
export async function signInFully(
  standIn: FranceConnectStandIn,
  {
    clientId = secretClient.clientId,
    person = "ordinary",
    changes = {},
  }: { clientId?: string; person?: string; changes?: Readonly<Record<string, string | undefined>> } = {},
): Promise<Identity> {
  const request = requestAuthorization(standIn.issuer, { client_id: clientId, ...changes });
  const callback = await standIn.signIn(request.location, { person });
  const answer = await exchangeCode(standIn.issuer, callback, request.verifier, { client_id: clientId });
  const tokens: { id_token: string; access_token: string; expires_in: number } = await answer.json();
  const userinfo = await readUserinfo(standIn, tokens.access_token);
  return {
    callback: new URL(callback),
    nonce: request.nonce,
    state: request.state,
    idToken: tokens.id_token,
    accessToken: tokens.access_token,
    expiresIn: tokens.expires_in,
    userinfo: await userinfo.text(),
    userinfoType: userinfo.headers.get("content-type") ?? "",
    verify: async (token) => {
      const keys = createRemoteJWKSet(new URL(`${standIn.issuer}/jwks`));
      return (await jwtVerify(token, keys, { issuer: standIn.issuer, audience: clientId })).payload;
    },
  };
}

export const readUserinfo = (standIn: FranceConnectStandIn, accessToken: string): Promise<Response> =>
  fetch(`${standIn.issuer}/userinfo`, { headers: { authorization: `Bearer ${accessToken}` } });
