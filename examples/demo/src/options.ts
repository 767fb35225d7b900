import { parseArgs } from "node:util";

/** What the demo was asked to do. */
export interface DemoOptions {
  /** The folder that keeps everything; null for a fresh one, removed at the end. */
  readonly dataFolder: string | null;
  /** A PostgreSQL URL; null for the embedded SQLite. */
  readonly postgresUrl: string | null;
  /** The port asked for; null for 4400 or the next that is free. */
  readonly port: number | null;
  /** Seconds between two confirmation mails, or two texts with a code; null for the kit's default, one minute. */
  readonly cooldownSeconds: number | null;
  /** Whether accounts can be activated by SMS. */
  readonly hasSms: boolean;
  /** Whether they can by FranceConnect. */
  readonly hasFranceConnect: boolean;
  /** Whether tests can break FranceConnect's stand-in, at a port of the loopback that is named at the start. */
  readonly isBreakable: boolean;
  readonly isHelp: boolean;
}

/** Options that can't be understood; the message is for the person at the terminal. */
export class OptionsError extends Error {
  override readonly name = "OptionsError";
}

/** What `--help` prints. */
export const usage = `Usage: pnpm demo [options]

  --data DIR            keep everything in DIR, so that it survives a restart (without it: fresh, removed at the end)
  --postgres URL        use this PostgreSQL database instead of the embedded SQLite
  --port NUMBER         listen on this port of localhost, 0 for any free one (default: 4400 or the next free one)
  --cooldown N          let a mail or a code be sent again after N seconds, to try that without waiting (default: 60)
  --no-sms              do not offer the activation by SMS
  --no-france-connect   do not offer the activation by FranceConnect
  --breakable           open a port of the loopback where tests break the stand-in of FranceConnect
  --help                print this
`;

function readPort(text: string | undefined): number | null {
  if (text === undefined) return null;
  if (!/^\d{1,5}$/u.test(text) || Number(text) > 65_535) {
    throw new OptionsError(`--port must be a whole number from 0 to 65535, not "${text}".`);
  }
  return Number(text);
}

function readCooldown(text: string | undefined): number | null {
  if (text === undefined) return null;
  if (!/^\d{1,4}$/u.test(text)) {
    throw new OptionsError(`--cooldown must be a whole number of seconds from 0 to 9999, not "${text}".`);
  }
  return Number(text);
}

function readPostgresUrl(text: string | undefined): string | null {
  if (text === undefined) return null;
  const isPostgres = URL.canParse(text) && /^postgres(?:ql)?:$/u.test(new URL(text).protocol);
  // The text itself is not repeated: it may hold a password.
  if (!isPostgres)
    throw new OptionsError("--postgres must be a URL such as postgres://user@localhost:5432/demo.");
  return text;
}

/** Reads the command line. @throws {OptionsError} for an option that is unknown, repeated, incomplete or out of range. */
export function parseOptions(args: readonly string[]): DemoOptions {
  const text = { type: "string", multiple: true } as const;
  const read = () => {
    try {
      return parseArgs({
        // pnpm passes on the separator that its user typed.
        args: args.filter((argument, index) => argument !== "--" || index > 0),
        options: {
          data: text,
          postgres: text,
          port: text,
          cooldown: text,
          "no-sms": { type: "boolean" },
          "no-france-connect": { type: "boolean" },
          breakable: { type: "boolean" },
          help: { type: "boolean", short: "h" },
        },
        allowPositionals: false,
      }).values;
    } catch (error) {
      throw new OptionsError(error instanceof Error ? error.message : String(error), { cause: error });
    }
  };
  const values = read();
  const single = (name: "data" | "postgres" | "port" | "cooldown"): string | undefined => {
    const given = values[name] ?? [];
    if (given.length > 1) throw new OptionsError(`--${name} was given more than once.`);
    if (given[0] === "") throw new OptionsError(`--${name} needs a value.`);
    return given[0];
  };
  return {
    dataFolder: single("data") ?? null,
    postgresUrl: readPostgresUrl(single("postgres")),
    port: readPort(single("port")),
    cooldownSeconds: readCooldown(single("cooldown")),
    hasSms: values["no-sms"] !== true,
    hasFranceConnect: values["no-france-connect"] !== true,
    isBreakable: values.breakable === true,
    isHelp: values.help ?? false,
  };
}
