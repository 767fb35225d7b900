/** What has to be closed again. */
export interface Closers {
  add(close: () => Promise<void>): void;
  /** Closes everything once, the last opened first, each whatever became of the others. @throws {AggregateError} with what failed */
  closeAll(): Promise<void>;
}

/** Creates an empty list of what has to be closed. */
export function createClosers(): Closers {
  const closers: (() => Promise<void>)[] = [];
  return {
    add: (close) => {
      closers.push(close);
    },
    async closeAll() {
      const failures: unknown[] = [];
      for (const close of closers.splice(0).toReversed()) {
        await close().catch((error: unknown) => failures.push(error));
      }
      if (failures.length > 0) throw new AggregateError(failures, "the demo could not be closed properly");
    },
  };
}
