import type { FranceConnectOptions } from "../../src/franceconnect/france-connect-options.ts";
import {
  clientKinds,
  clientOf,
  outcomeOf,
  registeredClients,
  signIn,
  type ClientKind,
  type SignInProvider,
} from "./sign-in.ts";

interface TestProvider extends SignInProvider {
  /** Ends tampering and faults. */
  mend(): void;
  stop(): Promise<void>;
}

type Hook = (run: () => void | Promise<void>) => void;

/** Starts a provider that knows the clients of all kinds; mended after each test of the file, stopped after the last. */
export async function tendProvider<Provider extends TestProvider>(
  start: (options: { readonly clients: typeof registeredClients }) => Promise<Provider>,
  { afterEach, afterAll }: { readonly afterEach: Hook; readonly afterAll: Hook },
): Promise<Provider> {
  const provider = await start({ clients: registeredClients });
  afterEach(() => provider.mend());
  afterAll(() => provider.stop());
  return provider;
}

/** The clients, one for each signature, that prove themselves in one way. */
export const kindsBy = (method: ClientKind["method"]): readonly ClientKind[] =>
  clientKinds.filter((kind) => kind.method === method);

/** How a sign-in of a new client ends. */
export function tryToSignIn(
  provider: SignInProvider,
  kind?: ClientKind,
  changes: Partial<FranceConnectOptions> = {},
): Promise<string> {
  return outcomeOf(signIn(clientOf(provider, changes, kind), provider));
}

/** Epoch seconds, as the provider's clock has them. */
export const secondsNow = (): number => Math.floor(Date.now() / 1000);

/** OIDC: OpenID Connect Core 1.0; ASVS: 5.0. */
const rules: readonly (readonly [end: string, rule: string])[] = [
  ["id_token_iss", "OIDC 3.1.3.7 (2), ASVS 10.5.3"],
  ["id_token_sub", "OIDC 2, ASVS 10.5.2"],
  ["id_token_aud", "OIDC 3.1.3.7 (3), ASVS 10.5.4"],
  ["id_token_azp", "OIDC 3.1.3.7 (5)"],
  ["id_token_iat", "OIDC 3.1.3.7 (10)"],
  ["id_token_exp", "OIDC 3.1.3.7 (9), ASVS 9.2.1"],
  ["id_token_nonce", "OIDC 3.1.3.7 (11), ASVS 10.5.1, RFC 9700 4.5.3"],
  ["id_token_acr", "OIDC 3.1.3.7 (12), ASVS 6.8.4"],
  ["id_token_at_hash", "OIDC 3.1.3.8"],
  ["id_token_nbf", "RFC 7519 4.1.5, ASVS 9.2.1"],
  ["id_token_signature", "OIDC 3.1.3.7 (6), ASVS 9.1.1"],
  ["id_token_algorithm", "OIDC 3.1.3.7 (7), ASVS 9.1.2"],
  ["userinfo_sub", "OIDC 5.3.2, ASVS 10.5.2"],
  ["userinfo_iss", "OIDC 5.3.2"],
  ["userinfo_aud", "OIDC 5.3.2, ASVS 9.2.3"],
  ["userinfo_exp", "RFC 7519 4.1.4, ASVS 9.2.1"],
  ["userinfo_unsigned", "OIDC 5.3.2, ASVS 9.1.1"],
  ["userinfo_signature", "OIDC 5.3.2, ASVS 9.1.1"],
  ["userinfo_algorithm", "RFC 8725 3.1, ASVS 9.1.2"],
  ["userinfo_malformed", "OIDC 5.3.2"],
  ["key_unknown", "OIDC 10.1, ASVS 9.1.3"],
  ["typ", "RFC 8725 3.11, ASVS 9.2.2"],
  ["token_response_invalid", "OIDC 3.1.3.3"],
];

/**
 * The rule for which a sign-in is refused, for the name of its test.
 *
 * @throws {TypeError} for a reason without one
 */
export function ruleOf(reason: string): string {
  const [, rule] = rules.find(([end]) => reason.endsWith(end)) ?? [];
  if (rule === undefined) throw new TypeError(`no rule is named for ${reason}`);
  return rule;
}

/** The rows of a table of refusals, each after the rule it is for. */
export function withRules<Tampering>(
  rows: readonly (readonly [row: string, tampering: Tampering, reason: string])[],
): (readonly [rule: string, row: string, tampering: Tampering, reason: string])[] {
  return rows.map(([row, tampering, reason]) => [ruleOf(reason), row, tampering, reason]);
}
