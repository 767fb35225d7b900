import { Webhook } from "standardwebhooks";
import { afterEach, describe, expect, it } from "vitest";
import { systemClock, type Clock } from "../../ports/clock.ts";
import type { GatewayFault } from "../../../test/sms/fault-plan.ts";
import { listenLocally } from "../../../test/sms/listen-locally.ts";
import { signAsService, startWebhookService } from "../../../test/sms/webhook-service.ts";
import { createWebhookSmsGateway, type WebhookSmsGatewayOptions } from "./webhook-gateway.ts";

const secretOf = (byte: number, length = 32) => `whsec_${Buffer.alloc(length, byte).toString("base64")}`;
const secret = secretOf(1);
const now = 1_800_000_000;
const clock = { now: () => now };
const message = {
  to: "+262692123456",
  text: "12345678 est votre code. Élève & œuvre\n\n@ent.example #12345678",
  messageId: "aB-9_x",
  attempt: 1,
  expiresAt: now + 1800,
};
const closing: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function start(secrets: readonly string[] = [secret], by: Clock = clock) {
  const service = await startWebhookService(secrets, () => by.now());
  closing.push(() => service.close());
  return service;
}

function connect(url: string, options: Partial<WebhookSmsGatewayOptions> = {}) {
  return createWebhookSmsGateway({
    url: `${url}/texts?from=kit`,
    secrets: [secret],
    clock,
    allowInsecureUrl: true,
    ...options,
  });
}

describe("sending through a signed webhook", () => {
  it("posts the SMS, signed, with the same id each time", async () => {
    const service = await start();
    const gateway = connect(service.url);
    const taken = await gateway.send(message);
    expect(await gateway.send({ ...message, attempt: 2 })).toEqual(taken);
    expect(taken).toEqual({ gatewayId: "service-aB-9_x" });
    const { to, text, expiresAt } = message;
    expect([...service.texts]).toEqual([["aB-9_x", { to, text, expiresAt }]]);
    expect(service.requests.map(({ method, target }) => `${method} ${target}`)).toEqual(
      Array(2).fill("POST /texts?from=kit"),
    );
    expect(service.requests[0]?.header("content-type")).toBe("application/json");
  });

  it("makes signatures that the published library accepts", async () => {
    const service = await start([secret], systemClock);
    await connect(service.url, { clock: systemClock }).send(message);
    const [request] = service.requests;
    if (request === undefined) throw new Error("nothing was sent");
    const headers = Object.fromEntries(
      ["webhook-id", "webhook-timestamp", "webhook-signature"].map((name) => [name, request.header(name)]),
    );
    expect(new Webhook(secret).verify(request.body, headers)).toMatchObject({ id: message.messageId });
    expect(() => new Webhook(secretOf(2)).verify(request.body, headers)).toThrow("signature");
  });

  it("signs with both secrets during a change of secrets", async () => {
    const service = await start([secretOf(2)]);
    const gateway = connect(service.url, { secrets: [secret, secretOf(2)] });
    await gateway.send(message);
    service.secrets = [secret];
    await gateway.send(message);
    await expect(connect(service.url, { secrets: [secretOf(3)] }).send(message)).rejects.toMatchObject({
      retryable: false,
      reason: "webhook_401",
    });
  });

  it.each<[GatewayFault, string, boolean, number | null]>([
    [{ status: 500 }, "webhook_500", true, null],
    [{ status: 503, headers: { "retry-after": "120" } }, "webhook_503", true, 120],
    [{ status: 429, headers: { "retry-after": "Wed, 21 Oct 2026 07:28:00 GMT" } }, "webhook_429", true, null],
    [{ status: 408 }, "webhook_408", true, null],
    [{ status: 425 }, "webhook_425", true, null],
    [{ status: 400 }, "webhook_400", false, null],
    [{ status: 403 }, "webhook_403", false, null],
    [{ status: 410 }, "webhook_410", false, null],
    ["hangUp", "webhook_unreachable", true, null],
    ["takeSilently", "webhook_timeout", true, null],
  ])("takes %j for %s, retryable: %s", async (fault, reason, retryable, retryAfterSeconds) => {
    const service = await start();
    service.faults.push(fault);
    const gateway = connect(service.url, { timeoutSeconds: 0.2 });
    const failure = gateway.send(message);
    await expect(failure).rejects.toMatchObject({ reason, retryable, retryAfterSeconds });
    await expect(failure).rejects.not.toThrow(message.to);
    await gateway.send({ ...message, attempt: 2 });
    expect(service.texts.size).toBe(1);
  });

  it("follows no redirection", async () => {
    const service = await start();
    for (const status of [301, 307, 308]) {
      service.faults.push({ status, headers: { location: `${service.url}/elsewhere` } });
      await expect(connect(service.url).send(message)).rejects.toMatchObject({
        retryable: false,
        reason: `webhook_${status}`,
      });
    }
    expect(service.requests).toHaveLength(3);
    expect(service.texts.size).toBe(0);
  });

  it.each([
    ["nothing", ""],
    ["no JSON", "taken"],
    ["no id", "{}"],
    ["an id that is none", '{"id": 7}'],
    ["an id of two lines", '{"id": "a\\nb"}'],
    ["an id that is too long", JSON.stringify({ id: "x".repeat(257) })],
    ["a flood", JSON.stringify({ id: "x", padding: "x".repeat(100_000) })],
    ["bytes that are no text", Buffer.from([0x22, 0xff, 0x22]).toString("latin1")],
  ])("names the text by our id when the answer holds %s", async (_, body) => {
    const service = await start();
    service.faults.push({ status: 202, body });
    expect(await connect(service.url).send(message)).toEqual({ gatewayId: message.messageId });
  });

  it("counts an SMS as accepted although the answer breaks off or never ends", async () => {
    const server = await listenLocally(async (_, response) => {
      response.writeHead(200, { "content-length": "100" });
      response.write('{"id"');
    });
    closing.push(() => server.close());
    const gateway = connect(server.url, { timeoutSeconds: 0.2 });
    expect(await gateway.send(message)).toEqual({ gatewayId: message.messageId });
  });

  it("is retryable while the service is unreachable", async () => {
    const service = await start();
    await service.close();
    closing.length = 0;
    await expect(connect(service.url).send(message)).rejects.toMatchObject({
      reason: "webhook_unreachable",
      retryable: true,
    });
  });

  it.each<[string, object]>([
    ["url", { url: undefined }],
    ["url", { url: 3 }],
    ["url", { url: "ftp://sms.example/" }],
    ["secrets", { secrets: undefined }],
    ["secrets", { secrets: secret }],
    ["secrets", { secrets: [] }],
    ["secrets", { secrets: [secret, 3] }],
    ["secrets", { secrets: [undefined] }],
    ["receiptSecrets", { receiptSecrets: secret }],
    ["receiptSecrets", { receiptSecrets: ["whsec_AAAA"] }],
    ["timeoutSeconds", { timeoutSeconds: Number.NaN }],
    ["timeoutSeconds", { timeoutSeconds: 0 }],
    ["timeoutSeconds", { timeoutSeconds: "15" }],
    ["toleranceSeconds", { toleranceSeconds: Number.POSITIVE_INFINITY }],
    ["toleranceSeconds", { toleranceSeconds: 0 }],
    ["clock", { clock: {} }],
    ["allowInsecureUrl", { allowInsecureUrl: "no" }],
    ["timeout is not an option; did you mean timeoutSeconds?", { timeout: 3 }],
  ])("is not created when %s can't be right, and says so: %j", (name, options) => {
    const given = { url: "https://sms.example/", secrets: [secret], ...options };
    const create = () => Reflect.apply(createWebhookSmsGateway, null, [given]);
    expect(create).toThrow(TypeError);
    expect(create).toThrow(name);
    expect(create).not.toThrow(secret);
  });

  it.each([
    "http://sms.example/",
    "http://127.0.0.1.example/",
    "https://user:password@sms.example/",
    "https://sms.example/#there",
    "ftp://sms.example/",
    "sms.example",
    "",
  ])("is not created for %j", (url) => {
    expect(() => createWebhookSmsGateway({ url, secrets: [secret], allowInsecureUrl: true })).toThrow(
      TypeError,
    );
  });

  it("refuses plain HTTP to the loopback unless an option allows it", () => {
    const url = "http://localhost:8080/";
    expect(() => createWebhookSmsGateway({ url, secrets: [secret] })).toThrow(TypeError);
    expect(() => createWebhookSmsGateway({ url, secrets: [secret], allowInsecureUrl: true })).not.toThrow();
  });

  it.each([
    [],
    [""],
    ["whsec_"],
    [secret.slice(6)],
    [secretOf(1, 23)],
    [secretOf(1, 65)],
    [secret, "whsec_?"],
    [`${secret} `],
  ])("is not created with secrets %j %j", (...secrets) => {
    const url = "https://sms.example/";
    expect(() => createWebhookSmsGateway({ url, secrets })).toThrow(TypeError);
  });
});

describe("receipts through a signed webhook", () => {
  const receipts = [
    { id: "a", status: "delivered" },
    { id: "b", status: "failed", reason: "subscriber_absent" },
    { id: "c", status: "pending" },
  ];
  const body = JSON.stringify({ receipts });
  const gateway = (options: Partial<WebhookSmsGatewayOptions> = {}) =>
    createWebhookSmsGateway({ url: "https://sms.example/", secrets: [secret], clock, ...options });

  function request(text: string, changes: Readonly<Record<string, string | null>> = {}) {
    const headers = new Map(
      Object.entries({
        "webhook-id": "r1",
        "webhook-timestamp": String(now),
        "webhook-signature": signAsService(secret, "r1", now, text),
        ...changes,
      }).flatMap(([name, value]) => (value === null ? [] : [[name, value] as const])),
    );
    return { headers, body: new TextEncoder().encode(text) };
  }

  it("reads several at once, and leaves out pending ones", async () => {
    expect(await gateway().parseReceipts(request(body))).toEqual([
      { gatewayId: "a", status: "delivered", reason: null },
      { gatewayId: "b", status: "failed", reason: "subscriber_absent" },
    ]);
    expect(await gateway().parseReceipts(request('{"receipts":[]}'))).toEqual([]);
  });

  it("accepts signatures that the published library makes", async () => {
    const at = new Date();
    const signature = new Webhook(secret).sign("r1", at, body);
    const signed = request(body, {
      "webhook-timestamp": String(Math.floor(at.getTime() / 1000)),
      "webhook-signature": signature,
    });
    expect(await gateway({ clock: systemClock }).parseReceipts(signed)).toHaveLength(2);
  });

  it("accepts either secret during a change of secrets, or the gateway's own", async () => {
    const other = secretOf(2);
    const byOther = request(body, { "webhook-signature": signAsService(other, "r1", now, body) });
    expect(await gateway({ secrets: [secret, other] }).parseReceipts(byOther)).toHaveLength(2);
    expect(await gateway({ receiptSecrets: [other] }).parseReceipts(byOther)).toHaveLength(2);
    await expect(gateway({ receiptSecrets: [other] }).parseReceipts(request(body))).rejects.toMatchObject({
      reason: "receipt_signature_wrong",
    });
    const byBoth = `v1,AAAA v1a,xyz ${signAsService(other, "r1", now, body)}`;
    expect(
      await gateway({ secrets: [other] }).parseReceipts(request(body, { "webhook-signature": byBoth })),
    ).toHaveLength(2);
  });

  const otherSignature = signAsService(secretOf(2), "r1", now, body);
  it.each<[string, Readonly<Record<string, string | null>>, string]>([
    ["no id", { "webhook-id": null }, "receipt_unsigned"],
    ["no timestamp", { "webhook-timestamp": null }, "receipt_unsigned"],
    ["no signature", { "webhook-signature": null }, "receipt_unsigned"],
    ["an empty signature", { "webhook-signature": "" }, "receipt_signature_wrong"],
    ["another's signature", { "webhook-signature": otherSignature }, "receipt_signature_wrong"],
    ["another version's signature", { "webhook-signature": "v1a,AAAA" }, "receipt_signature_wrong"],
    ["the signature of another id", { "webhook-id": "r2" }, "receipt_signature_wrong"],
    ["the signature of another time", { "webhook-timestamp": String(now + 1) }, "receipt_signature_wrong"],
    ["an id with a full stop", { "webhook-id": "r1.1800000000" }, "receipt_unsigned"],
    ["a time that is no number", { "webhook-timestamp": "soon" }, "receipt_unsigned"],
    ["a time with a sign", { "webhook-timestamp": `+${now}` }, "receipt_unsigned"],
  ])("are refused with %s (ASVS 11.2.4)", async (_, changes, reason) => {
    await expect(gateway().parseReceipts(request(body, changes))).rejects.toMatchObject({
      code: "receipt_refused",
      reason,
    });
  });

  it("are refused when a byte of the body was changed", async () => {
    const { headers } = request(body);
    for (const text of [body.replace("failed", "feiled"), `${body} `, ""]) {
      const changed = { headers, body: new TextEncoder().encode(text) };
      await expect(gateway().parseReceipts(changed)).rejects.toMatchObject({
        reason: "receipt_signature_wrong",
      });
    }
  });

  it("are refused when they were signed more than five minutes ago, or in the future", async () => {
    for (const age of [-301, 301]) {
      const at = now - age;
      const old = request(body, {
        "webhook-timestamp": String(at),
        "webhook-signature": signAsService(secret, "r1", at, body),
      });
      await expect(gateway().parseReceipts(old)).rejects.toMatchObject({ reason: "receipt_too_old" });
      const clockThen = { now: () => at + Math.sign(age) * 300 };
      expect(await gateway({ clock: clockThen }).parseReceipts(old)).toHaveLength(2);
    }
  });

  it("are refused when they are our own requests sent back", async () => {
    const service = await start();
    await connect(service.url).send(message);
    const [sent] = service.requests;
    if (sent === undefined) throw new Error("nothing was sent");
    const reflected = request(sent.body, {
      "webhook-id": sent.header("webhook-id"),
      "webhook-signature": sent.header("webhook-signature"),
    });
    await expect(gateway().parseReceipts(reflected)).rejects.toMatchObject({ reason: "receipt_malformed" });
  });

  it.each([
    "",
    "null",
    "[]",
    "{}",
    '{"receipts":{}}',
    '{"receipts":[null]}',
    '{"receipts":[{"id":"a"}]}',
    '{"receipts":[{"id":"a","status":"read"}]}',
    '{"receipts":[{"id":7,"status":"failed"}]}',
    '{"receipts":[{"id":"","status":"failed"}]}',
    '{"receipts":[{"id":"a b","status":"failed"}]}',
    '{"receipts":[],"receipts":[{"id":"a","status":"delivered"}]}',
    '{"receipts":[{"id":"a","status":"failed","status":"delivered"}]}',
    '{"receipts":[],"__proto__":{}}',
    '{"receipts":[{"id":"a","status":"failed","reason":"\\u0000"}]}',
    '\uFEFF{"receipts":[]}',
    `{"receipts":[],"more":${"[".repeat(20)}${"]".repeat(20)}}`,
    JSON.stringify({ receipts: Array.from({ length: 101 }, () => ({ id: "a", status: "failed" })) }),
    JSON.stringify({ receipts: [{ id: "x".repeat(257), status: "failed" }] }),
  ])("are refused when they read %.60j", async (text) => {
    await expect(gateway().parseReceipts(request(text))).rejects.toMatchObject({
      reason: "receipt_malformed",
    });
  });

  it.each([
    [undefined, null],
    [null, null],
    ["network_failure", "network_failure"],
    ["Numéro +33612345678 inconnu", "other"],
    ["number_33612345678", "other"],
    ["x".repeat(41), "other"],
    [7, "other"],
  ])("keep the reason %j as %j, never what might be personal (ASVS 16.2.5)", async (reason, kept) => {
    const text = JSON.stringify({ receipts: [{ id: "a", status: "failed", reason }] });
    expect(await gateway().parseReceipts(request(text))).toEqual([
      { gatewayId: "a", status: "failed", reason: kept },
    ]);
  });
});
