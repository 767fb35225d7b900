import { openJsonLinesFile } from "../json-lines-file.ts";
import { createSmtpServer } from "./create-smtp-server.ts";

/**
 * The demo's mail server, a process of its own: `main.ts <mailbox file> [port]`.
 *
 * Tells its parent `{ type: "listening", port }`, then `{ type: "mail", mail }` for each mail once it is in the file, and ends when the parent
 * does.
 */
const [path, port = "0"] = process.argv.slice(2);
if (path === undefined) throw new TypeError("the mail server needs the path of its mailbox file");

const mailbox = await openJsonLinesFile(path);
const server = createSmtpServer(async (mail) => {
  await mailbox.append(mail);
  process.send?.({ type: "mail", mail });
});

server.on("error", (error: Error & { readonly syscall?: string }) => {
  // A client that goes away is its own affair; a port that cannot be had is ours.
  if (error.syscall !== "listen") return;
  process.stderr.write(`mail server: ${error.message}\n`);
  process.exit(1);
});

const listener = server.listen(Number(port), "127.0.0.1", () => {
  const address = listener.address();
  if (address === null || typeof address === "string") throw new Error("the mail server has no port");
  process.send?.({ type: "listening", port: address.port });
});

let isStopping = false;
function stop(): void {
  if (isStopping) return;
  isStopping = true;
  server.close(() => {
    void mailbox.close().then(() => process.exit(0));
  });
}

// Ctrl-C reaches the whole group of processes; the parent decides when its mails are all out.
process.on("SIGINT", () => {});
process.on("SIGTERM", stop);
process.on("disconnect", stop);
