import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openSentTexts } from "./sent-texts.ts";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "educonnect-texts-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test("texts are kept in order, once a message, and outlive the demo", async () => {
  const path = join(folder, "texts.jsonl");
  const first = await openSentTexts(path);
  expect(first.texts()).toEqual([]);
  await Promise.all([
    first.send({ to: "+33612345678", text: "un", messageId: "a" }),
    first.send({ to: "+33612345678", text: "un", messageId: "a" }),
    first.send({ to: "+262692412783", text: "deux", messageId: "b" }),
  ]);
  await first.close();

  const second = await openSentTexts(path);
  await second.send({ to: "+33612345678", text: "un", messageId: "a" });
  expect(second.texts()).toEqual([
    { to: "+33612345678", text: "un", sentAt: expect.any(String) },
    { to: "+262692412783", text: "deux", sentAt: expect.any(String) },
  ]);
  await second.close();
});
