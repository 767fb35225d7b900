import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { nodeCryptoEngine } from "../../node/node-crypto-engine.ts";
import { webRandom } from "../../ports/random.ts";
import type { SmsGateway } from "../../ports/sms-gateway.ts";
import type { Store } from "../../ports/store.ts";
import { createKeyRing, generateMasterKey } from "../../security/keys.ts";
import { createVault } from "../../security/vault.ts";
import { createMemoryStore } from "../../stores/memory/memory-store.ts";
import type { GatewayFault } from "../../../test/sms/fault-plan.ts";
import { ovhCredentials, ovhSender, ovhServiceName, startOvhService } from "../../../test/sms/ovh-service.ts";
import { startWebhookService } from "../../../test/sms/webhook-service.ts";
import { createOutboxDispatcher } from "../outbox-dispatcher.ts";
import { enqueueSms } from "../outbox.ts";
import { createOvhSmsGateway } from "./ovh-gateway.ts";
import { createWebhookSmsGateway } from "./webhook-gateway.ts";

const vault = createVault(createKeyRing({ current: generateMasterKey(webRandom, "k1") }, nodeCryptoEngine));
const startedAt = 1_800_000_000;
const canary = "+262692123456";
let time: number;
let store: Store;
let log: string[];
const closing: (() => Promise<void>)[] = [];

beforeEach(() => {
  time = startedAt;
  store = createMemoryStore();
  log = [];
});
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** A service and the gateway to it, whichever the two are. */
interface Line {
  readonly gateway: SmsGateway;
  readonly faults: GatewayFault[];
  /** How many texts were taken, duplicates included. */
  taken(): number;
  stop(): Promise<void>;
  restart(): Promise<void>;
}

type ServiceOfALine = Awaited<ReturnType<typeof startOvhService | typeof startWebhookService>>;

async function createLine(
  start: (port?: number) => Promise<ServiceOfALine>,
  connect: (url: string) => SmsGateway,
): Promise<Line> {
  let service = await start();
  const { url } = service;
  closing.push(() => service.close());
  return {
    gateway: connect(url),
    faults: service.faults,
    taken: () => (Array.isArray(service.texts) ? service.texts.length : service.texts.size),
    stop: () => service.close(),
    async restart() {
      service = await start(Number(new URL(url).port));
    },
  };
}

const clock = { now: () => time };
const secret = `whsec_${Buffer.alloc(32, 1).toString("base64")}`;
const common = { clock, timeoutSeconds: 0.2, allowInsecureUrl: true };

const lines: readonly (readonly [string, () => Promise<Line>])[] = [
  [
    "a webhook",
    () =>
      createLine(
        (port) => startWebhookService([secret], clock.now, port),
        (url) => createWebhookSmsGateway({ ...common, url, secrets: [secret] }),
      ),
  ],
  [
    "OVHcloud",
    () =>
      createLine(
        (port) => startOvhService(clock.now, port),
        (url) =>
          createOvhSmsGateway({
            ...common,
            ...ovhCredentials,
            endpoint: `${url}/1.0`,
            serviceName: ovhServiceName,
            sender: ovhSender,
          }),
      ),
  ],
];

function dispatch(smsGateway: SmsGateway) {
  return createOutboxDispatcher({
    store,
    vault,
    clock,
    random: webRandom,
    mailer: { send: async () => {} },
    smsGateway,
    logger: { log: (...entry) => void log.push(JSON.stringify(entry)) },
  });
}

async function put(ttlSeconds = 1800): Promise<void> {
  const text = { to: canary, text: "12345678 est votre code" };
  await store.commit([
    await enqueueSms({ vault, random: webRandom }, text, { at: time, expiresAt: time + ttlSeconds }),
  ]);
}

const rows = () => store.find("outbox", { where: {} });
const texts = () => store.find("texts", { where: {} });

describe.each(lines)("texts through %s", (_, open) => {
  it.each<[string, GatewayFault[]]>([
    ["takes it at once", []],
    ["times out after accepting", ["takeSilently"]],
    ["hangs up after accepting", ["takeAndHangUp"]],
    ["hangs up before", ["hangUp"]],
    ["answers 500 then 200", [{ status: 500 }]],
    ["answers 429 twice", [{ status: 429 }, { status: 429, headers: { "retry-after": "30" } }]],
    ["times out after accepting, twice", ["takeSilently", "takeAndHangUp"]],
  ])("arrive once when the gateway %s", async (__, faults) => {
    const line = await open();
    line.faults.push(...faults);
    await put();
    const dispatcher = dispatch(line.gateway);
    for (let round = 0; round < 10 && (await rows()).length > 0; round += 1) {
      await dispatcher.drain();
      time = (await rows())[0]?.available_at ?? time;
    }
    expect(line.taken()).toBe(1);
    expect(await rows()).toEqual([]);
    expect(await texts()).toMatchObject([{ status: "sent", gateway_id: expect.any(String) }]);
    expect(JSON.stringify(await texts()) + log.join()).not.toMatch(/692123456|12345678/);
  });

  it("wait for a gateway that is unreachable for an hour", async () => {
    const line = await open();
    await line.stop();
    await put(7200);
    const dispatcher = dispatch(line.gateway);
    let isBack = false;
    while ((await rows()).length > 0 && time < startedAt + 7200) {
      if (!isBack && time >= startedAt + 3600) {
        await line.restart();
        isBack = true;
      }
      await dispatcher.drain();
      time = (await rows())[0]?.available_at ?? time;
    }
    expect(line.taken()).toBe(1);
    expect(time - startedAt).toBeLessThanOrEqual(3600 + 600);
  });

  it("are given up if their code expires before the gateway is back", async () => {
    const line = await open();
    await line.stop();
    await put(60);
    const dispatcher = dispatch(line.gateway);
    while ((await rows()).length > 0) {
      await dispatcher.drain();
      time = (await rows())[0]?.available_at ?? time;
    }
    expect(time).toBe(startedAt + 60);
    expect(await store.find("audit", { where: {} })).toMatchObject([{ event: "message_expired" }]);
    await line.restart();
    expect(line.taken()).toBe(0);
  });

  it("wait for as long as the gateway asks", async () => {
    const line = await open();
    line.faults.push({ status: 503, headers: { "retry-after": "90" } });
    await put();
    await dispatch(line.gateway).drain();
    expect((await rows())[0]?.available_at).toBe(startedAt + 90);
  });

  it("never wait longer than the longest delay, whatever the gateway asks", async () => {
    const line = await open();
    line.faults.push({ status: 503, headers: { "retry-after": "86400" } });
    await put();
    await dispatch(line.gateway).drain();
    expect((await rows())[0]?.available_at).toBe(startedAt + 600);
  });
});
