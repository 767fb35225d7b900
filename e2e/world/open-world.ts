import { launchBrowser } from "@educonnect-activation/test-support/browser";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect } from "vitest";
import { FranceConnectFaults } from "./france-connect-faults.ts";
import { Letters, type Letter } from "./letters.ts";
import { Mailbox } from "./mailbox.ts";
import { Phones, type SentSms } from "./phones.ts";
import { startDemo, type Demo } from "./start-demo.ts";
import { Visits } from "./visits.ts";

/** A demo and a browser that the tests of one file share; each test opens contexts of its own. */
export class World extends Visits {
  readonly #demo: Demo;
  readonly letters: Letters;
  readonly mailbox: Mailbox;
  readonly phones: Phones;
  readonly franceConnect: FranceConnectFaults;

  constructor(demo: Demo, browser: Browser, letters: readonly Letter[]) {
    super(demo.origin, browser);
    this.#demo = demo;
    this.letters = new Letters(letters);
    this.mailbox = new Mailbox(demo.origin);
    this.franceConnect = new FranceConnectFaults(demo.faultsUrl);
    this.phones = new Phones(async () => {
      const response = await fetch(`${demo.origin}/demo/texts.json`);
      const texts: readonly SentSms[] = await response.json();
      return texts;
    });
  }

  override async close(): Promise<void> {
    await super.close();
    await this.#demo.stop();
  }
}

/**
 * Opens a world before the tests of the file; after them, closes it and checks that no page had a problem.
 *
 * @param options the demo's own, beside the usual ones
 */
export function useWorld(...options: readonly string[]): () => World {
  let world: World | undefined;
  beforeAll(async () => {
    const [demo, browser] = await Promise.all([startDemo(options), launchBrowser()]);
    const response = await fetch(`${demo.origin}/demo/letters.json`);
    world = new World(demo, browser, await response.json());
  });
  afterAll(async () => {
    await world?.close();
    expect(world?.problems).toEqual([]);
  });
  return () => {
    if (world === undefined) throw new Error("The world is not open yet");
    return world;
  };
}
