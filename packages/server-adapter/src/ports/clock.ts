/** Tells the time; passed in everywhere, so that tests can move it and nothing depends on a process's own clock by accident. */
export interface Clock {
  /** The present in whole epoch seconds; may jump either way when the machine's clock is set. */
  now(): number;
}

/** The clock of the machine. */
export const systemClock: Clock = {
  now: () => Math.floor(Date.now() / 1000),
};
