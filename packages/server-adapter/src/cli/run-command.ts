import { UsageError, type CommandEnvironment, type CommandResult } from "./command.ts";
import { listReportsCommand, settleReportCommand } from "./reports-command.ts";
import { reencryptCommand, verifyCommand } from "./keyed-commands.ts";

export type { CommandEnvironment, CommandResult } from "./command.ts";

const usage = `Usage: educonnect-activation audit verify DATABASE
       educonnect-activation keys reencrypt DATABASE
       educonnect-activation reports SCHOOL DATABASE [--all] [--json]
       educonnect-activation reports settle REPORT SCHOOL DATABASE

  DATABASE   --sqlite FILE or --postgres URL
  SCHOOL     --school ID, or --without-school for children whom the directory gives none

audit verify
  Checks the audit chain: every entry in its place, none changed. The keys come from EDUCONNECT_KEYS, as JSON:
    {"current":{"id":"…","secret":"…"},"previous":[…]}
  Ends with 0 when the chain holds, 1 when it breaks, 2 when it could not be checked.

keys reencrypt
  Encrypts again, with the current key, what is kept for long under a previous one, so that the old key can go in the end; see the guide.
  The keys come from EDUCONNECT_KEYS. May be stopped, repeated, and run beside the servers.
  Ends with 0 when nothing kept for long is left under another key, 1 when there is a text that no key opens, 2 when it could not run.

reports
  Lists what families told of a school's pupils and nobody has settled yet, newest first. It names people: for that school only.
  --all adds the settled ones, --json prints a line of JSON for each.

reports settle
  Takes a report off the list, once its school has seen to it. Ends with 1 when the school has no such open report.`;

type Run = (args: readonly string[], environment: CommandEnvironment) => Promise<CommandResult>;

/** Each command by its words; of two that begin alike the longer is first. */
const commands: readonly { readonly words: readonly string[]; readonly run: Run }[] = [
  { words: ["audit", "verify"], run: verifyCommand },
  { words: ["keys", "reencrypt"], run: reencryptCommand },
  { words: ["reports", "settle"], run: settleReportCommand },
  { words: ["reports"], run: listReportsCommand },
];

/** Runs a command line; never throws. */
export async function runCommand(
  args: readonly string[],
  environment: CommandEnvironment,
): Promise<CommandResult> {
  if (args.length === 0 || args[0] === "--help") return { code: args.length === 0 ? 2 : 0, output: usage };
  try {
    const command = commands.find(({ words }) => words.every((word, place) => args[place] === word));
    if (command === undefined) throw new UsageError(`There is no command "${args.join(" ")}".`);
    return await command.run(args.slice(command.words.length), environment);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { code: 2, output: error instanceof UsageError ? `${message}\n\n${usage}` : message };
  }
}
