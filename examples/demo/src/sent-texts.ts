import { openJsonLinesFile, readJsonLines } from "./json-lines-file.ts";

/** A text message sent, as `/demo/texts.json` gives it. */
export interface SentText {
  /** E.164 number. */
  readonly to: string;
  readonly text: string;
  /** ISO instant. */
  readonly sentAt: string;
}

/** The demo's mobile operator: keeps every text message and passes none on. */
export interface SentTexts {
  /** Keeps a message; the same `messageId` again is the same message. Gives no id to it, as it sends no receipts. */
  send(message: {
    readonly to: string;
    readonly text: string;
    readonly messageId: string;
  }): Promise<{ readonly gatewayId: null }>;
  /** Every message so far, the oldest first. */
  texts(): readonly SentText[];
  close(): Promise<void>;
}

interface KeptText extends SentText {
  readonly messageId: string;
}

const isKeptText = (value: unknown): value is KeptText =>
  typeof value === "object" &&
  value !== null &&
  "to" in value &&
  typeof value.to === "string" &&
  "text" in value &&
  typeof value.text === "string" &&
  "sentAt" in value &&
  typeof value.sentAt === "string" &&
  "messageId" in value &&
  typeof value.messageId === "string";

/** Opens the file of the text messages sent, one JSON object a line. */
export async function openSentTexts(path: string): Promise<SentTexts> {
  const kept = (await readJsonLines(path)).filter(isKeptText);
  const file = await openJsonLinesFile(path);
  const answer = { gatewayId: null } as const;
  const taken = new Map<string, Promise<typeof answer>>(
    kept.map(({ messageId }) => [messageId, Promise.resolve(answer)]),
  );
  return {
    send({ to, text, messageId }) {
      const known = taken.get(messageId);
      if (known !== undefined) return known;
      const message: KeptText = { to, text, sentAt: new Date().toISOString(), messageId };
      const written = file.append(message).then(() => {
        kept.push(message);
        return answer;
      });
      taken.set(messageId, written);
      written.catch(() => taken.delete(messageId));
      return written;
    },
    texts: () => kept.map(({ to, text, sentAt }) => ({ to, text, sentAt })),
    close: () => file.close(),
  };
}
