import { generateMasterKey, webRandom, type MasterKeys } from "@educonnect-activation/server-adapter";
import { readOrCreate } from "../data-folder.ts";

const isText = (value: unknown): value is string => typeof value === "string";

/** Reads the demo's keys, drawing them at the first start; they are kept beside the database, never in it. @throws {Error} when the file is damaged. */
export async function readMasterKeys(path: string): Promise<MasterKeys> {
  const text = await readOrCreate(
    path,
    () => `${JSON.stringify({ current: generateMasterKey(webRandom, "demo-1") }, null, 2)}\n`,
  );
  const parsed: unknown = JSON.parse(text);
  if (typeof parsed === "object" && parsed !== null && "current" in parsed) {
    const { current } = parsed;
    if (typeof current === "object" && current !== null && "id" in current && "secret" in current) {
      const { id, secret } = current;
      if (isText(id) && isText(secret)) return { current: { id, secret } };
    }
  }
  throw new Error(`${path} holds no keys of this demo`);
}
