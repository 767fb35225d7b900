/**
 * What one step of a plan asks for.
 *
 * `login` an identifier and its password, shown before the flow begins; `franceConnect` a FranceConnect identity; `identity` names and
 * mobile; `smsCode` the code sent by SMS; `children` the guardianship of each child; `birthDate` a pupil's own date;
 * `password` the new password; `email` an address; `emailSent` its confirmation by link or code.
 */
export type StepName =
  | "login"
  | "franceConnect"
  | "identity"
  | "smsCode"
  | "children"
  | "birthDate"
  | "password"
  | "email"
  | "emailSent";

interface StepTraits {
  /** Proves that the person is the one the directory knows; nothing personal is shown before one of these. */
  readonly provesIdentity: boolean;
  /** May be shown and answered again with « Précédent ». A proof is never undone, so it never is. */
  readonly revisable: boolean;
}

/** What the machine needs to know of a kind of step, whatever the plan. */
export const stepTraits: Readonly<Record<StepName, StepTraits>> = {
  login: { provesIdentity: true, revisable: false },
  franceConnect: { provesIdentity: true, revisable: false },
  identity: { provesIdentity: false, revisable: true },
  smsCode: { provesIdentity: true, revisable: false },
  children: { provesIdentity: false, revisable: false },
  birthDate: { provesIdentity: false, revisable: false },
  password: { provesIdentity: false, revisable: true },
  email: { provesIdentity: false, revisable: true },
  emailSent: { provesIdentity: false, revisable: false },
};
