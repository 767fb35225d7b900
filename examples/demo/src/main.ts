import { OptionsError, parseOptions, usage } from "./options.ts";
import { startDemo, type Demo } from "./server/start-demo.ts";

/** `pnpm demo`: reads the options, starts the demo, says where it is, and stops it when asked. */
async function run(args: readonly string[]): Promise<void> {
  const options = parseOptions(args);
  if (options.isHelp) {
    process.stdout.write(usage);
    return;
  }
  const demo = await startDemo(options);
  stopWhenAsked(demo);
  process.stdout.write(`${[...demo.notes, `ready ${demo.publicOrigin}`].join("\n")}\n`);
}

/** `node --watch`, and a terminal beside it, ask twice at once. */
const sameAskingMilliseconds = 1000;

function stopWhenAsked(demo: Demo): void {
  let askedAt: number | null = null;
  const stop = (): void => {
    if (askedAt !== null) {
      // Asked again, it goes at once.
      if (performance.now() - askedAt > sameAskingMilliseconds) process.exit(1);
      return;
    }
    askedAt = performance.now();
    demo.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
  process.on("SIGHUP", stop);
}

try {
  await run(process.argv.slice(2));
} catch (error) {
  if (error instanceof OptionsError) {
    process.stderr.write(`${error.message}\n\n${usage}`);
    process.exitCode = 2;
  } else {
    console.error("The demo could not start:", error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
