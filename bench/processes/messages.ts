import type { Letter } from "../portal/portal.ts";

/** What a server process is asked. */
export type Question =
  | { readonly ask: "usage" }
  | { readonly ask: "issue"; readonly count: number }
  | { readonly ask: "code"; readonly email: string };

/** What it answers, in the order of the questions. */
export interface Answers {
  /** Microseconds of processor time since it began, and bytes of memory now. */
  readonly usage: { readonly cpuMicroseconds: number; readonly rssBytes: number };
  readonly issue: readonly Letter[];
  readonly code: string | null;
}
