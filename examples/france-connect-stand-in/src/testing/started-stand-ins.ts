import { afterEach } from "vitest";
import type { StandInOptions } from "../options.ts";
import { startFranceConnectStandIn, type FranceConnectStandIn } from "../start-france-connect-stand-in.ts";
import { rsaClient, secretClient } from "./service.ts";

const running: FranceConnectStandIn[] = [];

afterEach(async () => {
  for (const standIn of running.splice(0)) await standIn.stop();
});

/** Starts a stand-in that ends with the test. */
export async function start(options: Partial<StandInOptions> = {}): Promise<FranceConnectStandIn> {
  const standIn = await startFranceConnectStandIn({ clients: [secretClient, rsaClient], ...options });
  running.push(standIn);
  return standIn;
}
