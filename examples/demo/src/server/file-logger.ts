import { createWriteStream } from "node:fs";
import type { Logger } from "@educonnect-activation/server-adapter";
import { createJsonLogger } from "@educonnect-activation/server-adapter/node";

/** A logger that writes JSON lines to a file. */
export interface FileLogger extends Logger {
  close(): Promise<void>;
}

/** Opens a log to append to; warnings and errors are repeated on standard error. */
export function openFileLogger(path: string): FileLogger {
  const stream = createWriteStream(path, { flags: "a", mode: 0o600 });
  // A log that can't be written is no reason to stop serving.
  stream.on("error", () => {});
  const file = createJsonLogger((line) => stream.write(line), "debug");
  const terminal = createJsonLogger((line) => process.stderr.write(line), "warn");
  return {
    log(level, event, fields) {
      file.log(level, event, fields);
      terminal.log(level, event, fields);
    },
    close: () => new Promise((resolve) => stream.end(() => resolve())),
  };
}
