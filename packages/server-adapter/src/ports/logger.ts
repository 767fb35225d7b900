import { ActivationError } from "@educonnect-activation/core";

/** How much an entry matters, the least first. */
export type LogLevel = "debug" | "info" | "warn" | "error";

/** What an entry says beside its event: random ids, codes, counts and durations; never anything personal or secret. */
export type LogFields = Readonly<Record<string, string | number | boolean | null>>;

/**
 * Receives structured entries.
 *
 * `event` is a stable snake_case name. No name, number, address, date of birth, code, token or password is ever passed (ASVS 16.2.5);
 * an error is logged by its code, not its message, which may quote an address.
 * One that throws or rejects loses the entry, never the answer or the process.
 */
export interface Logger {
  log(level: LogLevel, event: string, fields?: LogFields): void;
}

/** Makes a logger that never throws nor rejects of one that may: its entry is lost, what it told of goes on. */
export function safeLogger(logger: Logger): Logger {
  return {
    log(...entry) {
      try {
        // An asynchronous function is a `Logger` too.
        const logged: unknown = logger.log(...entry);
        if (logged instanceof Promise) logged.catch(() => {});
      } catch {
        // There is nowhere left to tell it.
      }
    },
  };
}

/** Keeps nothing. */
export const silentLogger: Logger = { log: () => {} };

/** What may be logged of an error: its code or its class, never its message, which may quote what was typed. */
export function nameError(error: unknown): string {
  if (error instanceof ActivationError) return error.code;
  return error instanceof Error ? error.name : typeof error;
}
