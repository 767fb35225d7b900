import { systemClock, type Clock } from "../ports/clock.ts";
import type { Logger, LogLevel } from "../ports/logger.ts";

const ranks: Readonly<Record<LogLevel, number>> = { debug: 0, info: 1, warn: 2, error: 3 };

/**
 * Writes one JSON object a line: `at` (ISO), `level`, `event`, then the fields.
 *
 * @param write takes a whole line, its end included: standard output by default
 * @param least the least level that is written: `info`
 * @param clock the system's by default
 */
export function createJsonLogger(
  write: (line: string) => void = (line) => process.stdout.write(line),
  least: LogLevel = "info",
  clock: Clock = systemClock,
): Logger {
  return {
    log(level, event, fields = {}) {
      if (ranks[level] < ranks[least]) return;
      const at = new Date(clock.now() * 1000).toISOString();
      write(`${JSON.stringify({ ...fields, at, level, event })}\n`);
    },
  };
}
