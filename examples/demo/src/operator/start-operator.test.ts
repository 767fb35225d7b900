import { randomBytes, randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import type { IncomingMessage } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { SmsReceipt } from "@educonnect-activation/server-adapter";
import { serve, type RunningServer } from "@educonnect-activation/server-adapter/node";
import { createWebhookSmsGateway, type WebhookSmsGateway } from "@educonnect-activation/server-adapter/sms";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { startOperator, type Operator } from "./start-operator.ts";

const secret = `whsec_${randomBytes(32).toString("base64")}`;
const inAnHour = (): number => Math.floor(Date.now() / 1000) + 3600;
const textOf = (to: string, messageId: string = randomUUID()) => ({
  to,
  text: "Code : 12345678\n\n@localhost #12345678",
  messageId,
  attempt: 1,
  expiresAt: inAnHour(),
});

let folder = "";
let portal: RunningServer;
let receipts: SmsReceipt[] = [];
/** What the portal answers instead of taking receipts. */
let refusals: number[] = [];
let gateway: WebhookSmsGateway;
const running: Operator[] = [];

async function takeReceipts(request: IncomingMessage): Promise<number> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  const headers = new Map(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
  const refusal = refusals.shift();
  if (refusal !== undefined) return refusal;
  receipts.push(...(await gateway.parseReceipts({ headers, body: Buffer.concat(chunks) })));
  return 204;
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "educonnect-operator-"));
  receipts = [];
  refusals = [];
  portal = await serve((request, response) => {
    void takeReceipts(request).then((status) => response.writeHead(status).end());
  });
});
afterEach(async () => {
  for (const operator of running.splice(0)) await operator.stop();
  await portal.close(0);
  await rm(folder, { recursive: true, force: true });
});

async function start(): Promise<Operator> {
  const operator = await startOperator({
    path: join(folder, "texts.jsonl"),
    secret,
    receiptsUrl: `http://127.0.0.1:${portal.port}/receipts`,
    unreachable: ["+33639987777"],
  });
  running.push(operator);
  gateway = createWebhookSmsGateway({ url: operator.url, secrets: [secret], allowInsecureUrl: true });
  return operator;
}

test("a text is kept, and its receipt comes signed: delivered, or failed where the number is out of service", async () => {
  const operator = await start();
  const good = await gateway.send(textOf("+262692701546"));
  const bad = await gateway.send(textOf("+33639987777"));
  await vi.waitFor(() => expect(receipts).toHaveLength(2), { timeout: 10_000 });
  expect(receipts).toEqual(
    expect.arrayContaining([
      { gatewayId: good.gatewayId, status: "delivered", reason: null },
      { gatewayId: bad.gatewayId, status: "failed", reason: "unknown_subscriber" },
    ]),
  );
  await vi.waitFor(() =>
    expect(operator.texts()).toMatchObject([
      { id: good.gatewayId, to: "+262692701546", status: "delivered" },
      { id: bad.gatewayId, to: "+33639987777", status: "failed" },
    ]),
  );
});

test("the same message again is the same text, even after a restart", async () => {
  const first = await start();
  const text = textOf("+33639981010");
  const [one, again] = await Promise.all([gateway.send(text), gateway.send(text)]);
  expect(again).toEqual(one);
  await first.stop();
  const second = await start();
  expect(await gateway.send(text)).toEqual(one);
  expect(second.texts()).toHaveLength(1);
});

test("a request that its secret did not sign is refused, and nothing is kept", async () => {
  const operator = await start();
  const stranger = createWebhookSmsGateway({
    url: operator.url,
    secrets: [`whsec_${randomBytes(32).toString("base64")}`],
    allowInsecureUrl: true,
  });
  await expect(stranger.send(textOf("+33639981010"))).rejects.toMatchObject({ reason: "webhook_401" });
  const old = createWebhookSmsGateway({
    url: operator.url,
    secrets: [secret],
    allowInsecureUrl: true,
    clock: { now: () => Math.floor(Date.now() / 1000) - 3600 },
  });
  await expect(old.send(textOf("+33639981010"))).rejects.toMatchObject({ reason: "webhook_401" });
  expect((await fetch(operator.url)).status).toBe(404);
  expect(operator.texts()).toEqual([]);
});

test("what is no text is refused, though it is signed", async () => {
  await start();
  await expect(gateway.send(textOf("0639981010"))).rejects.toMatchObject({ reason: "webhook_400" });
  const long = { ...textOf("+33639981010"), text: "x".repeat(20_000) };
  await expect(gateway.send(long)).rejects.toMatchObject({ reason: "webhook_413" });
});

test("a receipt that the portal does not take is sent again", async () => {
  refusals = [503, 503];
  await start();
  await gateway.send(textOf("+33639981010"));
  await vi.waitFor(() => expect(receipts).toHaveLength(1), { timeout: 15_000 });
});

test("an operator that is killed comes back at the same port with its texts, and tells what it had not told", async () => {
  const operator = await start();
  const processId = operator.processId();
  await gateway.send(textOf("+33639981010"));
  process.kill(processId, "SIGKILL");
  await vi.waitUntil(() => operator.processId() !== processId, { timeout: 10_000 });
  await vi.waitFor(() => expect(receipts).toHaveLength(1), { timeout: 10_000 });
  await gateway.send(textOf("+33639981212"));
  await vi.waitFor(() =>
    expect(operator.texts().map(({ to }) => to)).toEqual(["+33639981010", "+33639981212"]),
  );
});
