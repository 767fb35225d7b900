import { endpoints, type StatusResponse } from "@educonnect-activation/core";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { nothing } from "../../test/create-journey.ts";
import { hasNobody, readOpening } from "./opening.ts";

/** Answers the page's own `fetch`, and says what it was asked for. */
function answerWith(answer: Response | Error): string[] {
  const asked: string[] = [];
  vi.stubGlobal("fetch", (url: string) => {
    asked.push(url);
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
  });
  return asked;
}

describe("readOpening", () => {
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it("asks the handler for the status, wherever it is mounted", async () => {
    for (const baseUrl of ["/educonnect", "/educonnect/"]) {
      const asked = answerWith(Response.json(nothing));
      expect(await readOpening(null, baseUrl)).toEqual(nothing);
      expect(asked).toEqual([`/educonnect${endpoints.readStatus.path}`]);
    }
  });

  it.each([
    ["a network that fails", new TypeError("Failed to fetch")],
    ["a proxy's page", new Response("<!doctype html>", { headers: { "Content-Type": "text/html" } })],
    ["a refusal", Response.json({ code: "server_busy", status: 503 }, { status: 503 })],
    ["what is no status", Response.json({ flow: null })],
  ])("leaves %s to those who can deal with it", async (_, answer) => {
    answerWith(answer);
    expect(await readOpening(null, "/educonnect")).toBeNull();
  });

  it("asks the host's own client, and fails as it does", async () => {
    const failure = new Error("of the host");
    const client = { readStatus: (): Promise<StatusResponse> => Promise.reject(failure) };
    await expect(readOpening(client, "/educonnect")).rejects.toBe(failure);
  });
});

describe("hasNobody", () => {
  beforeEach(() => {
    vi.stubGlobal("navigator", { cookieEnabled: true });
  });

  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it.each([
    ["", true],
    ["#chapter", true],
    ["#educonnect=france_connect", false],
    ["#educonnect=france_connect_late", false],
  ])("with %o at the end of the address says %s", (hash, isNobody) => {
    vi.stubGlobal("location", { hash });
    expect(hasNobody(nothing)).toBe(isNobody);
  });

  it("leaves a browser without cookies to those who can tell of it", () => {
    vi.stubGlobal("location", { hash: "" });
    vi.stubGlobal("navigator", { cookieEnabled: false });
    expect(hasNobody(nothing)).toBe(false);
  });

  it("knows who is signed in", () => {
    vi.stubGlobal("location", { hash: "" });
    expect(hasNobody({ ...nothing, session: sessionOf("Claire") })).toBe(false);
  });
});

function sessionOf(givenName: string): NonNullable<StatusResponse["session"]> {
  return { givenName, familyName: "Martin", expiresAt: 2, endsAt: 3, now: 1 };
}
