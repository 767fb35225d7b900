import type { Clock } from "../ports/clock.ts";

/** Something fetched now and then. */
export interface CachedLoad<Value> {
  /** The value, fetched first when there is none or it is too old. */
  get(): Promise<Value>;
  /** Fetches anew; whoever asks while that is under way shares it. */
  refresh(): Promise<Value>;
}

/**
 * Keeps what `load` gives for `ttlSeconds`.
 *
 * A failure is its askers' alone: nothing of it is kept, and the next use tries again. Concurrent uses share one load.
 */
export function createCachedLoad<Value>(
  load: () => Promise<Value>,
  clock: Clock,
  ttlSeconds: number,
): CachedLoad<Value> {
  let kept: { readonly value: Value; readonly loadedAt: number } | null = null;
  let pending: Promise<Value> | null = null;

  function isFresh(loadedAt: number): boolean {
    const ageSeconds = clock.now() - loadedAt;
    // A clock set back would otherwise keep it for ever.
    return ageSeconds >= 0 && ageSeconds < ttlSeconds;
  }

  async function loadAndKeep(): Promise<Value> {
    try {
      const value = await load();
      kept = { value, loadedAt: clock.now() };
      return value;
    } finally {
      pending = null;
    }
  }

  function refresh(): Promise<Value> {
    pending ??= loadAndKeep();
    return pending;
  }

  return {
    refresh,
    async get() {
      return kept !== null && isFresh(kept.loadedAt) ? kept.value : refresh();
    },
  };
}
