import { readFile } from "node:fs/promises";
import type { StandInOptions } from "./options.ts";
import { startFranceConnectStandIn } from "./start-france-connect-stand-in.ts";

/**
 * Starts the stand-in as a process: `main.ts FILE`, or the same JSON in FRANCE_CONNECT_STAND_IN.
 *
 * Its last line is `ready ISSUER`; SIGTERM or SIGINT ends it.
 */
async function run(file: string | undefined, text: string | undefined): Promise<void> {
  if (file === undefined && text === undefined) {
    process.stderr.write("Usage: main.ts FILE, or the JSON of the options in FRANCE_CONNECT_STAND_IN\n");
    process.exitCode = 2;
    return;
  }
  const options: StandInOptions = JSON.parse(
    file === undefined ? (text ?? "") : await readFile(file, "utf8"),
  );
  const standIn = await startFranceConnectStandIn(options);
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => void standIn.stop().then(() => process.exit(0)));
  }
  process.stdout.write(`ready ${standIn.issuer}\n`);
}

try {
  await run(process.argv[2], process.env["FRANCE_CONNECT_STAND_IN"]);
} catch (error) {
  process.stderr.write(
    `The stand-in could not start: ${error instanceof Error ? error.message : String(error)}\n`,
  );
  process.exitCode = 1;
}
