import { createWriteStream } from "node:fs";
import type { Logger } from "@educonnect-activation/server-adapter";

/** A logger that writes JSON lines to a file. */
export interface FileLogger extends Logger {
  close(): Promise<void>;
}

/** Opens a log to append to; warnings and errors are repeated on standard error. */
export function openFileLogger(path: string): FileLogger {
  const stream = createWriteStream(path, { flags: "a", mode: 0o600 });
  // A log that can't be written is no reason to stop serving.
  stream.on("error", () => {});
  return {
    log(level, event, fields = {}) {
      const line = `${JSON.stringify({ time: new Date().toISOString(), level, event, ...fields })}\n`;
      stream.write(line);
      if (level === "warn" || level === "error") process.stderr.write(line);
    },
    close: () => new Promise((resolve) => stream.end(() => resolve())),
  };
}
