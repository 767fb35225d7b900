import { afterEach, describe, expect, it, vi } from "vitest";
import { createBoundedQueue } from "./bounded-queue.ts";

/** A task that ends when told. */
function createTask(result: string) {
  let resolve: (value: string) => void = () => {};
  let reject: (reason: Error) => void = () => {};
  const promise = new Promise<string>((onResult, onFailure) => {
    resolve = onResult;
    reject = onFailure;
  });
  let started = false;
  return {
    run: () => {
      started = true;
      return promise;
    },
    isStarted: () => started,
    end: () => resolve(result),
    fail: () => reject(new Error("failed")),
  };
}

afterEach(() => {
  vi.useRealTimers();
});

describe("createBoundedQueue", () => {
  it("runs as many as told at once, lets as many wait, in order, and refuses the rest unstarted", async () => {
    const queue = createBoundedQueue(2, 1);
    const [a, b, c, d] = [createTask("a"), createTask("b"), createTask("c"), createTask("d")];
    const results = [queue.run(a.run), queue.run(b.run), queue.run(c.run)];
    expect(queue.run(d.run)).toBeNull();
    expect([a, b, c, d].map((task) => task.isStarted())).toEqual([true, true, false, false]);
    b.end();
    await results[1];
    expect(c.isStarted()).toBe(true);
    const again = queue.run(d.run);
    expect(again).not.toBeNull();
    a.end();
    c.end();
    d.end();
    expect(await Promise.all([...results, again])).toEqual(["a", "b", "c", "d"]);
  });

  it("goes on after a task has failed", async () => {
    const queue = createBoundedQueue(1, 1);
    const [a, b] = [createTask("a"), createTask("b")];
    const [first, second] = [queue.run(a.run), queue.run(b.run)];
    a.fail();
    await expect(first).rejects.toThrow("failed");
    b.end();
    expect(await second).toBe("b");
    expect(queue.estimateWaitSeconds()).toBe(0);
  });

  it("estimates no wait when nothing has run", () => {
    expect(createBoundedQueue(1, 0).estimateWaitSeconds()).toBe(0);
  });

  it("refuses who would wait too long, going by those before, but never leaves a place idle", async () => {
    vi.useFakeTimers({ toFake: ["performance"] });
    const queue = createBoundedQueue(1, 10, 1);
    const [slow, next, refused] = [createTask("slow"), createTask("next"), createTask("refused")];
    const first = queue.run(slow.run);
    vi.advanceTimersByTime(2000);
    slow.end();
    await first;
    expect(queue.run(next.run)).not.toBeNull();
    expect(queue.estimateWaitSeconds()).toBe(2);
    expect(queue.run(refused.run)).toBeNull();
    expect([next, refused].map((task) => task.isStarted())).toEqual([true, false]);
  });
});
