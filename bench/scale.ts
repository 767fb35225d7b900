/** How much is measured. */
export interface Scale {
  /** Rounds counted, after one to warm up. */
  readonly rounds: number;
  /** Times the usual amount of work in a round. */
  readonly size: number;
  /** Whether identifiers are allocated to 15 million people instead of 1. */
  readonly isNational: boolean;
}
