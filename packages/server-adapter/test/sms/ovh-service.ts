import { createHash } from "node:crypto";
import type { ServerResponse } from "node:http";
import { answerJson, commitFault, receive, type GatewayFault, type ReceivedRequest } from "./fault-plan.ts";
import { listenLocally, type LocalServer } from "./listen-locally.ts";

/** The body of `POST /sms/{serviceName}/jobs`, as far as this server looks. */
interface SmsJob {
  readonly message: string;
  readonly receivers: readonly string[];
  readonly sender: string;
  readonly tag: string;
}

/** A text as OVHcloud keeps it. */
export interface OvhSms {
  readonly id: number;
  readonly message: string;
  readonly receiver: string;
  readonly sender: string;
  readonly tag: string;
  readonly job: SmsJob;
  deliveryReceipt: number;
  ptt: number;
}

/** A server with the shapes, signatures and refusals of OVHcloud's `/sms` 1.0; written from its documentation, apart from the product's code. */
export interface OvhService extends LocalServer {
  /** Every text taken, the oldest first. */
  readonly texts: OvhSms[];
  readonly requests: ReceivedRequest[];
  /** What it does with the next texts; takes them when there is nothing left. */
  readonly faults: GatewayFault[];
  /** What it answers to the next requests of any other kind; by its rules when there is nothing left. */
  readonly lookFaults: GatewayFault[];
  /** Whether texts wait in the queue, where they have no tag, rather than be sent at once. */
  isSlow: boolean;
  credits: number;
  /** Whether the consumer key may read what was sent. */
  mayLook: boolean;
}

export const ovhCredentials = {
  applicationKey: "app-key",
  applicationSecret: "app-secret",
  consumerKey: "consumer-key",
};
export const ovhServiceName = "sms-ab12345-1";
export const ovhSender = "EduConnect";

/** Starts the server by a clock of its own, which may differ from the client's. */
export async function startOvhService(now: () => number, port = 0): Promise<OvhService> {
  const texts: OvhSms[] = [];
  const requests: ReceivedRequest[] = [];
  const faults: GatewayFault[] = [];
  const lookFaults: GatewayFault[] = [];

  const refuse = (response: ServerResponse, status: number, errorCode: string, message: string) =>
    answerJson(response, status, { errorCode, httpCode: `${status}`, message });

  /** The refusal that the request's signature deserves, if any. */
  function findFlaw(request: ReceivedRequest): readonly [number, string, string] | null {
    const { applicationKey, applicationSecret, consumerKey } = ovhCredentials;
    const { method, target, header, body } = request;
    if (header("x-ovh-application") !== applicationKey) return [403, "INVALID_KEY", "Invalid key"];
    if (header("x-ovh-consumer") !== consumerKey) {
      return [403, "INVALID_CREDENTIAL", "This credential is not valid"];
    }
    const timestamp = header("x-ovh-timestamp");
    if (Math.abs(Number(timestamp) - now()) > 60) return [400, "QUERY_TIME_OUT", "Query out of time"];
    const parts = [applicationSecret, consumerKey, method, server.url + target, body, timestamp];
    const signature = `$1$${createHash("sha1").update(parts.join("+")).digest("hex")}`;
    if (header("x-ovh-signature") !== signature) return [400, "INVALID_SIGNATURE", "Invalid signature"];
    return null;
  }

  function takeJob(response: ServerResponse, body: string): void {
    const job: SmsJob = JSON.parse(body);
    const { message, receivers, sender, tag } = job;
    if (sender !== ovhSender) return refuse(response, 400, "INVALID_ARGUMENT", "Sender is not valid");
    if (service.credits < 1) return refuse(response, 403, "FORBIDDEN", "You do not have enough credits");
    commitFault(faults.shift() ?? "take", response, () => {
      const valid = receivers.filter((receiver) => /^\+[1-8]\d{7,14}$/.test(receiver));
      const ids = valid.map((receiver) => {
        const id = 26_929_925 + texts.length;
        texts.push({ id, message, receiver, sender, tag, job, deliveryReceipt: 0, ptt: 1000 });
        return id;
      });
      service.credits -= ids.length;
      return {
        totalCreditsRemoved: ids.length,
        creditsLeft: service.credits,
        ids,
        tag,
        validReceivers: valid,
        invalidReceivers: receivers.filter((receiver) => !valid.includes(receiver)),
      };
    });
  }

  function look(response: ServerResponse, path: string, query: URLSearchParams): void {
    const [, kind, id] = /^\/(outgoing|jobs)(?:\/(\d+))?$/.exec(path) ?? [];
    if (!service.mayLook) return refuse(response, 403, "NOT_GRANTED_CALL", "This call has not been granted");
    const visible = (kind === "jobs") === service.isSlow ? texts : [];
    if (id === undefined) {
      const tag = query.get("tag");
      const found = visible.filter((text) => tag === null || text.tag === tag);
      return answerJson(
        response,
        200,
        found.map((text) => text.id),
      );
    }
    const text = visible.find((one) => one.id === Number(id));
    if (text === undefined) return refuse(response, 404, "NOT_FOUND", "The requested object does not exist");
    const { job: _, tag, ...shown } = text;
    answerJson(response, 200, kind === "jobs" ? shown : { ...shown, tag, creationDatetime: "2027-01-15" });
  }

  const server = await listenLocally(async (incoming, response) => {
    const request = await receive(incoming);
    requests.push(request);
    const { pathname, searchParams } = new URL(request.target, "http://localhost");
    if (pathname === "/1.0/auth/time") return answerJson(response, 200, now());
    const flaw = findFlaw(request);
    if (flaw !== null) return refuse(response, ...flaw);
    const prefix = `/1.0/sms/${ovhServiceName}`;
    if (!pathname.startsWith(prefix)) {
      return refuse(response, 404, "NOT_FOUND", "This service does not exist");
    }
    if (request.method === "POST") return takeJob(response, request.body);
    const fault = lookFaults.shift() ?? "take";
    if (fault === "take") return look(response, pathname.slice(prefix.length), searchParams);
    commitFault(fault, response, () => null);
  }, port);
  const service: OvhService = {
    ...server,
    texts,
    requests,
    faults,
    lookFaults,
    isSlow: false,
    credits: 100,
    mayLook: true,
  };
  return service;
}
