import { expect, vi } from "vitest";

/** Waits until a reading is what it should be; unlike `expect.poll` it works in tests that run side by side. */
export async function expectSoon<Value>(
  read: () => Promise<Value>,
  expected: Value,
  message?: string,
  timeoutMilliseconds = 10_000,
): Promise<void> {
  await vi.waitFor(async () => expect(await read(), message).toEqual(expected), {
    timeout: timeoutMilliseconds,
    interval: 50,
  });
}
