import { once } from "node:events";
import type { Server } from "node:http";
import type { GuardianIdentifiers, Letter } from "../portal/portal.ts";

/** What a server process is asked. */
export type Question =
  | { readonly ask: "usage" }
  | { readonly ask: "issue"; readonly count: number }
  | { readonly ask: "code"; readonly email: string }
  | { readonly ask: "guardians"; readonly count: number }
  | { readonly ask: "drain" }
  | { readonly ask: "arrivals" };

/** What it answers, in the order of the questions. */
export interface Answers {
  /** Microseconds of processor time since it began, and bytes of memory now. */
  readonly usage: { readonly cpuMicroseconds: number; readonly rssBytes: number };
  readonly issue: readonly Letter[];
  readonly code: string | null;
  readonly guardians: GuardianIdentifiers;
  /** After every message has left. */
  readonly drain: null;
  /** When each text arrived, in milliseconds of the epoch, in the order of arrival. */
  readonly arrivals: readonly number[];
}

/** How a server process answers each question. */
export type Answerer = (question: Question) => Promise<Answers[Question["ask"]]>;

function isQuestion(message: unknown): message is Question {
  return typeof message === "object" && message !== null && "ask" in message;
}

/** Reports the open port to the parent process, then answers its questions until it disconnects. */
export function answerParent(port: number, answer: Answerer): void {
  if (process.channel === undefined || process.channel === null)
    throw new TypeError("this server is started by a benchmark");
  process.on("message", (message) => {
    if (!isQuestion(message)) return;
    answer(message).then(
      (value) => process.send?.({ value }),
      (error: unknown) => process.send?.({ failure: String(error) }),
    );
  });
  process.on("disconnect", () => process.exit());
  process.send?.({ port });
}

/** What this process has used so far. */
export function readUsage(): Answers["usage"] {
  const { user, system } = process.cpuUsage();
  return { cpuMicroseconds: user + system, rssBytes: process.memoryUsage.rss() };
}

/** Opens a free port of 127.0.0.1; connections stay open between the rounds of a benchmark. */
export async function listen(server: Server): Promise<number> {
  server.keepAliveTimeout = 600_000;
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port was opened");
  return address.port;
}

/** What the portal signs its texts with; the gateway of a benchmark takes any. */
export const gatewaySecret = `whsec_${Buffer.alloc(32, "bench").toString("base64")}`;
