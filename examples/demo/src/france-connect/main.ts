import {
  startFranceConnectStandIn,
  type StandInOptions,
} from "@educonnect-activation/france-connect-stand-in";
import { readSettings, stopWithParent, tellParent } from "../processes/kept-by-parent.ts";

/**
 * The demo's stand-in for FranceConnect, a process of its own, which is told `{ standIn, port }`: the stand-in's options as JSON, and where
 * to listen. Tells its parent `{ type: "listening", port }`.
 */
const settings = await readSettings();
const options: StandInOptions = JSON.parse(String(settings["standIn"]));
try {
  const standIn = await startFranceConnectStandIn({ ...options, port: Number(settings["port"]) });
  tellParent({ type: "listening", port: Number(new URL(standIn.url).port) });
  stopWithParent(() => standIn.stop());
} catch (error) {
  process.stderr.write(
    `FranceConnect's stand-in: ${error instanceof Error ? error.message : String(error)}\n`,
  );
  process.exit(1);
}
