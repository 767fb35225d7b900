import { expect, it } from "vitest";
import { createJsonLogger } from "./json-logger.ts";

it("writes one object a line, from the least level on, and lets no field stand in for its own", () => {
  const lines: string[] = [];
  const logger = createJsonLogger((line) => lines.push(line), "warn", { now: () => 1_800_000_000 });
  logger.log("info", "message_sent");
  logger.log("warn", "message_postponed", { reason: "a\nb", tries: 2, level: "debug", event: "x" });
  logger.log("error", "server_error");
  expect(lines.map((line) => line.endsWith("\n") && line.indexOf("\n") === line.length - 1)).toEqual([
    true,
    true,
  ]);
  expect(lines.map((line): unknown => JSON.parse(line))).toEqual([
    { at: "2027-01-15T08:00:00.000Z", level: "warn", event: "message_postponed", reason: "a\nb", tries: 2 },
    { at: "2027-01-15T08:00:00.000Z", level: "error", event: "server_error" },
  ]);
});
