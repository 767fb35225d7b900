// Run beside a server: when the tests die without a word, their end of the pipe closes, and the server goes too.
import { rm } from "node:fs/promises";
import { text } from "node:stream/consumers";

const [pid = "", folder = ""] = process.argv.slice(2);

const word = await text(process.stdin);
if (word !== "stopped") {
  try {
    process.kill(Number(pid), "SIGQUIT");
  } catch {
    // Already gone.
  }
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}
