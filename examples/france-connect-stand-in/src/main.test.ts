import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { afterEach, expect, test } from "vitest";
import { secretClient } from "./testing/service.ts";

const running: ChildProcess[] = [];

afterEach(() => {
  for (const child of running.splice(0)) child.kill("SIGKILL");
});

function run(options: string | undefined) {
  const main = new URL("main.ts", import.meta.url).pathname;
  const child = spawn(process.execPath, ["--conditions=educonnect-source", main], {
    env: { ...process.env, FRANCE_CONNECT_STAND_IN: options },
    stdio: ["ignore", "pipe", "pipe"],
  });
  running.push(child);
  return child;
}

test("as a process it says where it is, answers, and ends when told", async () => {
  const child = run(JSON.stringify({ clients: [secretClient] }));
  const [line]: string[] = await once(createInterface(child.stdout), "line");
  const issuer = line?.slice("ready ".length);
  const response = await fetch(`${issuer}/.well-known/openid-configuration`);
  expect(await response.json()).toMatchObject({ issuer });
  child.kill("SIGTERM");
  const [code] = await once(child, "exit");
  expect(code).toBe(0);
});

test.each([
  [undefined, 2],
  ["{", 1],
])("with %s for options it ends with %d", async (options, expected) => {
  const [code] = await once(run(options), "exit");
  expect(code).toBe(expected);
});
