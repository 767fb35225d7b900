import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { lockFolder } from "./folder-lock.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "educonnect-lock-"));
});
afterEach(() => rm(folder, { recursive: true }));

test("a folder is given back as it was, and can be taken again", async () => {
  await writeFile(join(folder, "demo.notes.lock"), "");
  const unlock = await lockFolder(folder);
  expect(await readdir(folder)).toContain(`demo.${process.pid}.lock`);
  await unlock();
  expect(await readdir(folder)).toEqual(["demo.notes.lock"]);
  await (
    await lockFolder(folder)
  )();
});

test("a folder that another process has is refused, naming it; once that is gone it is taken over", async () => {
  const other = spawn(process.execPath, ["--eval", "process.stdin.resume()"], {
    stdio: ["pipe", "ignore", "ignore"],
  });
  await once(other, "spawn");
  const lock = `demo.${other.pid}.lock`;
  await writeFile(join(folder, lock), "");
  await expect(lockFolder(folder)).rejects.toThrow(`another demo (process ${other.pid})`);
  expect(await readdir(folder)).toEqual([lock]);
  const exited = once(other, "exit");
  other.stdin.end();
  await exited;
  await lockFolder(folder);
  expect(await readdir(folder)).toEqual([`demo.${process.pid}.lock`]);
});
