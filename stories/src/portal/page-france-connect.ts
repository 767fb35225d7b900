import {
  FranceConnectError,
  type FranceConnect,
  type FranceConnectIdentity,
} from "@educonnect-activation/server-adapter";
import type { PersonRecord } from "@educonnect-activation/server-adapter";

const provider = "https://franceconnect.invalid";

/** Who comes back from FranceConnect. */
export type Returning = "guardian" | "stranger" | "cancelled";

/**
 * Stands where FranceConnect would: its pages are the State's and can't be in a story. The person who looks at the story says who comes
 * back; the attempt, the return and what follows are the real handler's.
 */
export class PageFranceConnect implements FranceConnect {
  isDown = false;
  returning: Returning = "guardian";
  readonly #guardian: PersonRecord;

  constructor(guardian: PersonRecord) {
    this.#guardian = guardian;
  }

  async begin() {
    if (this.isDown) throw new FranceConnectError("unavailable", "story");
    const state = crypto.randomUUID();
    return { location: `${provider}/authorize?state=${state}`, state, pending: "{}" };
  }

  async complete(): Promise<FranceConnectIdentity> {
    if (this.returning === "cancelled") throw new FranceConnectError("cancelled", "access_denied");
    const { givenName, familyName } = this.#guardian;
    const isKnown = this.returning === "guardian";
    return {
      issuer: provider,
      subject: isKnown ? "pairwise-guardian" : "pairwise-stranger",
      givenName: isKnown ? givenName : "Alix",
      familyName: isKnown ? familyName : "Inconnu",
      preferredUsername: null,
      birthDate: "1985-04-02",
      email: null,
      idToken: "id-token",
    };
  }

  async logoutLocation() {
    return `${provider}/logout`;
  }
}
