import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { generateDirectory } from "../directory/generate-directory.ts";
import { listFederatedPeople } from "./list-people.ts";
import { startFranceConnect, type FranceConnectDemo } from "./start-france-connect.ts";

const people = listFederatedPeople(generateDirectory("demo"));
let folder = "";
const running: FranceConnectDemo[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "educonnect-france-connect-"));
});
afterEach(async () => {
  for (const standIn of running.splice(0)) await standIn.stop();
  await rm(folder, { recursive: true, force: true });
});

async function start(isBreakable = false): Promise<FranceConnectDemo> {
  const standIn = await startFranceConnect({
    people,
    redirectUri: "http://localhost:4400/educonnect/france-connect/callback",
    postLogoutRedirectUri: "http://localhost:4400/connexion",
    portPath: join(folder, "port"),
    isBreakable,
  });
  running.push(standIn);
  return standIn;
}

test("the client begins a sign-in at the stand-in, which shows its page", async () => {
  const standIn = await start();
  const { location } = await standIn.client.begin();
  expect(new URL(location).port).toBe(String(standIn.port));
  const response = await fetch(location, { redirect: "manual" });
  expect(response.status).toBe(303);
});

test("a breakable one takes faults as JSON and mends them, any other has no such address", async () => {
  const standIn = await start(true);
  const post = (body: string, type = "application/json") =>
    fetch(standIn.faultsUrl ?? "", { method: "POST", headers: { "content-type": type }, body });
  expect((await post('{"discovery":"gone"}', "text/plain")).status).toBe(405);
  expect((await post('{"elsewhere":"gone"}')).status).toBe(400);
  const discovery = `http://127.0.0.1:${standIn.port}/api/v2/.well-known/openid-configuration`;
  expect((await post('{"discovery":"error"}')).status).toBe(204);
  expect((await fetch(discovery)).status).toBe(500);
  expect((await post("{}")).status).toBe(204);
  expect((await fetch(discovery)).status).toBe(200);
  expect((await start()).faultsUrl).toBeNull();
});

test("one that is killed comes back at its port", async () => {
  const standIn = await start();
  const { port } = standIn;
  const processId = standIn.processId();
  process.kill(processId, "SIGKILL");
  await vi.waitUntil(() => standIn.processId() !== processId, { timeout: 10_000 });
  const address = `http://127.0.0.1:${port}/api/v2/.well-known/openid-configuration`;
  await vi.waitFor(async () => expect((await fetch(address)).status).toBe(200), { timeout: 10_000 });
});

test("the next start takes the same port, or another one when it is taken", async () => {
  const first = await start();
  await first.stop();
  const second = await start();
  expect(second.port).toBe(first.port);
  await second.stop();
  const squatter = createServer();
  await new Promise<void>((resolve) => {
    squatter.listen(first.port, "127.0.0.1", resolve);
  });
  try {
    expect((await start()).port).not.toBe(first.port);
  } finally {
    squatter.close();
  }
});
