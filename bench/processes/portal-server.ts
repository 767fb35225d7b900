/** A portal over an SQLite file, as a deployment serves it: argon2 (or `instant`), the Node bridge, mails from the outbox. */
import { createServer } from "node:http";
import { createEduconnectHandler } from "@educonnect-activation/server-adapter";
import { createArgon2Hasher, toNodeListener } from "@educonnect-activation/server-adapter/node";
import { createSqliteStore } from "@educonnect-activation/server-adapter/stores/sqlite";
import { createInstantHasher } from "../portal/instant-hasher.ts";
import { createPortal } from "../portal/portal.ts";
import { answerParent, readUsage } from "./answer-parent.ts";
import { listen } from "./listen.ts";

const [path = ":memory:", hasher = "argon2"] = process.argv.slice(2);
const server = createServer();
const port = await listen(server);
const publicOrigin = `http://127.0.0.1:${port}`;
const store = await createSqliteStore({ path });
const passwordHasher = hasher === "instant" ? createInstantHasher() : createArgon2Hasher();
const portal = createPortal({ store, passwordHasher, publicOrigin });
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
  }
});
