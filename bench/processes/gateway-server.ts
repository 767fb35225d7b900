/** A service that takes every text at once, and remembers when each arrived. */
import { createServer } from "node:http";
import { json } from "node:stream/consumers";
import { answerParent, readUsage, listen } from "./answer-parent.ts";

const arrivals: number[] = [];
const server = createServer((request, response) => {
  arrivals.push(performance.timeOrigin + performance.now());
  void json(request).then(() => {
    const body = JSON.stringify({ id: `text-${arrivals.length}` });
    response.writeHead(200, { "content-type": "application/json", "content-length": body.length });
    response.end(body);
  });
});

answerParent(await listen(server), async ({ ask }) => {
  if (ask === "usage") return readUsage();
  if (ask === "arrivals") return arrivals;
  throw new TypeError(`a gateway can't be asked for ${ask}`);
});
