import type { Environment } from "../environment.ts";
import type { PlainResponse } from "../http/message.ts";

/** Says whether the server can serve, for a load balancer: 200, or 503 while its store can't be reached. */
export async function health({ store }: Environment): Promise<PlainResponse> {
  await store.ping();
  return { status: 200, body: { status: "ok" } };
}
