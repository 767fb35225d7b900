import {
  checkOptions,
  group,
  meeting,
  numberWithin,
  port,
  text,
  trueOrFalse,
} from "../../options/check-options.ts";
import { systemClock, type Clock } from "../../ports/clock.ts";
import { DeliveryError } from "../../ports/delivery-error.ts";
import type { SmsGateway, SmsMessage } from "../../ports/sms-gateway.ts";
import { readGatewayUrl } from "./ask-gateway.ts";
import { createOvhClient, toHex, type OvhClient, type OvhCredentials } from "./ovh-client.ts";
import { readOvhReceipt } from "./ovh-receipt.ts";

const endpoints = {
  "ovh-eu": "https://eu.api.ovh.com/1.0",
  "ovh-ca": "https://ca.api.ovh.com/1.0",
  "ovh-us": "https://api.us.ovhcloud.com/1.0",
} as const;

/**
 * The address of OVHcloud's API and the credentials for it.
 *
 * The application key needs these rights and no others, here for the account `sms-ab12345-1`: `POST /sms/sms-ab12345-1/jobs`, and `GET` of that path,
 * `/sms/sms-ab12345-1/jobs/*`, `/sms/sms-ab12345-1/outgoing` and `/sms/sms-ab12345-1/outgoing/*`.
 */
export interface OvhSmsGatewayOptions extends OvhCredentials {
  /** One of OVHcloud's regions, or the address of another API, with its version. */
  readonly endpoint: keyof typeof endpoints | (string & {});
  /** The SMS account, such as `sms-ab12345-1`. */
  readonly serviceName: string;
  /** The sender that OVHcloud has validated: 1 to 11 letters, digits and spaces with at least one letter, or a number in E.164. */
  readonly sender: string;
  /** How long one message may take, with all its requests: 30 s by default, 0.1 to 600. Keep it below the dispatcher's limit. */
  readonly timeoutSeconds?: number;
  readonly clock?: Clock;
  /** Accepts plain HTTP to the loopback, for development. */
  readonly allowInsecureUrl?: boolean;
}

/** A gateway that has to be asked for receipts. */
export type OvhSmsGateway = SmsGateway & Required<Pick<SmsGateway, "readReceipt">>;

const key = text("a key of the API", /^[\x21-\x7e]{1,255}$/);

const optionsSchema = group<OvhSmsGatewayOptions>({
  endpoint: text("a region, or an address", /\S/),
  applicationKey: key,
  applicationSecret: key,
  consumerKey: key,
  serviceName: text("an SMS account such as sms-ab12345-1", /^[\w.-]+$/),
  sender: meeting("must be 1 to 11 letters, digits and spaces, or a number", isSender),
  timeoutSeconds: numberWithin(0.1, 600).optional(),
  clock: port<Clock>("now").optional(),
  allowInsecureUrl: trueOrFalse.optional(),
});

/** The longest and the shortest time for which the API keeps an SMS, in minutes. */
const longestValidityMinutes = 2880;
const shortestValidityMinutes = 1;
/** How many SMS that wait at OVHcloud are compared with one that may be among them. */
const mostPendingCompared = 20;

/**
 * Creates a gateway that sends through OVHcloud's SMS API (`/sms`, version 1.0), without the STOP clause of advertisements, which would also
 * keep SMS from leaving at night.
 *
 * The API has no idempotency key. Each SMS carries a tag made from its id. Every attempt but the first looks for that tag among the sent
 * SMS, then for the words among the waiting ones, and sends only if it finds neither or may not look.
 *
 * Temporary failures (408, 425, 429, 5xx, silence, an empty account) are retryable. Refused credentials, senders and receivers are final.
 *
 * @throws TypeError naming the option that is missing, unknown or cannot be right
 */
export function createOvhSmsGateway(options: OvhSmsGatewayOptions): OvhSmsGateway {
  checkOptions(optionsSchema, options);
  const { endpoint, serviceName, sender, timeoutSeconds = 30, clock = systemClock } = options;
  const { allowInsecureUrl = false } = options;
  const address = isRegion(endpoint) ? endpoints[endpoint] : endpoint;
  const baseUrl = readGatewayUrl("endpoint", address, allowInsecureUrl).href.replace(/\/+$/, "");
  const service = `/sms/${serviceName}`;
  const client = createOvhClient(baseUrl, options, clock);
  const deadline = () => AbortSignal.timeout(Math.ceil(timeoutSeconds * 1000));

  return {
    async send(message) {
      const signal = deadline();
      const tag = await tagOf(message.messageId);
      if (message.attempt > 1) {
        const earlier = await findEarlier(client, service, message, tag, signal);
        if (earlier !== null) return { gatewayId: earlier };
      }
      const minutes = Math.ceil((message.expiresAt - clock.now()) / 60);
      const report = await client.call(
        "POST",
        `${service}/jobs`,
        {
          message: message.text,
          receivers: [message.to],
          sender,
          noStopClause: true,
          priority: "high",
          validityPeriod: Math.max(shortestValidityMinutes, Math.min(longestValidityMinutes, minutes)),
          charset: "UTF-8",
          tag,
        },
        signal,
      );
      return { gatewayId: readReport(report) };
    },

    async readReceipt(gatewayId) {
      if (!/^\d{1,20}$/.test(gatewayId)) throw new DeliveryError("ovh_id_malformed", false);
      const outgoing = await client
        .call("GET", `${service}/outgoing/${gatewayId}`, null, deadline())
        .catch(unless("ovh_404"));
      return isRecord(outgoing) ? readOvhReceipt(gatewayId, outgoing) : null;
    },
  };
}

const isRegion = (endpoint: string): endpoint is keyof typeof endpoints => Object.hasOwn(endpoints, endpoint);

function isSender(sender: unknown): boolean {
  if (typeof sender !== "string") return false;
  return /^\+?\d{4,15}$/.test(sender) || (/^[A-Za-z0-9 ]{1,11}$/.test(sender) && /[A-Za-z]/.test(sender));
}

/** Makes a tag of 80 bits of the id's digest in hexadecimal, because the API does not document a tag's length and characters. */
async function tagOf(messageId: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(messageId));
  return toHex(digest).slice(0, 20);
}

/** Finds the SMS that an earlier attempt has left at OVHcloud; null when there is none, or when the credentials do not allow looking. */
async function findEarlier(
  client: OvhClient,
  service: string,
  { to, text }: SmsMessage,
  tag: string,
  signal: AbortSignal,
): Promise<string | null> {
  // Where the credentials may send but not look, an SMS that arrives twice is better than one that never arrives.
  const look = (path: string) =>
    client.call("GET", service + path, null, signal).catch(unless("ovh_404", "ovh_credentials"));
  const sent = readIds(await look(`/outgoing?tag=${tag}`));
  if (sent[0] !== undefined) return sent[0];
  const pending = readIds(await look("/jobs"));
  for (const id of pending.slice(-mostPendingCompared)) {
    // A waiting job does not report its tag, but the words differ by their code.
    const job = await look(`/jobs/${id}`);
    if (isRecord(job) && job["message"] === text && isSameNumber(job["receiver"], to)) return id;
  }
  return null;
}

/** Turns a refusal for one of these reasons into null. */
function unless(...reasons: readonly string[]): (error: unknown) => null {
  return (error) => {
    if (error instanceof DeliveryError && reasons.includes(error.reason)) return null;
    throw error;
  };
}

/** OVHcloud writes numbers with `+` or with `00`. */
function isSameNumber(value: unknown, to: string): boolean {
  return typeof value === "string" && value.replace(/^00/, "+") === to;
}

/** Reads the id of the SMS from an `sms.SmsSendingReport`; null when there is none, because the SMS was accepted all the same. */
function readReport(report: unknown): string | null {
  if (!isRecord(report)) return null;
  const { validReceivers, ids } = report;
  if (Array.isArray(validReceivers) && validReceivers.length === 0) {
    throw new DeliveryError("ovh_receiver_refused", false);
  }
  return readIds(ids)[0] ?? null;
}

/** Reads ids, which are whole numbers in the API and text here. */
function readIds(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((id) => Number.isSafeInteger(id)).map(String) : [];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
