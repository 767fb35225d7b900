import { beforeEach, describe, expect, it } from "vitest";
import { keepSms } from "../delivery/receipts/sms-row.ts";
import { createWebhookSmsGateway } from "../delivery/sms/webhook-gateway.ts";
import { toPlainRequest } from "../http/wire.ts";
import { webRandom } from "../ports/random.ts";
import type { Store } from "../ports/store.ts";
import { createMemoryStore } from "../stores/memory/memory-store.ts";
import { signAsService } from "../../test/sms/webhook-service.ts";
import { smsReceipt, type ReceiptRouteEnvironment } from "./sms-receipt.ts";

const now = 1_800_000_000;
const clock = { now: () => now };
const secret = `whsec_${Buffer.alloc(32, 1).toString("base64")}`;
const gateway = createWebhookSmsGateway({ url: "https://sms.example/", secrets: [secret], clock });
const body = JSON.stringify({
  receipts: [
    { id: "g1", status: "delivered" },
    { id: "nobody", status: "failed" },
  ],
});

let store: Store;
let log: string[];
let environment: ReceiptRouteEnvironment;

beforeEach(async () => {
  store = createMemoryStore();
  log = [];
  environment = {
    store,
    clock,
    random: webRandom,
    logger: { log: (...entry) => void log.push(JSON.stringify(entry)) },
    smsReceipts: (request) => gateway.parseReceipts(request),
  };
  await store.commit([keepSms("t1", { gatewayId: "g1" }, false, now)]);
});

/** A gateway's request, as a server of any kind receives it. */
function request(text: string | null, signature?: string) {
  const headers: Readonly<Record<string, string>> = {
    "content-type": "application/json",
    "webhook-id": "r1",
    "webhook-timestamp": String(now),
    "webhook-signature": signature ?? signAsService(secret, "r1", now, text ?? ""),
  };
  return toPlainRequest(
    {
      method: "POST",
      target: "/educonnect/sms/receipts",
      header: (name) => headers[name] ?? null,
      body: text === null || text === "tooLarge" ? text : new TextEncoder().encode(text),
      clientAddress: null,
    },
    "/educonnect",
  );
}

const statusOf = async (id: string) => (await store.find("texts", { where: { id } }))[0]?.status;

describe("the method of receipts", () => {
  it("records what the gateway signed, any number of times", async () => {
    for (let time = 0; time < 3; time += 1) {
      expect(await smsReceipt(environment, request(body))).toEqual({ status: 204, body: null });
    }
    expect(await statusOf("t1")).toBe("delivered");
    expect(await store.find("audit", { where: {} })).toHaveLength(1);
  });

  it("refuses what the gateway did not sign, and says why in the log alone", async () => {
    for (const signature of ["", "v1,AAAA", signAsService(secret, "r2", now, body)]) {
      await expect(smsReceipt(environment, request(body, signature))).rejects.toMatchObject({
        code: "receipt_refused",
        details: {},
      });
    }
    await expect(smsReceipt(environment, request(null))).rejects.toMatchObject({ code: "receipt_refused" });
    expect(await statusOf("t1")).toBe("sent");
    expect(log.join()).toContain("receipt_signature_wrong");
    expect(log.join()).not.toContain("g1");
  });

  it("refuses a body that is too large, and everything where no gateway sends receipts", async () => {
    await expect(smsReceipt(environment, request("tooLarge"))).rejects.toMatchObject({
      code: "body_too_large",
    });
    await expect(smsReceipt({ ...environment, smsReceipts: null }, request(body))).rejects.toMatchObject({
      code: "endpoint_unknown",
    });
  });

  it("passes on a failure of another kind, so that the gateway sends again", async () => {
    const smsReceipts = async () => {
      throw new TypeError("broken");
    };
    await expect(smsReceipt({ ...environment, smsReceipts }, request(body))).rejects.toThrow("broken");
  });
});
