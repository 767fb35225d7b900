import { beforeEach, describe, expect, it } from "vitest";
import { keepSms } from "../delivery/receipts/sms-row.ts";
import { createWebhookSmsGateway } from "../delivery/sms/webhook-gateway.ts";
import type { Environment } from "../environment.ts";
import { handle } from "../handle.ts";
import { toPlainRequest } from "../http/message.ts";
import { createTestPortal } from "../../test/portal/test-portal.ts";
import { problemOf } from "../../test/portal/test-browser.ts";
import { signAsService } from "../../test/sms/webhook-service.ts";

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

let log: string[];
let environment: Environment;

beforeEach(async () => {
  log = [];
  const portal = await createTestPortal({
    clock,
    logger: { log: (...entry) => void log.push(JSON.stringify(entry)) },
  });
  environment = { ...portal.environment, smsReceipts: (request) => gateway.parseReceipts(request) };
  await environment.store.commit([keepSms("t1", { gatewayId: "g1" }, false, now)]);
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

const statusOf = async (id: string) => (await environment.store.find("texts", { where: { id } }))[0]?.status;

const refusalOf = async (...sent: Parameters<typeof request>) =>
  problemOf(await handle(environment, request(...sent)));

describe("the endpoint of receipts", () => {
  it("records what the gateway signed, any number of times", async () => {
    for (let time = 0; time < 3; time += 1) {
      expect(await handle(environment, request(body))).toMatchObject({ status: 204, body: null });
    }
    expect(await statusOf("t1")).toBe("delivered");
    expect(await environment.store.find("audit", { where: {} })).toHaveLength(1);
  });

  it("refuses what the gateway did not sign, and says why in the log alone", async () => {
    for (const signature of ["", "v1,AAAA", signAsService(secret, "r2", now, body)]) {
      const { type: _type, title: _title, ...refusal } = await refusalOf(body, signature);
      expect(refusal).toEqual({ code: "receipt_refused", status: 401 });
    }
    expect(await refusalOf(null)).toMatchObject({ code: "receipt_refused" });
    expect(await statusOf("t1")).toBe("sent");
    expect(log.join()).toContain("receipt_signature_wrong");
    expect(log.join()).not.toContain("g1");
  });

  it("refuses a body that is too large, and everything where no gateway sends receipts", async () => {
    expect(await refusalOf("tooLarge")).toMatchObject({ code: "body_too_large" });
    environment = { ...environment, smsReceipts: null };
    expect(await refusalOf(body)).toMatchObject({ code: "endpoint_unknown" });
  });

  it("answers a failure of another kind with one of its own, so that the gateway sends again", async () => {
    environment = { ...environment, smsReceipts: () => Promise.reject(new TypeError("broken")) };
    expect(await refusalOf(body)).toMatchObject({ code: "server_error", status: 500 });
  });
});
