import { once } from "node:events";

/** Reads what the parent wants of this process: its first message. */
export async function readSettings(): Promise<Readonly<Record<string, unknown>>> {
  const [settings]: unknown[] = await once(process, "message");
  if (typeof settings !== "object" || settings === null) throw new TypeError("the settings are no object");
  return { ...settings };
}

/** Tells the parent something; nobody listens when it is gone. */
export function tellParent(message: Readonly<Record<string, unknown>>): void {
  if (process.connected) process.send?.(message);
}

/** Stops once when the parent asks for it or ends, and then exits. */
export function stopWithParent(stop: () => Promise<void>): void {
  let isStopping = false;
  const stopOnce = (): void => {
    if (isStopping) return;
    isStopping = true;
    void stop().finally(() => process.exit(0));
  };
  // Ctrl-C reaches the whole group of processes; the parent decides when its work is done.
  process.on("SIGINT", () => {});
  process.on("SIGTERM", stopOnce);
  process.on("disconnect", stopOnce);
}
