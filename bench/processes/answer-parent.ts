import type { Answers, Question } from "./messages.ts";

/** How a server process answers each question. */
export type Answerer = (question: Question) => Promise<Answers[Question["ask"]]>;

function isQuestion(message: unknown): message is Question {
  return typeof message === "object" && message !== null && "ask" in message;
}

/** Tells the parent process which port is open, then answers its questions, until it goes. */
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
