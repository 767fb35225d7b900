import { openJsonLinesFile } from "../json-lines-file.ts";
import { readSettings, stopWithParent, tellParent } from "../processes/kept-by-parent.ts";
import { createSmtpServer } from "./create-smtp-server.ts";

/**
 * The demo's mail server, a process of its own, which is told `{ path, port }`: the mailbox file, and where to listen.
 *
 * Tells its parent `{ type: "listening", port }`, then `{ type: "mail", mail }` for each mail once it is in the file.
 */
const settings = await readSettings();
const mailbox = await openJsonLinesFile(String(settings["path"]));
const server = createSmtpServer(async (mail) => {
  await mailbox.append(mail);
  tellParent({ type: "mail", mail });
});

server.on("error", (error: Error & { readonly syscall?: string }) => {
  // A client that goes away is its own affair; a port that cannot be had is ours.
  if (error.syscall !== "listen") return;
  process.stderr.write(`mail server: ${error.message}\n`);
  process.exit(1);
});

const listener = server.listen(Number(settings["port"]), "127.0.0.1", () => {
  const address = listener.address();
  if (address === null || typeof address === "string") throw new Error("the mail server has no port");
  tellParent({ type: "listening", port: address.port });
});

stopWithParent(async () => {
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
  await mailbox.close();
});
