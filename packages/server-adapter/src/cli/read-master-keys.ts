import { z } from "zod";
import type { MasterKeys } from "../security/keys.ts";

const masterKey = z.object({ id: z.string(), secret: z.string() });
const masterKeys = z.object({
  current: masterKey,
  previous: z.array(masterKey).exactOptional(),
}) satisfies z.ZodType<MasterKeys>;

/** Reads keys from JSON. @throws {TypeError} saying what is missing, never what was given. */
export function readMasterKeys(text: string | undefined): MasterKeys {
  if (text === undefined || text === "") throw new TypeError("EDUCONNECT_KEYS is not set.");
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new TypeError("EDUCONNECT_KEYS is not JSON.");
  }
  const parsed = masterKeys.safeParse(value);
  if (!parsed.success) throw new TypeError('EDUCONNECT_KEYS needs {"current":{"id":"…","secret":"…"}}.');
  return parsed.data;
}
