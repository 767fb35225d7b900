import { z } from "zod";
import { noBody } from "../http/read-body.ts";
import { defineEndpoint } from "./define-endpoint.ts";
import { nothing } from "./requirement.ts";
import { named } from "./schemas/named.ts";

/** Says whether the server can serve, for a load balancer: 200, or 503 while its store can't be reached. */
export const health = defineEndpoint({
  method: "GET",
  path: "/health",
  caller: "anybody",
  body: noBody,
  requires: nothing,
  response: named("HealthResponse", z.object({ status: z.literal("ok") })),
  summary: "Whether the server can serve",
  async handle({ store }) {
    await store.ping();
    return { status: 200, body: { status: "ok" } };
  },
});
