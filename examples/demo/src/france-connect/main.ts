import {
  startFranceConnectStandIn,
  type StandInOptions,
} from "@educonnect-activation/france-connect-stand-in";
import { readSettings, stopWithParent, tellParent } from "../processes/kept-by-parent.ts";
import { listenForFaults } from "./listen-for-faults.ts";

/**
 * The demo's stand-in for FranceConnect, a process of its own, which is told `{ standIn, port, isBreakable }`: the stand-in's options as
 * JSON, where to listen, and whether tests can break it. Tells its parent `{ type: "listening", port }`, and before it where it takes faults,
 * `{ type: "breakable", port }`.
 */
const settings = await readSettings();
const options: StandInOptions = JSON.parse(String(settings["standIn"]));
try {
  const standIn = await startFranceConnectStandIn({ ...options, port: Number(settings["port"]) });
  const control = settings["isBreakable"] === true ? await listenForFaults(standIn) : null;
  if (control !== null) tellParent({ type: "breakable", port: control.port });
  tellParent({ type: "listening", port: Number(new URL(standIn.url).port) });
  stopWithParent(() => {
    control?.stop();
    return standIn.stop();
  });
} catch (error) {
  process.stderr.write(
    `FranceConnect's stand-in: ${error instanceof Error ? error.message : String(error)}\n`,
  );
  process.exit(1);
}
