import { createPlan, InvalidPlanError } from "@educonnect-activation/core";
import { describe, expect, it } from "vitest";
import { activationMethods } from "./activation-methods.ts";
import type { MethodOptions } from "./options/educonnect-options.ts";

const make = (options: MethodOptions, sendsSms = true) =>
  activationMethods(options, "https://ent.example", sendsSms);
const withCode = createPlan({
  method: "franceConnect",
  audience: "guardian",
  steps: ["franceConnect", "smsCode", "children"],
});

describe("the methods that a deployment offers", () => {
  it("are the letter's and the pupil's, and by SMS where it is wired", () => {
    expect(Object.keys(make({}).plans)).toEqual(["letter", "pupil"]);
    expect(Object.keys(make({ sms: {} }).plans)).toEqual(["letter", "pupil", "sms"]);
    expect(make({ sms: {} })).toMatchObject({ smsDefaultRegion: "FR", smsReceipts: null });
  });

  it.each<[string, MethodOptions, RegExp]>([
    [
      "a plan by SMS without SMS",
      { plans: { sms: withCode } },
      /methods\.plans\.sms needs the option methods\.sms/,
    ],
    ["a region there is not", { sms: { defaultRegion: "ZZ" } }, /ZZ/],
  ])("are refused with %s, by name", (_name, options, message) => {
    expect(() => make(options)).toThrow(TypeError);
    expect(() => make(options)).toThrow(message);
  });

  it("are refused with SMS and an outbox that has no gateway to send them through", () => {
    expect(() => make({ sms: {} }, false)).toThrow(
      new TypeError("The option methods.sms needs an outbox dispatcher with an smsGateway."),
    );
  });

  it("are refused with a plan that could activate somebody without the proofs of its method", () => {
    const plans = {
      sms: { method: "sms", audience: "guardian", steps: [{ name: "children", optional: false }] },
    } as const;
    expect(() => make({ sms: {}, plans })).toThrow(InvalidPlanError);
  });
});
