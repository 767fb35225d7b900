import { once } from "node:events";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createTransport } from "nodemailer";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { startMailServer, type MailServer } from "./start-mail-server.ts";

let folder = "";
let mailbox = "";
const running: MailServer[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "educonnect-mail-"));
  mailbox = join(folder, "mails.jsonl");
});

afterEach(async () => {
  for (const server of running.splice(0)) await server.stop();
  await rm(folder, { recursive: true, force: true });
});

async function start(): Promise<MailServer> {
  const server = await startMailServer(mailbox);
  running.push(server);
  return server;
}

const send = (port: number, mail: Readonly<Record<string, unknown>>): Promise<unknown> =>
  createTransport({ host: "127.0.0.1", port, secure: false }).sendMail({
    from: "ne-pas-repondre@example.org",
    to: "zoe@example.net",
    ...mail,
  });

test("a mail sent over SMTP is kept with its accents, its text and its HTML", async () => {
  const server = await start();
  const text = "Bonjour Zoë Lecœur,\n\nLe lien : http://localhost:4400/x#jeton\n.\nFin « ÷ ».";
  await send(server.port, { subject: "Confirmez « Éloïse »", text, html: "<p>Zoë &amp; Łukasz</p>" });
  await vi.waitUntil(() => server.mails().length === 1);
  const [mail] = server.mails();
  expect(mail).toMatchObject({
    to: "zoe@example.net",
    subject: "Confirmez « Éloïse »",
    html: "<p>Zoë &amp; Łukasz</p>",
  });
  expect(mail?.text.trimEnd()).toBe(text);
  expect(new Date(mail?.sentAt ?? "").toISOString()).toBe(mail?.sentAt);
});

test("it is another process, which ends when it is stopped", async () => {
  const server = await start();
  const processId = server.processId();
  expect(processId).not.toBe(process.pid);
  await server.stop();
  expect(() => process.kill(processId, 0)).toThrow("ESRCH");
});

test("a server that is killed comes back at the same port with its mails", async () => {
  const server = await start();
  const processId = server.processId();
  await send(server.port, { subject: "avant", text: "1" });
  process.kill(processId, "SIGKILL");
  await vi.waitUntil(() => server.processId() !== processId, { timeout: 10_000 });
  await send(server.port, { subject: "après", text: "2" });
  await vi.waitFor(() => expect(server.mails().map(({ subject }) => subject)).toEqual(["avant", "après"]));
});

test("mails outlive the server, oldest first, and a line cut off by a crash spoils none", async () => {
  const first = await start();
  await send(first.port, { subject: "un", text: "1" });
  await send(first.port, { subject: "deux", text: "2" });
  await first.stop();
  const kept = await readFile(mailbox, "utf8");
  await writeFile(mailbox, `${kept}{"to":"cut`);

  const second = await start();
  expect(second.mails().map(({ subject }) => subject)).toEqual(["un", "deux"]);
  await send(second.port, { subject: "trois", text: "3" });
  await second.stop();

  const third = await start();
  expect(third.mails().map(({ subject }) => subject)).toEqual(["un", "deux", "trois"]);
});

test("fifty mails at once are all kept", async () => {
  const server = await start();
  await Promise.all(
    Array.from({ length: 50 }, (_, index) => send(server.port, { subject: `n° ${index}`, text: "…" })),
  );
  await vi.waitUntil(() => server.mails().length === 50);
  expect(new Set(server.mails().map(({ subject }) => subject)).size).toBe(50);
});

test("a mail over the limit is refused and not kept", async () => {
  const server = await start();
  const mail = { subject: "gros", text: "x".repeat(2 * 1024 * 1024) };
  await expect(send(server.port, mail)).rejects.toMatchObject({ responseCode: 552 });
  expect(server.mails()).toEqual([]);
});

test("a client that hangs up half-way leaves the server serving", async () => {
  const server = await start();
  const socket = connect(server.port, "127.0.0.1");
  await once(socket, "data");
  socket.write("EHLO x\r\nMAIL FROM:<a@example.org>\r\n");
  await once(socket, "data");
  socket.destroy();
  await send(server.port, { subject: "après", text: "…" });
  await vi.waitFor(() => expect(server.mails()).toHaveLength(1));
});

test("a path that can't be written is an error, not a server that loses mails", async () => {
  await expect(startMailServer(join(folder, "absent", "mails.jsonl"))).rejects.toThrow("ended with code 1");
});
