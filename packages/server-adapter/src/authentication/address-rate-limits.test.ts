import { describe, expect, it } from "vitest";
import { problemOf } from "../../test/portal/test-browser.ts";
import { createTestPortal } from "../../test/portal/test-portal.ts";
import { networkOf } from "./address-rate-limits.ts";

describe("networkOf", () => {
  it.each([
    ["203.0.113.9", "203.0.113.9"],
    ["::ffff:203.0.113.9", "203.0.113.9"],
    ["2001:DB8:1:2:3:4:5:6", "2001:db8:1:2"],
    ["2001:db8::1", "2001:db8:0:0"],
    ["2001:db8:1:2::", "2001:db8:1:2"],
  ])("counts %s as %s", (address, network) => {
    expect(networkOf(address)).toBe(network);
  });

  it.each(["127.0.0.1", "10.1.2.3", "172.20.0.1", "192.168.1.1", "169.254.0.1", "::1", "fd00::1", "fe80::1"])(
    "does not count %s, a proxy that was not declared",
    (address) => {
      expect(networkOf(address)).toBeNull();
    },
  );
});

describe("the ceiling of one address (ASVS 6.3.1)", () => {
  const wrong = (identifier: string) => ({ identifier, password: "wrong" });

  it("refuses a flood from one address, the right password too, and nobody else", async () => {
    const portal = await createTestPortal({ rateLimits: { failuresPerAddress: 12 } });
    const letter = await portal.issue("claire");
    const browser = portal.browser();
    const from = (clientAddress: string) => ({ clientAddress });
    for (let count = 0; count < 12; count += 1) {
      const response = await browser.request("signIn", wrong(`a.personne${10 + count}`), from("203.0.113.9"));
      expect(problemOf(response).code).toBe("credentials_refused");
    }
    const right = { identifier: letter.identifier, password: letter.provisionalPassword };
    const refused = problemOf(await browser.request("signIn", right, from("203.0.113.9")));
    expect(refused.code).toBe("address_refused");
    expect(refused.retryAfterSeconds).toBeGreaterThan(0);
    expect((await browser.request("signIn", right, from("198.51.100.7"))).status).toBe(200);
  });

  it("lets thirty parents behind one address in, three of whom mistyped twice", async () => {
    const portal = await createTestPortal();
    const letter = await portal.issue("claire");
    for (let count = 0; count < 30; count += 1) {
      const response = await portal
        .browser()
        .request("signIn", wrong(`b.personne${10 + count}`), { clientAddress: "203.0.113.9" });
      expect(problemOf(response).code).toBe("credentials_refused");
    }
    const response = await portal
      .browser()
      .request(
        "signIn",
        { identifier: letter.identifier, password: letter.provisionalPassword },
        { clientAddress: "203.0.113.9" },
      );
    expect(response.status).toBe(200);
  });

  it("opens again an hour later", async () => {
    const portal = await createTestPortal({ rateLimits: { failuresPerAddress: 1 } });
    const browser = portal.browser();
    const send = () => browser.request("signIn", wrong("a.personne10"), { clientAddress: "203.0.113.9" });
    await send();
    expect(problemOf(await send()).code).toBe("address_refused");
    portal.clock.advance(3_600);
    expect(problemOf(await send()).code).toBe("credentials_refused");
  });

  it("keeps no address in clear", async () => {
    const portal = await createTestPortal();
    await portal.browser().request("signIn", wrong("a.personne10"), { clientAddress: "203.0.113.9" });
    const rows = await portal.environment.store.find("attempts", { where: {} });
    expect(rows.some((row) => row.key.startsWith("address:"))).toBe(true);
    expect(JSON.stringify(rows)).not.toContain("203.0.113");
  });
});
