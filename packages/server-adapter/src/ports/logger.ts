/** How much an entry matters, the least first. */
export type LogLevel = "debug" | "info" | "warn" | "error";

/** What an entry says beside its event: random ids, codes, counts and durations; never anything personal or secret. */
export type LogFields = Readonly<Record<string, string | number | boolean | null>>;

/**
 * Receives structured entries.
 *
 * `event` is a stable snake_case name. No name, number, address, date of birth, code, token or password is ever passed (ASVS 16.2.5);
 * an error is logged by its code, not its message, which may quote an address.
 * An implementation must not throw.
 */
export interface Logger {
  log(level: LogLevel, event: string, fields?: LogFields): void;
}

/** Keeps nothing. */
export const silentLogger: Logger = { log: () => {} };
