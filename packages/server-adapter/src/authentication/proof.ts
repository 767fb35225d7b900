/**
 * How far a proof carries. `weak` says that somebody was told something, `single` that they know or hold one thing of their own, and
 * `strong` that what they hold can't be phished.
 */
export type Strength = "weak" | "single" | "strong";

/** Every way of showing who one is, with the value that names it in `amr` (RFC 8176) and its strength. */
export const authenticationMethods = {
  /** The provisional password printed on the school's letter. */
  letter: { amr: "pwd", strength: "single" },
  /** A password that the person has chosen. */
  password: { amr: "pwd", strength: "single" },
  smsCode: { amr: "sms", strength: "single" },
  /** A code or a link in a mail. */
  mailCode: { amr: "otp", strength: "single" },
  franceConnect: { amr: "fed", strength: "single" },
} as const satisfies Readonly<Record<string, { readonly amr: string; readonly strength: Strength }>>;

/** The name of a way of showing who one is. */
export type AuthenticationMethod = keyof typeof authenticationMethods;

/** One time that a person showed who they are. */
export interface Proof {
  /** The person of the directory. */
  readonly personId: string;
  readonly method: AuthenticationMethod;
  /** When it was given (epoch seconds). */
  readonly at: number;
  readonly strength: Strength;
}

/** Records that a person has shown who they are. */
export function createProof(method: AuthenticationMethod, personId: string, at: number): Proof {
  return { personId, method, at, strength: authenticationMethods[method].strength };
}

const order: readonly Strength[] = ["weak", "single", "strong"];

/** Whether a strength is at least another. */
export function isAsStrongAs(strength: Strength, least: Strength): boolean {
  return order.indexOf(strength) >= order.indexOf(least);
}

/**
 * Tells whether a proof of at least a strength was given within the last seconds: the question of every step-up (ASVS 7.5.3).
 *
 * @param now the present instant, in epoch seconds.
 */
export function isRecentlyProven(
  { proofs }: { readonly proofs: readonly Proof[] },
  least: Strength,
  withinSeconds: number,
  now: number,
): boolean {
  return proofs.some(({ strength, at }) => isAsStrongAs(strength, least) && at > now - withinSeconds);
}

const isMethod = (name: unknown): name is AuthenticationMethod =>
  typeof name === "string" && Object.hasOwn(authenticationMethods, name);

/** Writes proofs as text to be stored: their methods and instants, and nothing of the person. */
export function writeProofs(proofs: readonly Proof[]): string {
  return JSON.stringify(proofs.map(({ method, at }) => [method, at]));
}

/** Reads the proofs of a person from their text; those of a method that is no longer known are left out. */
export function readProofs(text: string, personId: string): readonly Proof[] {
  const stored: unknown = JSON.parse(text);
  if (!Array.isArray(stored)) return [];
  return stored.flatMap((entry: unknown) => {
    const [method, at]: readonly unknown[] = Array.isArray(entry) ? entry : [];
    return isMethod(method) && typeof at === "number" ? [createProof(method, personId, at)] : [];
  });
}
