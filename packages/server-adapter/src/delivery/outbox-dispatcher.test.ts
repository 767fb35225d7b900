import { beforeEach, describe, expect, it } from "vitest";
import { nodeCryptoEngine } from "../node/node-crypto-engine.ts";
import { DeliveryError } from "../ports/delivery-error.ts";
import type { Mail } from "../ports/mailer.ts";
import { webRandom } from "../ports/random.ts";
import type { SmsMessage } from "../ports/sms-gateway.ts";
import { StoreUnavailableError } from "../ports/store-errors.ts";
import type { Store } from "../ports/store.ts";
import { createKeyRing, generateMasterKey } from "../security/keys.ts";
import { createVault } from "../security/vault.ts";
import { createMemoryStore } from "../stores/memory/memory-store.ts";
import { createOutboxDispatcher, type OutboxDispatcherOptions } from "./outbox-dispatcher.ts";
import { enqueueMail, enqueueSms } from "./outbox.ts";

const firstKey = generateMasterKey(webRandom, "k1");
const vault = createVault(createKeyRing({ current: firstKey }, nodeCryptoEngine));
const environment = { vault, random: webRandom };
const canary = "canari@exemple.fr";

let store: Store;
let time: number;
let log: string[];
let events: string[];
let sent: Mail[];
/** What the mail server does with the next mails; takes them when empty. */
let answers: (() => void | Promise<void>)[];

beforeEach(() => {
  store = createMemoryStore();
  time = 1_800_000_000;
  log = [];
  events = [];
  sent = [];
  answers = [];
});

const refuse = (reason: string, retryable: boolean) => () => {
  throw new DeliveryError(reason, retryable, { cause: new Error(`550 ${canary}`) });
};

function createDispatcher(options: Partial<OutboxDispatcherOptions> = {}) {
  return createOutboxDispatcher({
    store,
    vault,
    clock: { now: () => time },
    random: webRandom,
    logger: {
      log(level, event, fields) {
        log.push(JSON.stringify({ level, event, ...fields }));
        events.push(event);
      },
    },
    mailer: {
      async send(mail) {
        await answers.shift()?.();
        sent.push(mail);
      },
    },
    ...options,
  });
}

async function put(count = 1, ttlSeconds = 86_400) {
  for (let index = 0; index < count; index += 1) {
    const mail = { to: canary, subject: `Mail ${index}`, text: "texte", html: "<p>texte</p>" };
    await store.commit([await enqueueMail(environment, mail, { at: time, expiresAt: time + ttlSeconds })]);
  }
}

const rows = () => store.find("outbox", { where: {} });
const audit = async () =>
  (await store.find("audit", { where: {} })).map(({ event, details }) => [event, details]);

describe("an outbox dispatcher", () => {
  it("sends every mail once, whole, and wipes it", async () => {
    await put(20);
    const before = await rows();
    expect(JSON.stringify(before)).not.toContain("canari");
    await createDispatcher().drain();
    expect(sent.map((mail) => mail.subject).sort()).toEqual(before.map((_, index) => `Mail ${index}`).sort());
    expect(sent[0]).toMatchObject({ to: canary, text: "texte", html: "<p>texte</p>" });
    expect(new Set(sent.map((mail) => mail.messageId))).toEqual(new Set(before.map((row) => row.id)));
    expect(await rows()).toEqual([]);
    expect(await audit()).toEqual([]);
  });

  it("sends and wipes whatever its logger does", async () => {
    await put(2);
    answers.push(refuse("timeout", true));
    const logger = {
      log() {
        throw new Error("the log's disk is full");
      },
    };
    const dispatcher = createDispatcher({ logger });
    await dispatcher.drain();
    time += 700;
    await dispatcher.drain();
    expect(sent).toHaveLength(2);
    expect(await rows()).toEqual([]);
  });

  it("leaves alone what is not due yet", async () => {
    await put();
    time -= 1;
    await createDispatcher().drain();
    expect(sent).toEqual([]);
    time += 1;
    await createDispatcher().drain();
    expect(sent).toHaveLength(1);
  });

  it("sends each mail once when several dispatchers race", async () => {
    await put(100);
    const dispatchers = Array.from({ length: 4 }, () => createDispatcher());
    await Promise.all(dispatchers.map((dispatcher) => dispatcher.drain()));
    expect(new Set(sent.map((mail) => mail.messageId)).size).toBe(100);
    expect(sent).toHaveLength(100);
    expect(await rows()).toEqual([]);
  });

  it("never has more mails on their way than it may", async () => {
    await put(30);
    let onTheirWay = 0;
    let most = 0;
    const dispatcher = createDispatcher({
      concurrency: 3,
      mailer: {
        async send() {
          onTheirWay += 1;
          most = Math.max(most, onTheirWay);
          await Promise.resolve();
          onTheirWay -= 1;
        },
      },
    });
    await dispatcher.drain();
    expect(most).toBe(3);
    expect(await rows()).toEqual([]);
  });

  it("tries again, later, with the same id, after a gateway answered 500", async () => {
    await put();
    const [row] = await rows();
    answers = [refuse("http_500", true)];
    const dispatcher = createDispatcher();
    await dispatcher.drain();
    expect(sent).toEqual([]);
    const [postponed] = await rows();
    expect(postponed).toMatchObject({ id: row?.id, tries: 1 });
    expect(postponed?.available_at).toBeGreaterThan(time);
    expect(postponed?.available_at).toBeLessThanOrEqual(time + 2);
    await dispatcher.drain();
    expect(sent).toEqual([]);
    time += 2;
    await dispatcher.drain();
    expect(sent.map((mail) => mail.messageId)).toEqual([row?.id]);
    expect(await rows()).toEqual([]);
  });

  it("gets through an hour without a gateway, asking ever less often", async () => {
    await put();
    const startedAt = time;
    const tries: number[] = [];
    const dispatcher = createDispatcher({
      mailer: {
        async send(mail) {
          tries.push(time);
          if (time < startedAt + 3600) throw new DeliveryError("connection_refused", true);
          sent.push(mail);
        },
      },
    });
    while (sent.length === 0 && time < startedAt + 7200) {
      await dispatcher.drain();
      time = (await rows())[0]?.available_at ?? time;
    }
    expect(sent).toHaveLength(1);
    expect(time - startedAt).toBeLessThanOrEqual(3600 + 600);
    expect(tries.length).toBeGreaterThan(8);
    expect(tries.length).toBeLessThan(30);
    expect(await rows()).toEqual([]);
  });

  it("gives up at once what the gateway refuses for good, wipes it, and says so", async () => {
    await put();
    const [row] = await rows();
    answers = [refuse("smtp_550", false)];
    await createDispatcher().drain();
    expect(await rows()).toEqual([]);
    expect(await audit()).toEqual([
      ["message_refused", JSON.stringify({ message: row?.id, kind: "email", tries: 1, reason: "smtp_550" })],
    ]);
  });

  it("wipes an expired message without sending it", async () => {
    await put(1, 60);
    time += 60;
    await createDispatcher().drain();
    expect(sent).toEqual([]);
    expect(await rows()).toEqual([]);
    expect(await audit()).toMatchObject([["message_expired", expect.stringContaining('"reason":"expired"')]]);
  });

  it("never puts a message off past its expiry", async () => {
    await put(1, 1);
    answers = [refuse("http_500", true)];
    await createDispatcher({ firstDelaySeconds: 600 }).drain();
    expect((await rows())[0]?.available_at).toBe(time + 1);
  });

  it("sends again what a process held when it died", async () => {
    await put();
    const died = createDispatcher({
      mailer: { send: () => new Promise(() => {}) },
      sendTimeoutSeconds: 1000,
    });
    const never = died.drain();
    while ((await rows())[0]?.tries === 0) await Promise.resolve();
    const survivor = createDispatcher({ sendTimeoutSeconds: 1000 });
    await survivor.drain();
    expect(sent).toEqual([]);
    time += 2000;
    await survivor.drain();
    expect(sent).toHaveLength(1);
    expect(never).toBeInstanceOf(Promise);
  });

  it("takes a send that never ends for a passing trouble", async () => {
    await put();
    answers = [() => new Promise(() => {})];
    await createDispatcher({ sendTimeoutSeconds: 0.01 }).drain();
    expect((await rows())[0]).toMatchObject({ tries: 1 });
    expect(log.join()).toContain("gateway_timeout");
  });

  it("takes an error it does not know for a passing trouble", async () => {
    await put();
    answers = [
      () => {
        throw new TypeError(`what about ${canary}?`);
      },
    ];
    await createDispatcher().drain();
    expect(await rows()).toHaveLength(1);
    expect(log.join()).toContain("gateway_error");
  });

  it("sends soon although the clock was set back by a day", async () => {
    await put();
    time -= 86_400;
    await createDispatcher().drain();
    expect(sent).toHaveLength(1);
  });

  it("leaves a message sealed with a key it does not have to a process that has it", async () => {
    const newest = createVault(
      createKeyRing({ current: generateMasterKey(webRandom, "k2"), previous: [firstKey] }),
    );
    const mail = { to: canary, subject: "Mail", text: "", html: "" };
    const times = { at: time, expiresAt: time + 60 };
    await store.commit([await enqueueMail({ vault: newest, random: webRandom }, mail, times)]);
    await createDispatcher().drain();
    expect(await rows()).toHaveLength(1);
    time += 2;
    await createDispatcher({ vault: newest }).drain();
    expect(sent).toHaveLength(1);
  });

  it.each(["1.k1.AAAA", ""])("gives up a message whose content is %j", async (payload) => {
    await put();
    await store.commit([{ type: "update", table: "outbox", where: {}, set: { payload_encrypted: payload } }]);
    await createDispatcher().drain();
    expect(await rows()).toEqual([]);
    expect(await audit()).toMatchObject([
      ["message_refused", expect.stringContaining("encrypted_text_malformed")],
    ]);
  });

  it("gives up a message moved into another row", async () => {
    await put(2);
    const [first, second] = await rows();
    if (first === undefined || second === undefined) throw new Error("two rows were put in");
    await store.commit([
      {
        type: "update",
        table: "outbox",
        where: { id: first.id },
        set: { payload_encrypted: second.payload_encrypted },
      },
    ]);
    await createDispatcher().drain();
    expect(sent).toHaveLength(1);
    expect(await audit()).toMatchObject([
      ["message_refused", expect.stringContaining("encrypted_text_refused")],
    ]);
  });

  it("sends text messages through their gateway, and gives them up without one", async () => {
    const texts: SmsMessage[] = [];
    const text = { to: "+262692123456", text: "Votre code" };
    const times = { at: time, expiresAt: time + 1800 };
    await store.commit([await enqueueSms(environment, text, times)]);
    const smsGateway = {
      async send(message: SmsMessage) {
        texts.push(message);
        return { gatewayId: null };
      },
    };
    const dispatcher = createDispatcher({ smsGateway });
    expect(dispatcher.sendsSms).toBe(true);
    await dispatcher.drain();
    expect(texts).toMatchObject([{ ...text, attempt: 1, expiresAt: times.expiresAt }]);
    await store.commit([await enqueueSms(environment, text, times)]);
    const without = createDispatcher();
    expect(without.sendsSms).toBe(false);
    await without.drain();
    expect(await audit()).toMatchObject([["message_refused", expect.stringContaining("gateway_missing")]]);
  });

  it.each([
    ["asked", true],
    ["not asked", false],
  ])("keeps a trace of a text whose gateway is %s, without number or words", async (_, isAsked) => {
    const text = { to: "+262692123456", text: "Votre code" };
    await store.commit([await enqueueSms(environment, text, { at: time, expiresAt: time + 1800 })]);
    const [row] = await rows();
    const smsGateway = {
      send: async () => ({ gatewayId: "g1" }),
      ...(isAsked && { readReceipt: async () => null }),
    };
    await createDispatcher({ smsGateway }).drain();
    expect(await rows()).toEqual([]);
    expect(await store.find("texts", { where: {} })).toEqual([
      {
        id: row?.id,
        gateway_id: "g1",
        status: "sent",
        reason: null,
        check_at: isAsked ? time + 15 : null,
        tries: 0,
        expires_at: time + 3 * 86_400,
      },
    ]);
  });

  it("keeps one trace of a text sent twice", async () => {
    const text = { to: "+262692123456", text: "Votre code" };
    await store.commit([await enqueueSms(environment, text, { at: time, expiresAt: time + 1800 })]);
    const [row] = await rows();
    if (row === undefined) throw new Error("a row was put in");
    const smsGateway = { send: async () => ({ gatewayId: "g1" }) };
    await createDispatcher({ smsGateway }).drain();
    await store.commit([{ type: "insert", table: "outbox", row }]);
    await createDispatcher({ smsGateway }).drain();
    expect(await rows()).toEqual([]);
    expect(await store.find("texts", { where: {} })).toHaveLength(1);
  });

  it.each([true, false])("drops decoys when their turn comes, a gateway wired: %s", async (isWired) => {
    const text = { to: "+262692123456", text: "Votre code" };
    await store.commit([await enqueueSms(environment, text, { at: time + 5, expiresAt: time + 1800 })]);
    await store.commit([{ type: "update", table: "outbox", where: {}, set: { kind: "none" } }]);
    const texts: SmsMessage[] = [];
    const smsGateway = {
      async send(message: SmsMessage) {
        texts.push(message);
        return { gatewayId: null };
      },
    };
    const dispatcher = createDispatcher(isWired ? { smsGateway } : {});
    await dispatcher.drain();
    expect(await rows()).toHaveLength(1);
    time += 5;
    await dispatcher.drain();
    expect(await rows()).toEqual([]);
    expect([texts, sent, await audit(), await store.find("texts", { where: {} })]).toEqual([[], [], [], []]);
    expect(events).toEqual(["decoy_dropped"]);
  });

  it("loses nothing while the store is gone, and goes on when it is back", async () => {
    await put();
    let isGone = true;
    const shaky: Store = {
      ...store,
      find: async (table, query) => {
        if (isGone) throw new StoreUnavailableError("gone");
        return store.find(table, query);
      },
    };
    const dispatcher = createDispatcher({ store: shaky, pollSeconds: 0.01 });
    await expect(dispatcher.drain()).rejects.toMatchObject({ code: "store_unavailable" });
    dispatcher.start();
    while (!events.includes("outbox_unavailable")) await nextTurn();
    isGone = false;
    while (sent.length === 0) await nextTurn();
    await dispatcher.stop();
    expect(await rows()).toEqual([]);
  });

  it("keeps going when a message can't be deleted after it was sent", async () => {
    await put(3);
    const shaky: Store = {
      ...store,
      commit: async (changes) => {
        if (changes[0]?.type === "delete") throw new StoreUnavailableError("gone");
        return store.commit(changes);
      },
    };
    await createDispatcher({ store: shaky }).drain();
    expect(sent).toHaveLength(3);
    expect(events.filter((event) => event === "message_unsettled")).toHaveLength(3);
    expect(await rows()).toHaveLength(3);
  });

  it("sends once woken, also while it is busy with a slow gateway", async () => {
    const dispatcher = createDispatcher({ pollSeconds: 3600 });
    dispatcher.start();
    await put();
    let finish = () => {};
    answers = [
      () =>
        new Promise<void>((resolve) => {
          finish = resolve;
        }),
    ];
    dispatcher.wake();
    while (answers.length > 0) await nextTurn();
    await put();
    dispatcher.wake();
    while (sent.length === 0) await nextTurn();
    const stopped = dispatcher.stop();
    finish();
    await stopped;
    expect(sent).toHaveLength(2);
    expect(await rows()).toEqual([]);
  });

  it("takes more as soon as one is done, when as many as may be are on their way", async () => {
    await put(50);
    const dispatcher = createDispatcher({ concurrency: 2, pollSeconds: 3600 });
    answers = Array.from({ length: 50 }, () => nextTurn);
    dispatcher.start();
    while ((await rows()).length > 0) await nextTurn();
    await dispatcher.stop();
    expect(sent).toHaveLength(50);
  });

  it("does nothing when woken before it was started, or once stopped", async () => {
    await put();
    const dispatcher = createDispatcher();
    dispatcher.wake();
    await nextTurn();
    await dispatcher.stop();
    dispatcher.wake();
    await dispatcher.drain();
    expect(sent).toEqual([]);
    expect(() => dispatcher.start()).toThrow(TypeError);
  });

  it("writes nothing personal into logs and audit, whatever happens (ASVS 16.2.5)", async () => {
    await put(4);
    answers = [refuse("smtp_451", true), refuse("smtp_550", false), () => Promise.reject(new Error(canary))];
    await createDispatcher().drain();
    expect(log).toHaveLength(4);
    expect(log.join() + JSON.stringify(await audit())).not.toMatch(/canari|texte|Mail \d/);
  });
});

describe("enqueueMail and enqueueSms", () => {
  const times = { at: 0, expiresAt: 1 };

  it.each(["", "a", "a@b.fr\r\nBcc: c@d.fr", "a@b.fr,c@d.fr", "A <a@b.fr>", "a b@c.fr", '"a\\" b"@c.fr'])(
    "takes no mail to %j",
    async (to) => {
      const mail = { to, subject: "", text: "", html: "" };
      await expect(enqueueMail(environment, mail, times)).rejects.toThrow(TypeError);
    },
  );

  it.each(["a\r\nBcc: c@d.fr", "a\nb", "a\0"])("takes no mail about %j", async (subject) => {
    const mail = { to: "a@b.fr", subject, text: "", html: "" };
    await expect(enqueueMail(environment, mail, times)).rejects.toThrow(TypeError);
  });

  it.each(["", "0692123456", "+33 6 12 34 56 78", "+0612345678", "+33612345678\n"])(
    "takes no text message to %j",
    async (to) => {
      await expect(enqueueSms(environment, { to, text: "" }, times)).rejects.toThrow(TypeError);
    },
  );
});

function nextTurn() {
  return new Promise<void>((resolve) => {
    setTimeout(resolve);
  });
}
