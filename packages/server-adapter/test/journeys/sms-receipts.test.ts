import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createEduconnectHandler } from "../../src/create-educonnect-handler.ts";
import { createOutboxDispatcher } from "../../src/delivery/outbox-dispatcher.ts";
import { enqueueSms } from "../../src/delivery/outbox.ts";
import { createWebhookSmsGateway } from "../../src/delivery/sms/webhook-gateway.ts";
import { serve, type RunningServer } from "../../src/node/serve.ts";
import { toNodeListener } from "../../src/node/to-node-listener.ts";
import { webRandom } from "../../src/ports/random.ts";
import type { Store } from "../../src/ports/store.ts";
import { createKeyRing, generateMasterKey } from "../../src/security/keys.ts";
import { createVault } from "../../src/security/vault.ts";
import { createMemoryStore } from "../../src/stores/memory/memory-store.ts";
import { createPageHasher } from "../portal/page-hasher.ts";
import { startWebhookService, type WebhookService } from "../sms/webhook-service.ts";

const publicOrigin = "https://ent.example";
const secretOf = (byte: number) => `whsec_${Buffer.alloc(32, byte).toString("base64")}`;
const startedAt = 1_800_000_000;
const vault = createVault(createKeyRing({ current: generateMasterKey(webRandom, "k1") }));

let time: number;
let store: Store;
let log: string[];
let service: WebhookService;
let server: RunningServer;
let address: string;
let sendAll: () => Promise<void>;

beforeEach(async () => {
  time = startedAt;
  store = createMemoryStore();
  log = [];
  const clock = { now: () => time };
  const logger = { log: (...entry: unknown[]) => void log.push(JSON.stringify(entry)) };
  service = await startWebhookService([secretOf(1)], clock.now);
  const gateway = createWebhookSmsGateway({
    url: service.url,
    secrets: [secretOf(1), secretOf(2)],
    clock,
    allowInsecureUrl: true,
  });
  const outbox = createOutboxDispatcher({
    store,
    vault,
    clock,
    random: webRandom,
    logger,
    mailer: { send: async () => {} },
    smsGateway: gateway,
  });
  sendAll = () => outbox.drain();
  const handler = createEduconnectHandler({
    publicOrigin,
    confirmationLink: { elementsModule: "/elements.js" },
    store,
    vault,
    clock,
    logger,
    outbox,
    passwordHasher: createPageHasher(),
    methods: { sms: { gateway } },
  });
  server = await serve(toNodeListener(handler, { publicOrigin }));
  address = `http://127.0.0.1:${server.port}/educonnect/sms/receipts`;
});

afterEach(async () => {
  await server.close(0);
  await service.close();
});

async function sendSms(count: number): Promise<readonly string[]> {
  for (let index = 0; index < count; index += 1) {
    const text = { to: "+262692123456", text: `${index} est votre code` };
    const times = { at: time, expiresAt: time + 1800 };
    await store.commit([await enqueueSms({ vault, random: webRandom }, text, times)]);
  }
  await sendAll();
  return [...service.texts.keys()].map((id) => `service-${id}`);
}

const statuses = async () => (await store.find("texts", { where: {} })).map(({ status }) => status).sort();

describe("a gateway's receipts over HTTP", () => {
  it("tell what became of texts, several at once and again", async () => {
    const [first = "", second = "", third = ""] = await sendSms(3);
    const receipts = [
      { id: first, status: "delivered" },
      { id: second, status: "failed", reason: "subscriber_absent" },
      { id: third, status: "pending" },
      { id: "nobody-s", status: "failed" },
    ];
    expect(await service.pushReceipts(address, receipts)).toBe(204);
    expect(await service.pushReceipts(address, receipts)).toBe(204);
    expect(await statuses()).toEqual(["delivered", "failed", "sent"]);
    expect(log.filter((entry) => entry.includes("sms_failing"))).toHaveLength(1);
    expect(log.join() + JSON.stringify(await store.find("audit", { where: {} }))).not.toMatch(
      /692123456|votre code/,
    );
  });

  it("come signed with either secret, and with no other", async () => {
    const [id = ""] = await sendSms(1);
    for (const [byte, status] of [
      [3, 401],
      [2, 204],
      [1, 204],
    ] as const) {
      service.secrets = [secretOf(byte)];
      expect(await service.pushReceipts(address, [{ id, status: "delivered" }])).toBe(status);
    }
    expect(await statuses()).toEqual(["delivered"]);
  });

  it("are no use to who replays or changes them", async () => {
    const [id = ""] = await sendSms(1);
    time += 301;
    const now = time;
    time = startedAt;
    const late = service.pushReceipts(address, [{ id, status: "failed" }]);
    time = now;
    expect(await late).toBe(401);
    expect(await statuses()).toEqual(["sent"]);
    expect(await service.pushReceipts(address, [{ id: "x".repeat(70_000), status: "failed" }])).toBe(413);
    const bare = await fetch(address, { method: "POST", body: "{}" });
    expect([bare.status, (await bare.json()).code]).toEqual([401, "receipt_refused"]);
    expect((await fetch(address)).status).toBe(405);
  });
});
