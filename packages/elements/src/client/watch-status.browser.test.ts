import type { StatusResponse } from "@educonnect-activation/core";
import { expect } from "chai";
import { createManualTimers, type ManualTimers } from "../../test/manual-timers.ts";
import { ClientError } from "./client-error.ts";
import { watchStatus, type WatchOptions } from "./watch-status.ts";

const status: StatusResponse = { flow: null, session: null, methods: [] };

describe("watching the status", () => {
  let timers: ManualTimers;
  let reads: number[];
  let seen: number;
  let isHidden: boolean;
  let answer: () => Promise<StatusResponse>;
  let stop: () => void;

  const watch = (options: Partial<WatchOptions> = {}) => {
    stop = watchStatus({
      client: {
        readStatus: () => {
          reads.push(timers.now());
          return answer();
        },
      },
      onStatus: () => {
        seen += 1;
      },
      timers,
      ...options,
    });
  };

  const setHidden = (value: boolean) => {
    isHidden = value;
    document.dispatchEvent(new Event("visibilitychange"));
  };

  beforeEach(() => {
    timers = createManualTimers();
    reads = [];
    seen = 0;
    isHidden = false;
    answer = () => Promise.resolve(status);
    Object.defineProperty(document, "hidden", { configurable: true, get: () => isHidden });
  });

  afterEach(() => {
    stop();
    Reflect.deleteProperty(document, "hidden");
  });

  it("reads every 3 seconds, then more and more rarely", async () => {
    watch();
    await timers.advance(9000);
    expect(reads).to.deep.equal([3000, 6000, 9000]);
    await timers.advance(111_000);
    const later = reads.filter((at) => at >= 60_000);
    expect(later.slice(1).map((at, index) => at - (later[index] ?? 0))).to.include(6000);
    expect(seen).to.equal(reads.length);
  });

  it("is silent while the page is hidden, and reads as soon as it is shown", async () => {
    watch();
    setHidden(true);
    await timers.advance(60_000);
    expect(reads).to.deep.equal([]);
    setHidden(false);
    await timers.advance(0);
    expect(reads).to.deep.equal([60_000]);
  });

  for (const name of ["focus", "online", "pageshow"]) {
    it(`reads at once on ${name}`, async () => {
      watch({ intervalAfter: () => null });
      await timers.advance(60_000);
      expect(reads).to.deep.equal([]);
      window.dispatchEvent(new Event(name));
      await timers.advance(0);
      expect(reads).to.deep.equal([60_000]);
    });
  }

  it("never has two reads under way", async () => {
    answer = () => new Promise(() => undefined);
    watch();
    await timers.advance(3000);
    window.dispatchEvent(new Event("focus"));
    await timers.advance(30_000);
    expect(reads).to.deep.equal([3000]);
  });

  it("takes a failure for no news, and waits as long as the server asks", async () => {
    answer = () => Promise.reject(new ClientError("server_busy", null, 10));
    watch();
    await timers.advance(3000);
    answer = () => Promise.resolve(status);
    await timers.advance(12_000);
    expect(reads).to.deep.equal([3000, 13_000]);
    expect(seen).to.equal(1);
  });

  it("says nothing once stopped", async () => {
    let settle: (value: StatusResponse) => void = () => undefined;
    answer = () =>
      new Promise((resolve) => {
        settle = resolve;
      });
    watch();
    await timers.advance(3000);
    stop();
    settle(status);
    await timers.advance(60_000);
    expect(seen).to.equal(0);
    expect(reads).to.deep.equal([3000]);
    expect(timers.pending()).to.equal(0);
  });
});
