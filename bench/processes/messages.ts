import type { GuardianIdentifiers, Letter } from "../portal/portal.ts";

/** What a server process is asked. */
export type Question =
  | { readonly ask: "usage" }
  | { readonly ask: "issue"; readonly count: number }
  | { readonly ask: "code"; readonly email: string }
  | { readonly ask: "guardians"; readonly count: number }
  | { readonly ask: "drain" }
  | { readonly ask: "arrivals" };

/** What it answers, in the order of the questions. */
export interface Answers {
  /** Microseconds of processor time since it began, and bytes of memory now. */
  readonly usage: { readonly cpuMicroseconds: number; readonly rssBytes: number };
  readonly issue: readonly Letter[];
  readonly code: string | null;
  readonly guardians: GuardianIdentifiers;
  /** After every message has left. */
  readonly drain: null;
  /** When each text arrived, in milliseconds of the epoch, in the order of arrival. */
  readonly arrivals: readonly number[];
}
