import { afterEach, describe, expect, it } from "vitest";
import { createOvhSmsGateway } from "../../src/delivery/sms/ovh-gateway.ts";
import { createWebhookSmsGateway } from "../../src/delivery/sms/webhook-gateway.ts";
import type { GatewayFault } from "./fault-plan.ts";
import { ovhCredentials, ovhSender, ovhServiceName, startOvhService } from "./ovh-service.ts";
import {
  smsGatewayContract,
  type SmsGatewayUnderTest,
  type SmsTrouble,
} from "../../src/testing/sms-gateway-contract.ts";
import { startWebhookService } from "./webhook-service.ts";

const now = 1_800_000_000;
const secret = `whsec_${Buffer.alloc(32, 1).toString("base64")}`;
const common = { clock: { now: () => now }, timeoutSeconds: 5, allowInsecureUrl: true };
const faults: Readonly<Record<SmsTrouble, GatewayFault>> = {
  answerLost: "takeAndHangUp",
  busy: { status: 503 },
  refused: { status: 400 },
};

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function openWebhook(): Promise<SmsGatewayUnderTest> {
  const service = await startWebhookService([secret], () => now);
  closing.push(() => service.close());
  return {
    gateway: createWebhookSmsGateway({ ...common, url: service.url, secrets: [secret] }),
    countTexts: () => service.texts.size,
    causeTrouble: (trouble) => void service.faults.push(faults[trouble]),
    now,
  };
}

async function openOvh(isSlow: boolean): Promise<SmsGatewayUnderTest> {
  const service = await startOvhService(() => now + 7200);
  closing.push(() => service.close());
  service.isSlow = isSlow;
  return {
    gateway: createOvhSmsGateway({
      ...common,
      ...ovhCredentials,
      endpoint: `${service.url}/1.0`,
      serviceName: ovhServiceName,
      sender: ovhSender,
    }),
    countTexts: () => service.texts.length,
    causeTrouble: (trouble) => void service.faults.push(faults[trouble]),
    now,
  };
}

describe.each([
  ["a webhook", openWebhook],
  ["OVHcloud", () => openOvh(false)],
  ["OVHcloud, while texts wait there", () => openOvh(true)],
])("the contract of gateways: %s", (_, open) => {
  it.each(smsGatewayContract)("$name", async ({ run }) => {
    await expect(run(await open())).resolves.toBeUndefined();
  });
});
