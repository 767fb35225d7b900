import { deepStrictEqual, ok, rejects } from "node:assert/strict";
import { DeliveryError } from "../ports/delivery-error.ts";
import type { SmsGateway, SmsMessage } from "../ports/sms-gateway.ts";

/** What happens to the next text: it is taken and the answer lost, or it is not taken, for now or for good. */
export type SmsTrouble = "answerLost" | "busy" | "refused";

/** What a case is run on. */
export interface SmsGatewayUnderTest {
  readonly gateway: SmsGateway;
  /** The operator's side, real or standing in: how many texts it will deliver, a duplicate it recognises counting once. */
  readonly countTexts: () => Promise<number> | number;
  readonly causeTrouble: (trouble: SmsTrouble) => Promise<void> | void;
  /** Seconds since 1970 by the clock that the gateway was given. */
  readonly now: number;
}

/** One requirement; `run` rejects where it is not met. */
export interface SmsGatewayCase {
  readonly name: string;
  readonly run: (subject: SmsGatewayUnderTest) => Promise<void>;
}

const to = "+262692123456";

function messageOf(now: number, messageId: string, attempt = 1): SmsMessage {
  const text = `12345678 est votre code, élève ${messageId}\n\n@ent.example #12345678`;
  return { to, text, messageId, attempt, expiresAt: now + 1800 };
}

/** Fails unless sending rejects with a delivery error that tells nothing of whom or what it was about. */
async function expectFailure(gateway: SmsGateway, message: SmsMessage, retryable: boolean): Promise<void> {
  await rejects(gateway.send(message), (error) => {
    ok(error instanceof DeliveryError, "only delivery errors are told apart");
    deepStrictEqual(error.retryable, retryable);
    ok(/^[a-z][a-z0-9_]*$/.test(error.reason), "a reason is a short code");
    ok(!/692123456|12345678/.test(error.message + error.reason), "a reason is free of personal data");
    return true;
  });
}

/**
 * What every `SmsGateway` must do, as cases for any test runner: give each a gateway of its own.
 *
 * ```ts
 * for (const { name, run } of smsGatewayContract) test(name, async () => run(await createMySubject()));
 * ```
 */
export const smsGatewayContract: readonly SmsGatewayCase[] = [
  {
    name: "takes texts, and names each differently if at all",
    async run({ gateway, countTexts, now }) {
      const names = [];
      for (const id of ["a", "b", "c"]) names.push((await gateway.send(messageOf(now, id))).gatewayId);
      deepStrictEqual(await countTexts(), 3);
      const given = names.filter((name) => name !== null);
      deepStrictEqual(new Set(given).size, given.length);
      ok(given.every((name) => name !== "" && name.length <= 256));
    },
  },
  {
    name: "sends one text for a message whose answer was lost, and names it all the same",
    async run({ gateway, countTexts, causeTrouble, now }) {
      await causeTrouble("answerLost");
      await expectFailure(gateway, messageOf(now, "a"), true);
      const again = await gateway.send(messageOf(now, "a", 2));
      deepStrictEqual(await gateway.send(messageOf(now, "a", 3)), again);
      deepStrictEqual(await countTexts(), 1);
    },
  },
  {
    name: "leaves a busy operator to a later try, which sends once",
    async run({ gateway, countTexts, causeTrouble, now }) {
      await causeTrouble("busy");
      await expectFailure(gateway, messageOf(now, "a"), true);
      deepStrictEqual(await countTexts(), 0);
      await gateway.send(messageOf(now, "a", 2));
      deepStrictEqual(await countTexts(), 1);
    },
  },
  {
    name: "tells a refusal from a trouble, without telling whose",
    async run({ gateway, countTexts, causeTrouble, now }) {
      await causeTrouble("refused");
      await expectFailure(gateway, messageOf(now, "a"), false);
      deepStrictEqual(await countTexts(), 0);
    },
  },
  {
    name: "keeps messages sent at once apart",
    async run({ gateway, countTexts, now }) {
      const ids = Array.from({ length: 20 }, (_, index) => `m${index}`);
      await Promise.all(ids.map((id) => gateway.send(messageOf(now, id))));
      deepStrictEqual(await countTexts(), 20);
    },
  },
];
