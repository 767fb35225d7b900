import { randomBytes } from "node:crypto";
import { defaultActivationPolicy, type ActivationPolicy } from "@educonnect-activation/core";
import {
  type SmsLimitOptions,
  createOutboxDispatcher,
  systemClock,
  webRandom,
  type Logger,
  type OutboxDispatcher,
  type Store,
  type Vault,
} from "@educonnect-activation/server-adapter";
import { createSmtpMailer } from "@educonnect-activation/server-adapter/delivery/smtp";
import { createWebhookSmsGateway, type WebhookSmsGateway } from "@educonnect-activation/server-adapter/sms";
import { outOfServiceNumber } from "../directory/cast-methods.ts";
import type { DataFolder } from "../data-folder.ts";
import { startMailServer, type MailServer } from "../mail-server/start-mail-server.ts";
import { startOperator, type Operator } from "../operator/start-operator.ts";
import type { Closers } from "./closers.ts";

/** More texts to one number than a deployment allows (3 an hour, 5 a day), so that one person can be tried again and again. */
export const demoSmsLimits = { perNumberAnHour: 30, perNumberADay: 100 } satisfies SmsLimitOptions;

/** The kit's policy, but for the time between two confirmation mails or two codes. @param cooldownSeconds null for the kit's own */
export function createDemoPolicy(cooldownSeconds: number | null): ActivationPolicy {
  if (cooldownSeconds === null) return defaultActivationPolicy;
  const { smsCode, emailSent } = defaultActivationPolicy.sends;
  return {
    ...defaultActivationPolicy,
    sends: {
      smsCode: { ...smsCode, cooldownSeconds },
      emailSent: { ...emailSent, cooldownSeconds },
    },
  };
}

/** What messages travel through. */
interface Delivery {
  readonly outbox: OutboxDispatcher;
  readonly mailServer: MailServer;
  /** Null where no texts are sent. */
  readonly sms: { readonly gateway: WebhookSmsGateway; readonly operator: Operator } | null;
}

/** What the delivery works with. */
interface DeliveryOptions {
  readonly store: Store;
  readonly vault: Vault;
  readonly logger: Logger;
  readonly folder: DataFolder;
  /** Where the operator posts its receipts; null when no texts are sent. */
  readonly receiptsUrl: string | null;
}

const secretBytes = 32;

async function startSms(receiptsUrl: string, path: string, closers: Closers): Promise<Delivery["sms"]> {
  const secret = `whsec_${randomBytes(secretBytes).toString("base64")}`;
  const operator = await startOperator({ path, secret, receiptsUrl, unreachable: [outOfServiceNumber] });
  closers.add(() => operator.stop());
  const gateway = createWebhookSmsGateway({ url: operator.url, secrets: [secret], allowInsecureUrl: true });
  return { gateway, operator };
}

/** Starts the mail server and the mobile operator, each a process of its own, and what empties the outbox into them. */
export async function startDelivery(options: DeliveryOptions, closers: Closers): Promise<Delivery> {
  const { store, vault, logger, folder, receiptsUrl } = options;
  const mailServer = await startMailServer(folder.mails);
  closers.add(() => mailServer.stop());
  const sms = receiptsUrl === null ? null : await startSms(receiptsUrl, folder.texts, closers);
  const mailer = createSmtpMailer({
    host: "127.0.0.1",
    port: mailServer.port,
    encryption: "insecure",
    from: { name: "ÉduConnect", address: "ne-pas-repondre@example.org" },
  });
  closers.add(async () => mailer.close?.());
  const outbox = createOutboxDispatcher({
    store,
    vault,
    mailer,
    ...(sms !== null && { smsGateway: sms.gateway }),
    clock: systemClock,
    random: webRandom,
    logger,
  });
  outbox.start();
  closers.add(() => outbox.stop());
  return { outbox, mailServer, sms };
}
