import { readMobile } from "@educonnect-activation/server-adapter";
import { vi } from "vitest";

/** A text as a phone has received it, with what its reader needs of it. */
export interface ReceivedSms {
  readonly text: string;
  /** Eight digits, or nothing where the text has no code. */
  readonly code: string;
}

/** A text as whoever delivers it keeps it. */
export interface SentSms {
  /** E.164 number. */
  readonly to: string;
  readonly text: string;
}

/** The number that texts to somebody go to (E.164), however the school has typed it. */
export function numberOf(mobile: string): string {
  const reading = readMobile(mobile);
  if (!reading.ok) throw new Error(`No text reaches ${mobile}: ${reading.code}`);
  return reading.number;
}

/** The code that phones find in the last line of a text. */
const codeLine = /^@\S+ #(\d{8})$/mu;

/** Everybody's phone. */
export class Phones {
  readonly #readTexts: () => Promise<readonly SentSms[]>;

  /** @param readTexts reads all texts sent so far, the oldest first */
  constructor(readTexts: () => Promise<readonly SentSms[]>) {
    this.#readTexts = readTexts;
  }

  /** The texts that a number has received so far, the oldest first. */
  async read(mobile: string): Promise<readonly ReceivedSms[]> {
    const number = numberOf(mobile);
    const texts = await this.#readTexts();
    return texts
      .filter(({ to }) => to === number)
      .map(({ text }) => ({ text, code: codeLine.exec(text)?.[1] ?? "" }));
  }

  /** Waits until a number has received so many texts, and gives the last. */
  async await(mobile: string, count = 1): Promise<ReceivedSms> {
    return vi.waitFor(
      async () => {
        const texts = await this.read(mobile);
        const text = texts[count - 1];
        if (text === undefined) throw new Error(`${mobile} received ${texts.length} of ${count} texts`);
        return text;
      },
      { timeout: 20_000, interval: 100 },
    );
  }
}
