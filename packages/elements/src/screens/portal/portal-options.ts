/** Something to choose. Its id is what is kept and told; it must be no name and nothing personal. */
export interface PortalEntry {
  readonly id: string;
  /** What it is called; may be left out for the ids of `defaultPortalProfiles`, `defaultPortalLevels` and `educonnect`, which the catalogue names. */
  readonly label?: string;
  /** A line below the label. */
  readonly description?: string;
  /** The address of a small picture, which says nothing that the label does not. */
  readonly icon?: string;
}

/** Who somebody is to the portal. */
export interface PortalProfile extends PortalEntry {
  /** Ids of the levels to choose from; every level when left out, and no such question when empty. */
  readonly levels?: readonly string[];
}

/** A kind of school. */
export type PortalLevel = PortalEntry;

/** A way to sign in, and where it is. */
export interface PortalMode extends PortalEntry {
  /** Its page: an http(s) address, relative ones included. A mode with any other is left out. */
  readonly href: string;
  /**
   * For whom it is: everybody, unless limited. A limit to some levels leaves out the profiles that are asked none. A mode whose address
   * differs from one profile or level to another stands once for each, under the same id; the first that fits counts.
   */
  readonly when?: { readonly profiles?: readonly string[]; readonly levels?: readonly string[] };
}

/** What a portal offers. Of entries with the same id the first counts; what leads to no mode is not shown. */
export interface PortalOptions {
  /** `defaultPortalProfiles` when left out. */
  readonly profiles?: readonly PortalProfile[];
  /** `defaultPortalLevels` when left out; empty where nobody is to be asked. */
  readonly levels?: readonly PortalLevel[];
  readonly modes: readonly PortalMode[];
}

/** What was chosen so far, by ids. */
export interface PortalAnswers {
  readonly profile: string | null;
  readonly level: string | null;
  readonly mode: string | null;
}

/** A whole choice; `level` is null where the profile is asked none. */
export interface PortalChoice {
  readonly profile: string;
  readonly level: string | null;
  readonly mode: string;
}

/** The deck's profiles; a guest, or the staff of a town or region, has no level. */
export const defaultPortalProfiles = [
  { id: "pupil" },
  { id: "guardian" },
  { id: "education-staff" },
  { id: "agricultural-education" },
  { id: "guest", levels: [] },
] as const satisfies readonly PortalProfile[];

/** The deck's levels. */
export const defaultPortalLevels = [
  { id: "primary-school" },
  { id: "middle-school" },
  { id: "high-school" },
] as const satisfies readonly PortalLevel[];
