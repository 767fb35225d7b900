import { fork } from "node:child_process";
import { once } from "node:events";
import { bundleServer } from "./bundle-server.ts";
import type { Answers, Question } from "./messages.ts";

/** A server in a process of its own. */
export interface ServerProcess {
  readonly port: number;
  ask<Ask extends Question["ask"]>(question: Extract<Question, { ask: Ask }>): Promise<Answers[Ask]>;
  stop(): Promise<void>;
}

/** Starts one of the modules of this folder as a process, and waits until it listens. */
export async function startProcess(module: string, args: readonly string[]): Promise<ServerProcess> {
  const child = fork(await bundleServer(module), args, {
    execArgv: [],
    env: { ...process.env, NODE_ENV: "production" },
  });
  const exited = once(child, "exit");
  const nextMessage = async (): Promise<object> => {
    const [message]: unknown[] = await Promise.race([
      once(child, "message"),
      exited.then(() => Promise.reject(new Error(`${module} ended by itself`))),
    ]);
    if (typeof message !== "object" || message === null) throw new Error(`${module} sent no object`);
    if ("failure" in message) throw new Error(`${module}: ${String(message.failure)}`);
    return message;
  };
  const hello = await nextMessage();
  if (!("port" in hello) || typeof hello.port !== "number") throw new Error(`${module} told no port`);
  let last: Promise<unknown> = Promise.resolve();
  return {
    port: hello.port,
    ask<Ask extends Question["ask"]>(question: Extract<Question, { ask: Ask }>) {
      // One at a time: answers carry no number.
      const turn = last.then(async () => {
        const answered = nextMessage();
        child.send(question);
        const message = await answered;
        if (!isAnswer<Ask>(message)) throw new Error(`${module} answered nothing`);
        return message.value;
      });
      last = turn.catch(() => {});
      return turn;
    },
    async stop() {
      child.disconnect();
      await exited;
    },
  };
}

function isAnswer<Ask extends Question["ask"]>(message: object): message is { value: Answers[Ask] } {
  return "value" in message;
}
