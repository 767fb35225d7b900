import { randomUUID } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import { openJsonLinesFile, readJsonLines } from "../json-lines-file.ts";
import { readSettings, stopWithParent, tellParent } from "../processes/kept-by-parent.ts";
import { createSmsServer } from "./create-sms-server.ts";
import { sendReceipt } from "./send-receipt.ts";
import { isTakenSms, isSmsReceiptLine, type TakenSms, type SmsReceiptLine } from "./sent-sms.ts";

/**
 * The demo's mobile operator, a process of its own, which is told `{ path, port, secret, receiptsUrl, unreachable }`.
 *
 * Keeps every text in its file and passes none on; a second later it tells the sender, signed, whether the phone was reached. Tells its
 * parent `{ type: "listening", port }`, then `{ type: "changed" }` whenever the file has grown.
 */
const settings = await readSettings();
const path = String(settings["path"]);
const secret = String(settings["secret"]);
const target = { url: String(settings["receiptsUrl"]), secret };
const unreachable = new Set(Array.isArray(settings["unreachable"]) ? settings["unreachable"] : []);
const deliveryMilliseconds = 1000;

const lines = await readJsonLines(path);
const file = await openJsonLinesFile(path);
const taken = new Map<string, Promise<string>>();

async function keep(line: TakenSms | SmsReceiptLine): Promise<void> {
  await file.append(line);
  tellParent({ type: "changed" });
}

function judge({ id, to, expiresAt }: TakenSms): SmsReceiptLine {
  if (unreachable.has(to)) return { id, status: "failed", reason: "unknown_subscriber" };
  if (expiresAt * 1000 < Date.now()) return { id, status: "failed", reason: "expired" };
  return { id, status: "delivered", reason: null };
}

/** What was not told yet when the process ends is told by the next one. */
async function deliver(text: TakenSms): Promise<void> {
  await delay(deliveryMilliseconds, undefined, { ref: false });
  const receipt = judge(text);
  if (await sendReceipt(target, receipt)) await keep(receipt);
}

async function take(text: TakenSms): Promise<string> {
  await keep(text);
  deliver(text).catch((error: unknown) => process.stderr.write(`operator: ${String(error)}\n`));
  return text.id;
}

const server = createSmsServer(secret, (asked) => {
  const known = taken.get(asked.messageId);
  if (known !== undefined) return known;
  const isNew = { ...asked, id: randomUUID(), sentAt: new Date().toISOString() };
  const taking = take(isNew);
  taken.set(asked.messageId, taking);
  taking.catch(() => taken.delete(asked.messageId));
  return taking;
});

const told = new Set(lines.filter(isSmsReceiptLine).map(({ id }) => id));
for (const text of lines.filter(isTakenSms)) {
  taken.set(text.messageId, Promise.resolve(text.id));
  if (!told.has(text.id)) void deliver(text).catch(() => {});
}

server.on("error", (error) => {
  process.stderr.write(`operator: ${error.message}\n`);
  process.exit(1);
});
server.listen(Number(settings["port"]), "127.0.0.1", () => {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the operator has no port");
  tellParent({ type: "listening", port: address.port });
});

stopWithParent(async () => {
  server.closeIdleConnections();
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
  await file.close();
});
