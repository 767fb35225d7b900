import { createPlan, InvalidPlanError } from "@educonnect-activation/core";
import { describe, expect, it } from "vitest";
import { activationMethods, type ActivationMethodOptions } from "./activation-methods.ts";

const make = (options: ActivationMethodOptions) => activationMethods(options, "https://ent.example");
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

  it.each<[string, ActivationMethodOptions, RegExp]>([
    ["a plan by SMS without SMS", { plans: { sms: withCode } }, /plans\.sms needs the option sms/],
    ["SMS without a gateway", { sms: {}, outbox: { sendsSms: false } }, /smsGateway/],
    ["a region there is not", { sms: { defaultRegion: "ZZ" } }, /ZZ/],
  ])("are refused with %s, by name", (_name, options, message) => {
    expect(() => make(options)).toThrow(TypeError);
    expect(() => make(options)).toThrow(message);
  });

  it("are refused with a plan that could activate somebody without the proofs of its method", () => {
    const plans = {
      sms: { method: "sms", audience: "guardian", steps: [{ name: "children", optional: false }] },
    } as const;
    expect(() => make({ sms: {}, plans })).toThrow(InvalidPlanError);
  });
});
