import { describe, expect, it } from "vitest";
import { cookieNames, formatCookie, parseCookies } from "./cookies.ts";

describe("a Cookie header", () => {
  it("is read into names and values", () => {
    expect([...parseCookies("a=1; b=x=y;\tc=")]).toEqual([
      ["a", "1"],
      ["b", "x=y"],
      ["c", ""],
    ]);
  });

  it.each([null, "", ";;", "novalue", "=nameless"])("without a cookie is empty: %s", (header) => {
    expect(parseCookies(header).size).toBe(0);
  });

  it("lets the first of two cookies with one name count", () => {
    expect(parseCookies("a=1; a=2").get("a")).toBe("1");
  });

  it.each(["\u00a0", "\u0085", "\u2000", "\ufeff", "\v", "\f"])(
    "ASVS 3.3.1 never takes a name with an odd space (%j) for a protected one",
    (space) => {
      const cookies = parseCookies(`${space}__Host-educonnect-flow=planted`);
      expect(cookies.has("__Host-educonnect-flow")).toBe(false);
    },
  );
});

describe("a Set-Cookie header", () => {
  const cookie = { name: cookieNames(true).flow, value: "abc", maxAgeSeconds: 60 };

  it("ASVS 3.3.1, 3.3.2, 3.3.4 is bound to the origin, to HTTPS, to same-site requests and out of scripts' reach", () => {
    expect(formatCookie(cookie, true)).toBe(
      "__Host-educonnect-flow=abc; Path=/; Max-Age=60; HttpOnly; SameSite=Lax; Secure",
    );
    expect(formatCookie(cookie, true)).not.toContain("Domain");
  });

  it("removes a cookie without a value", () => {
    expect(formatCookie({ ...cookie, value: null }, true)).toContain("=; Path=/; Max-Age=0;");
  });

  it("is unprefixed only where development has no HTTPS", () => {
    expect(cookieNames(false)).toEqual({ flow: "educonnect-flow", session: "educonnect-session" });
    expect(formatCookie(cookie, false)).not.toContain("Secure");
  });
});
