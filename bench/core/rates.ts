import { interleave } from "../measure/rounds.ts";
import { summarize } from "../measure/statistics.ts";

/** Something to do again and again; `run` says how many times it did it. */
export interface Repeated {
  readonly run: () => number;
}

const roundMilliseconds = 150;
const rounds = 9;

function ratePerSecond({ run }: Repeated): number {
  const startedAt = performance.now();
  let times = 0;
  let elapsed = 0;
  while (elapsed < roundMilliseconds) {
    times += run();
    elapsed = performance.now() - startedAt;
  }
  return (times / elapsed) * 1000;
}

/** Measures how often a second two things can be done, in turns, and prints one line of JSON: ours, the bare one, and the ratio. */
export async function printRates(benchmark: string, ours: Repeated, bare: Repeated): Promise<void> {
  const measured = await interleave(
    { ours: async () => ratePerSecond(ours), bare: async () => ratePerSecond(bare) },
    rounds,
  );
  const perSecond = summarize(measured.map((round) => round.ours));
  const bareSummary = summarize(measured.map((round) => round.bare));
  const ratio = summarize(measured.map((round) => round.ours / round.bare));
  console.log(
    JSON.stringify({
      benchmark,
      perSecond: Math.round(perSecond.median),
      low: Math.round(perSecond.low),
      high: Math.round(perSecond.high),
      barePerSecond: Math.round(bareSummary.median),
      ratio: Math.round(ratio.median * 1000) / 1000,
      goal: 300_000,
      reached: perSecond.median >= 300_000,
    }),
  );
}
