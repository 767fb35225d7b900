import { describe, expect, it } from "vitest";
import { chosenPassword } from "../../test/journeys/guardian-journey.ts";
import { createTestBrowser, problemOf } from "../../test/portal/test-browser.ts";
import { createTestPortal } from "../../test/portal/test-portal.ts";
import { handle } from "../handle.ts";
import { toPlainRequest } from "../http/message.ts";
import { ReceiptRefusedError } from "../ports/sms-gateway.ts";
import { readTraceId } from "./context.ts";

const trace = "4bf92f3577b34da6a3ce929d0e0e4736";
const parent = "00f067aa0ba902b7";

describe("a traceparent (W3C Trace Context, 3.2)", () => {
  it("gives its trace, of this version and of later ones", () => {
    expect(readTraceId(`00-${trace}-${parent}-01`)).toBe(trace);
    expect(readTraceId(`cc-${trace}-${parent}-00-what-comes-later`)).toBe(trace);
  });

  it.each([
    null,
    "",
    "nonsense",
    `00-${trace}-${parent}`,
    `00-${trace}-${parent}-01-more`,
    `ff-${trace}-${parent}-01`,
    `00-${"0".repeat(32)}-${parent}-01`,
    `00-${trace}-${"0".repeat(16)}-01`,
    `00-${trace.toUpperCase()}-${parent}-01`,
    `00-${trace}-${parent}-01\n`,
  ])("is left aside when it is not written by the rules: %j", (header) => {
    expect(readTraceId(header)).toBeNull();
  });
});

describe("a request's context", () => {
  it("names the request in its answer and in each entry of its log, with the trace", async () => {
    const logged: unknown[] = [];
    const portal = await createTestPortal({
      logger: { log: (_level, _event, fields) => logged.push(fields) },
    });
    const header = (name: string) => (name === "traceparent" ? `00-${trace}-${parent}-01` : null);
    const body = new TextEncoder().encode("{}");
    const sent = { method: "POST", target: "/educonnect/sms/receipts", header, body, clientAddress: null };
    const environment = {
      ...portal.environment,
      smsReceipts: () => Promise.reject(new ReceiptRefusedError("wrong_signature")),
    };
    const answers = [
      await handle(environment, toPlainRequest(sent, "/educonnect")),
      await handle(environment, toPlainRequest({ ...sent, header: () => null }, "/educonnect")),
    ];
    const ids = answers.map(({ headers }) => headers?.["x-request-id"]);
    for (const id of ids) expect(id).toMatch(/^[\w-]{22}$/);
    expect(ids[0]).not.toBe(ids[1]);
    expect(logged).toEqual([
      { reason: "wrong_signature", requestId: ids[0], traceId: trace },
      { reason: "wrong_signature", requestId: ids[1] },
    ]);
  });

  it("begins nothing for which it is too late, and hashes no password", async () => {
    const portal = await createTestPortal();
    const letter = await portal.issue("claire");
    const body = { identifier: letter.identifier, password: letter.provisionalPassword };
    const deadline = portal.clock.now();
    const late = await portal.browser().request("signIn", body, { deadline });
    expect([late.status, problemOf(late).code]).toEqual([503, "server_busy"]);
    expect(late.headers?.["retry-after"]).toBe("1");
    const inTime = await portal.browser().request("signIn", body, { deadline: deadline + 1 });
    expect(inTime.status).toBe(200);
  });

  it("costs no try where the time ran out before the password was compared", async () => {
    let hashes = 0;
    const first = await createTestPortal();
    const { passwordHasher } = first.environment;
    const portal = await createTestPortal({
      passwordHasher: {
        ...passwordHasher,
        async verify(phc, password) {
          hashes += 1;
          return passwordHasher.verify(phc, password);
        },
      },
    });
    const letter = await portal.issue("claire");
    const { environment } = portal;
    const slow = {
      ...environment,
      accounts: {
        ...environment.accounts,
        async findByIdentifier(identifier: string) {
          portal.clock.advance(10);
          return environment.accounts.findByIdentifier(identifier);
        },
      },
    };
    const deadline = portal.clock.now() + 5;
    const wrong = { identifier: letter.identifier, password: chosenPassword };
    for (let tries = 0; tries < 6; tries += 1) {
      const late = await createTestBrowser(slow).request("signIn", wrong, { deadline });
      expect(problemOf(late).code).toBe("server_busy");
    }
    expect(hashes).toBe(0);
    expect((await portal.browser().signIn(letter.identifier, letter.provisionalPassword)).status).toBe(200);
  });
});
