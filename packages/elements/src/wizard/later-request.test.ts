import { describe, expect, it } from "vitest";
import { openMethods } from "./later-request.ts";
import { wiredLinks } from "./screen-request.ts";

const all = ["letter", "pupil", "sms", "franceConnect"] as const;

describe("the methods that are open", () => {
  it("are those the server offers, the one to try first before", () => {
    expect(openMethods(all, "guardian", {})).toEqual(["franceConnect", "sms", "letter", "pupil"]);
    expect(openMethods(["letter", "sms"], "guardian", {})).toEqual(["sms", "letter"]);
  });

  it("are for pupils their own alone", () => {
    expect(openMethods(all, "pupil", {})).toEqual(["pupil"]);
  });

  it("leave out those whose link the host hides, not those it deals with", () => {
    const host = { "no-account": false, franceconnect: "/fc" } as const;
    expect(openMethods(all, "guardian", host)).toEqual(["franceConnect", "letter", "pupil"]);
  });
});

describe("the links that are wired", () => {
  it("are those of the open methods, and the methods", () => {
    expect(wiredLinks(["letter", "sms"], "guardian", {})).toEqual({ methods: true, "no-account": true });
    expect(wiredLinks(all, "pupil", {})).toEqual({ methods: true });
    expect(wiredLinks([], "guardian", {})).toEqual({});
  });

  it("are the host's before the wizard's own, even for what is not open", () => {
    const host = { methods: "/methodes", "no-account": false, franceconnect: true, home: "/" } as const;
    expect(wiredLinks(["sms"], "guardian", host)).toEqual({
      methods: "/methodes",
      franceconnect: true,
      home: "/",
    });
  });
});
