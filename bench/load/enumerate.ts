import { setTimeout as delay } from "node:timers/promises";
import { openBrowser, type WireBrowser } from "./wire-browser.ts";
import type { HttpConnection, WireAnswer, WireRequest } from "./http-connection.ts";
import { shuffle } from "../measure/rounds.ts";
import { guardianCases, typeIdentity, type GuardianCase } from "../portal/guardians.ts";
import type { ServerProcess } from "../processes/start-process.ts";

/** What a stranger can watch of each case: how long the answers took, in milliseconds, and which shapes they had. */
export interface Watched {
  readonly milliseconds: number[];
  readonly shapes: Set<string>;
}

export type WatchedCases<Case extends string> = ReadonlyMap<Case, Watched>;

function createWatched<Case extends string>(cases: readonly Case[]): WatchedCases<Case> {
  return new Map(cases.map((which) => [which, { milliseconds: [], shapes: new Set() }]));
}

async function watch<Case extends string>(
  cases: WatchedCases<Case>,
  which: Case,
  ask: () => Promise<WireAnswer>,
): Promise<void> {
  const startedAt = performance.now();
  const answer = await ask();
  const milliseconds = performance.now() - startedAt;
  const watched = cases.get(which);
  watched?.milliseconds.push(milliseconds);
  watched?.shapes.add(shapeOf(answer));
}

/** Rounds before those that count, in which servers warm up. */
const warmUpRounds = 20;

/** Longer than what a server does after its answer, so that nothing of one request is left when the next is timed. */
const restMilliseconds = 2;

function requireCodeStep({ stepName }: WireBrowser): void {
  if (stepName !== "smsCode") throw new Error(`the step is ${stepName} instead of smsCode`);
}

export interface IdentityTimes {
  /** Names and a mobile, submitted. */
  readonly submitted: WatchedCases<GuardianCase>;
  /** What the browser asks straight after the answer, while the text leaves. */
  readonly next: WatchedCases<GuardianCase>;
  /** A wrong code, once the outbox is empty. */
  readonly wrongCode: WatchedCases<GuardianCase>;
  /** A bare server that makes the commits of a submission, in the same rounds. */
  readonly bare: readonly number[];
}

/** Submits every case once a round, in an order drawn anew, each in a fresh flow and with names and a number never given before. */
export async function submitIdentities(
  portal: ServerProcess,
  connection: HttpConnection,
  bare: { readonly connection: HttpConnection; readonly recipe: WireRequest },
  rounds: number,
): Promise<IdentityTimes> {
  const create = () => ({
    submitted: createWatched(guardianCases),
    next: createWatched(guardianCases),
    wrongCode: createWatched(guardianCases),
    bare: [] as number[],
  });
  let times = create();
  for (let round = 0; round < rounds + warmUpRounds; round += 1) {
    if (round === warmUpRounds) times = create();
    const { submitted, next, wrongCode } = times;
    for (const which of shuffle([...guardianCases, "bare"] as const)) {
      await delay(restMilliseconds);
      if (which === "bare") {
        const startedAt = performance.now();
        await bare.connection.send(bare.recipe);
        times.bare.push(performance.now() - startedAt);
        continue;
      }
      const browser = openBrowser(portal, connection);
      await browser.request("startFlow", { method: "sms" });
      await delay(restMilliseconds);
      await watch(submitted, which, () => browser.send(typeIdentity(which, round)));
      requireCodeStep(browser);
      await watch(next, which, () => browser.request("readStatus"));
      await portal.ask({ ask: "drain" });
      await delay(restMilliseconds);
      await watch(wrongCode, which, () => browser.send({ type: "smsCodeSubmitted", code: "00000000" }));
      requireCodeStep(browser);
    }
  }
  return times;
}

/** How many guardians of each case so many rounds take. */
export const guardiansFor = (rounds: number): number => rounds + warmUpRounds;

/** The identifiers that are tried: with a letter's password, with a chosen one, with none yet, and one that does not exist. */
export const signInCases = ["letter", "active", "no password", "unknown"] as const;
export type SignInCase = (typeof signInCases)[number];

/** Signs in with a wrong password to every case once a round, in an order drawn anew, each identifier once. */
export async function signInWrongly(
  portal: ServerProcess,
  connection: HttpConnection,
  identifiers: Readonly<Record<SignInCase, readonly string[]>>,
): Promise<WatchedCases<SignInCase>> {
  const rounds = Math.min(...signInCases.map((which) => identifiers[which].length));
  let watched = createWatched(signInCases);
  for (let round = 0; round < rounds; round += 1) {
    if (round === warmUpRounds) watched = createWatched(signInCases);
    for (const which of shuffle(signInCases)) {
      await delay(restMilliseconds);
      const browser = openBrowser(portal, connection);
      const identifier = identifiers[which][round] ?? "";
      await watch(watched, which, () => browser.signIn(identifier, "Brouette-Violette-43"));
    }
  }
  return watched;
}

/** Instants of today in seconds of the epoch, as views hold them. */
const instants = /\b1[6-9]\d{8}\b/g;

/**
 * All that an answer shows, but for what is drawn or counted anew each time: status, headers, the size of the body and the body itself, with
 * every instant as one; of cookies and dates the length.
 */
function shapeOf({ status, headers, body }: WireAnswer): string {
  const lines = Array.from(headers, ([name, value]) => {
    if (name === "date") return `${name}: ${value.length}`;
    return name === "set-cookie"
      ? `${name}: ${value.replace(/=[^;]*/, "=")} ${value.length}`
      : `${name}: ${value}`;
  });
  const size = Buffer.byteLength(body);
  return [String(status), ...lines.sort(), String(size), body.replace(instants, "instant")].join("\n");
}
