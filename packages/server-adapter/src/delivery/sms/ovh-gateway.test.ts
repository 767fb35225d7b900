import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { GatewayFault } from "../../../test/sms/fault-plan.ts";
import {
  ovhCredentials,
  ovhSender,
  ovhServiceName,
  startOvhService,
  type OvhService,
} from "../../../test/sms/ovh-service.ts";
import { createOvhSmsGateway, type OvhSmsGatewayOptions } from "./ovh-gateway.ts";

const now = 1_800_000_000;
const message = {
  to: "+262692123456",
  text: "12345678 est votre code. Élève & œuvre\n\n@ent.example #12345678",
  messageId: "aB-9_x",
  attempt: 1,
  expiresAt: now + 1790,
};

let ovh: OvhService;
/** How far OVHcloud's clock is ahead of ours. */
let ahead = 0;

beforeEach(async () => {
  ahead = 0;
  ovh = await startOvhService(() => now + ahead);
});
afterEach(() => ovh.close());

function connect(options: Partial<OvhSmsGatewayOptions> = {}) {
  return createOvhSmsGateway({
    endpoint: `${ovh.url}/1.0`,
    ...ovhCredentials,
    serviceName: ovhServiceName,
    sender: ovhSender,
    clock: { now: () => now },
    allowInsecureUrl: true,
    ...options,
  });
}

const asked = () => ovh.requests.map(({ method, target }) => `${method} ${target.replace("/1.0", "")}`);
const jobs = `/sms/${ovhServiceName}/jobs`;
const outgoing = `/sms/${ovhServiceName}/outgoing`;

describe("sending through OVHcloud", () => {
  it("asks for the time once, then posts each SMS signed", async () => {
    const gateway = connect();
    expect(await gateway.send(message)).toEqual({ gatewayId: "26929925" });
    expect(await gateway.send({ ...message, messageId: "b" })).toEqual({ gatewayId: "26929926" });
    expect(asked()).toEqual(["GET /auth/time", `POST ${jobs}`, `POST ${jobs}`]);
    const [first, second] = ovh.texts;
    expect(first?.job).toEqual({
      message: message.text,
      receivers: [message.to],
      sender: ovhSender,
      noStopClause: true,
      priority: "high",
      validityPeriod: 30,
      charset: "UTF-8",
      tag: expect.stringMatching(/^[0-9a-f]{20}$/),
    });
    expect(second?.tag).not.toBe(first?.tag);
  });

  it.each([
    [now - 60, 1],
    [now + 1, 1],
    [now + 30 * 86_400, 2880],
  ])("lets a text that expires at %d wait for %d minutes", async (expiresAt, minutes) => {
    await connect().send({ ...message, expiresAt });
    expect(ovh.texts[0]?.job).toMatchObject({ validityPeriod: minutes });
  });

  it.each([-7200, 7200])("signs by OVHcloud's clock, %d s from ours", async (difference) => {
    ahead = difference;
    await connect().send(message);
    expect(ovh.texts).toHaveLength(1);
  });

  it("asks for the time once for many SMS at once, and again after no answer", async () => {
    const gateway = connect();
    const port = Number(new URL(ovh.url).port);
    await ovh.close();
    const send = (index: number) => gateway.send({ ...message, messageId: `m${index}` });
    const first = await Promise.allSettled([send(0), send(1)]);
    expect(first.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    ovh = await startOvhService(() => now, port);
    await Promise.all([2, 3, 4, 5].map(send));
    expect(asked().filter((request) => request === "GET /auth/time")).toHaveLength(1);
    expect(ovh.texts).toHaveLength(4);
  });

  it("asks for the time again when a timestamp is refused, and sends once", async () => {
    const gateway = connect();
    await gateway.send(message);
    ahead = 3600;
    await gateway.send({ ...message, messageId: "b" });
    expect(asked().slice(2)).toEqual([`POST ${jobs}`, "GET /auth/time", `POST ${jobs}`]);
    expect(ovh.texts).toHaveLength(2);
  });

  it.each<[Partial<OvhSmsGatewayOptions>, string]>([
    [{ applicationKey: "other" }, "ovh_credentials"],
    [{ applicationSecret: "other" }, "ovh_credentials"],
    [{ consumerKey: "other" }, "ovh_credentials"],
    [{ serviceName: "sms-zz99999-9" }, "ovh_404"],
    [{ sender: "Autre" }, "ovh_400"],
  ])("is refused for good with %j", async (options, reason) => {
    await expect(connect(options).send(message)).rejects.toMatchObject({ retryable: false, reason });
    expect(ovh.texts).toEqual([]);
  });

  it("is refused for good for a number that OVHcloud rejects, and does not reveal the number", async () => {
    const to = "+999612345678";
    const failure = connect().send({ ...message, to });
    await expect(failure).rejects.toMatchObject({ retryable: false, reason: "ovh_receiver_refused" });
    await expect(failure).rejects.not.toThrow(to);
  });

  it("waits for credits", async () => {
    const gateway = connect();
    ovh.credits = 0;
    await expect(gateway.send(message)).rejects.toMatchObject({ retryable: true, reason: "ovh_credits" });
    ovh.credits = 1;
    await gateway.send({ ...message, attempt: 2 });
    expect(ovh.texts).toHaveLength(1);
  });

  it.each<[GatewayFault, string, boolean, number | null]>([
    [{ status: 500 }, "ovh_500", true, null],
    [{ status: 503, headers: { "retry-after": "60" } }, "ovh_503", true, 60],
    [{ status: 429 }, "ovh_429", true, null],
    [{ status: 400, body: '{"message":"Invalid sms"}' }, "ovh_400", false, null],
    [{ status: 301, headers: { location: "/elsewhere" } }, "ovh_301", false, null],
    ["hangUp", "ovh_unreachable", true, null],
    ["takeAndHangUp", "ovh_unreachable", true, null],
    ["takeSilently", "ovh_timeout", true, null],
  ])("takes %j for %s, retryable: %s, and then sends once", async (fault, reason, retryable, wait) => {
    const gateway = connect({ timeoutSeconds: 0.3 });
    ovh.faults.push(fault);
    await expect(gateway.send(message)).rejects.toMatchObject({
      reason,
      retryable,
      retryAfterSeconds: wait,
    });
    expect(await gateway.send({ ...message, attempt: 2 })).toEqual({ gatewayId: "26929925" });
    expect(ovh.texts).toHaveLength(1);
  });

  it.each(["takeAndHangUp", "takeSilently"] as const)(
    "finds a text that still waits at OVHcloud after %s",
    async (fault) => {
      const gateway = connect({ timeoutSeconds: 0.3 });
      ovh.isSlow = true;
      await gateway.send({ ...message, messageId: "before", text: "un autre code" });
      ovh.faults.push(fault);
      await expect(gateway.send(message)).rejects.toMatchObject({ retryable: true });
      expect(await gateway.send({ ...message, attempt: 2 })).toEqual({ gatewayId: "26929926" });
      expect(ovh.texts).toHaveLength(2);
    },
  );

  it("does not mistake another SMS for the one it looks for", async () => {
    const gateway = connect();
    for (const isSlow of [true, false]) {
      ovh.isSlow = isSlow;
      const before = ovh.texts.length;
      await gateway.send({ ...message, messageId: `other-${isSlow}`, to: "+33612345678" });
      await gateway.send({ ...message, messageId: `mine-${isSlow}`, attempt: 2 });
      expect(ovh.texts).toHaveLength(before + 2);
    }
  });

  it("does not send while it cannot check whether it already has", async () => {
    ovh.lookFaults.push({ status: 500 });
    await expect(connect().send({ ...message, attempt: 2 })).rejects.toMatchObject({ reason: "ovh_500" });
    expect(ovh.texts).toEqual([]);
  });

  it("sends with credentials that may only send", async () => {
    ovh.mayLook = false;
    await connect().send({ ...message, attempt: 2 });
    expect(ovh.texts).toHaveLength(1);
  });

  it.each(["", "taken", "null", "[]", '{"ids":["x"]}', "{}"])(
    "takes a text for taken, without a name, when the answer is %j",
    async (body) => {
      ovh.faults.push({ status: 200, body });
      expect(await connect().send(message)).toEqual({ gatewayId: null });
    },
  );

  it("is retryable while OVHcloud is unreachable", async () => {
    const gateway = connect();
    const port = Number(new URL(ovh.url).port);
    await ovh.close();
    await expect(gateway.send(message)).rejects.toMatchObject({
      reason: "ovh_unreachable",
      retryable: true,
    });
    ovh = await startOvhService(() => now, port);
    await gateway.send({ ...message, attempt: 2 });
    expect(ovh.texts).toHaveLength(1);
  });

  it.each<Partial<OvhSmsGatewayOptions>>([
    { endpoint: "http://eu.api.ovh.com/1.0" },
    { endpoint: "ovh-mars" },
    { endpoint: "toString" },
    { serviceName: "" },
    { serviceName: "sms/../me" },
    { sender: "" },
    { sender: "EduConnect kit" },
    { sender: "Édu" },
    { sender: "123" },
  ])("is not created with %j", (options) => {
    expect(() => connect(options)).toThrow(TypeError);
  });

  it.each<[string, unknown]>([
    ...["applicationKey", "applicationSecret", "consumerKey"].flatMap((name) =>
      ["", undefined, null, "a key", 3].map((value): [string, unknown] => [name, value]),
    ),
    ["endpoint", undefined],
    ["endpoint", "ovh-mars"],
    ["serviceName", ""],
    ["serviceName", undefined],
    ["serviceName", null],
    ["sender", undefined],
    ["sender", ""],
    ["sender", 36_00],
    ["timeoutSeconds", 0],
    ["timeoutSeconds", "x"],
    ["timeoutSeconds", -3],
    ["timeoutSeconds", Number.NaN],
    ["clock", {}],
    ["allowInsecureUrl", 1],
  ])("names the option %s when it is %j", (name, value) => {
    const right = { endpoint: "ovh-eu", ...ovhCredentials, serviceName: ovhServiceName, sender: ovhSender };
    const create = () => Reflect.apply(createOvhSmsGateway, null, [{ ...right, [name]: value }]);
    expect(create).toThrow(TypeError);
    expect(create).toThrow(`option ${name}`);
  });

  it("suggests the option that an unknown one is nearest to", () => {
    const right = { endpoint: "ovh-eu", ...ovhCredentials, serviceName: ovhServiceName, sender: ovhSender };
    const create = () => Reflect.apply(createOvhSmsGateway, null, [{ ...right, consumerkey: "x" }]);
    expect(create).toThrow(new TypeError("consumerkey is not an option; did you mean consumerKey?"));
  });

  it.each(["ovh-eu", "ovh-ca", "ovh-us"])("knows the region %s", (endpoint) => {
    expect(() => connect({ endpoint, allowInsecureUrl: false })).not.toThrow();
  });
});

describe("asking OVHcloud for receipts", () => {
  it.each([
    [0, 1000, null, null],
    [0, 3, null, null],
    [4, 1, null, null],
    [8, 2, null, null],
    [1, 4, "delivered", null],
    [1, 1000, "delivered", null],
    [4, 4, "delivered", null],
    [2, 24, "failed", "subscriber_absent"],
    [2, 999, "failed", "other"],
    [16, 1000, "failed", "other"],
    [0, 23, "failed", "number_refused"],
    [4, 8, "failed", "expired"],
  ])("reads deliveryReceipt %d with ptt %d as %s, %s", async (deliveryReceipt, ptt, status, reason) => {
    const gateway = connect();
    const { gatewayId } = await gateway.send(message);
    if (gatewayId === null) throw new Error("the text has no name");
    Object.assign(ovh.texts[0] ?? {}, { deliveryReceipt, ptt });
    expect(await gateway.readReceipt(gatewayId)).toEqual(
      status === null ? null : { gatewayId, status, reason },
    );
    expect(asked().at(-1)).toBe(`GET ${outgoing}/${gatewayId}`);
  });

  it("has no receipt of an SMS that still waits", async () => {
    const gateway = connect();
    ovh.isSlow = true;
    const { gatewayId } = await gateway.send(message);
    expect(await gateway.readReceipt(String(gatewayId))).toBeNull();
  });

  it("distinguishes a temporary failure from a refusal", async () => {
    const gateway = connect();
    ovh.lookFaults.push({ status: 502 }, { status: 200, body: "?" });
    await expect(gateway.readReceipt("1")).rejects.toMatchObject({ retryable: true, reason: "ovh_502" });
    expect(await gateway.readReceipt("1")).toBeNull();
    ovh.mayLook = false;
    await expect(gateway.readReceipt("1")).rejects.toMatchObject({
      retryable: false,
      reason: "ovh_credentials",
    });
    await expect(gateway.readReceipt("../me")).rejects.toMatchObject({ retryable: false });
  });
});
