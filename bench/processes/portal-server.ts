/**
 * A portal over an SQLite file or a `postgres:` address, as a deployment serves it: argon2 (`patient` never refuses a
 * request, however long it waits; `instant` does not hash), the Node bridge, mails from the
 * outbox, and texts through the gateway of an address, if one is given.
 */
import { createServer } from "node:http";
import { createEduconnectHandler } from "@educonnect-activation/server-adapter";
import { createArgon2Hasher, toNodeListener } from "@educonnect-activation/server-adapter/node";
import { createInstantHasher } from "../portal/instant-hasher.ts";
import { createPortal, openStore } from "../portal/portal.ts";
import { answerParent, readUsage, gatewaySecret, listen } from "./answer-parent.ts";

const [place = ":memory:", hasher = "argon2", gatewayUrl] = process.argv.slice(2);
const server = createServer();
const port = await listen(server);
const publicOrigin = `http://127.0.0.1:${port}`;
const store = await openStore(place);
const passwordHasher =
  hasher === "instant"
    ? createInstantHasher()
    : createArgon2Hasher(hasher === "patient" ? { maxWaitSeconds: 60 } : {});
const portal = createPortal({
  store,
  passwordHasher,
  publicOrigin,
  ...(gatewayUrl !== undefined && { smsGateway: await openGateway(gatewayUrl) }),
});
portal.dispatcher.start();
server.on("request", toNodeListener(createEduconnectHandler(portal.options), { publicOrigin }));

answerParent(port, async (question) => {
  switch (question.ask) {
    case "usage":
      return readUsage();
    case "issue":
      return portal.issue(question.count);
    case "code":
      await portal.dispatcher.drain();
      return portal.codes.get(question.email) ?? null;
    case "guardians":
      return portal.loadGuardians(question.count);
    case "drain":
      await portal.dispatcher.drain();
      return null;
    case "arrivals":
      throw new TypeError("texts arrive at the gateway");
  }
});

async function openGateway(url: string) {
  const { createWebhookSmsGateway } = await import("@educonnect-activation/server-adapter/sms");
  return createWebhookSmsGateway({ url, secrets: [gatewaySecret], allowInsecureUrl: true });
}
