import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import type { Answers, Question } from "./answer-parent.ts";

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

const bundled = new Map<string, Promise<string>>();

/**
 * Makes plain JavaScript of a server of this folder: types stripped as it starts would count to its memory, which a deployment does not spend.
 *
 * @returns the path of the file
 */
function bundleServer(module: string): Promise<string> {
  const known = bundled.get(module);
  if (known !== undefined) return known;
  const made = bundle(module);
  bundled.set(module, made);
  return made;
}

async function bundle(module: string): Promise<string> {
  const outfile = fileURLToPath(new URL(`../.cache/${module.replace(/\.ts$/, ".mjs")}`, import.meta.url));
  await build({
    entryPoints: [fileURLToPath(new URL(module, import.meta.url))],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node24",
    conditions: ["educonnect-source"],
    external: ["@node-rs/argon2", "@node-rs/bcrypt", "pg-native"],
    // Packages in CommonJS that ask for Node's own modules.
    banner: {
      js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);',
    },
    sourcemap: true,
    logLevel: "warning",
  });
  return outfile;
}

/** Lends a folder for database files, removed afterwards. */
export async function withTemporaryFolder<Result>(
  work: (folder: string) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), "educonnect-bench-"));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
