import { describe, expect, it } from "vitest";
import { createPasswordPolicy } from "./create-password-policy.ts";
import {
  createCnilPasswordPolicy,
  educonnectPasswordPolicy,
  nistPasswordPolicy,
  threeOfFourPasswordPolicy,
} from "./policy.ts";

describe("createPasswordPolicy", () => {
  it("uses the default for what is left out", () => {
    expect(createPasswordPolicy({ name: "mine" })).toEqual({ ...educonnectPasswordPolicy, name: "mine" });
    expect(createPasswordPolicy({ name: "mine", kinds: ["digit"] }).kindsRequired).toBe(1);
    expect(createPasswordPolicy({ name: "mine", kinds: [] }).kindsRequired).toBe(0);
  });

  it.each([
    educonnectPasswordPolicy,
    threeOfFourPasswordPolicy,
    nistPasswordPolicy,
    createCnilPasswordPolicy(),
  ])("takes the preset $name as it is", (preset) => {
    expect(createPasswordPolicy(preset)).toEqual(preset);
  });

  it("cannot be changed afterwards, not even through the arrays it was made from", () => {
    const kinds: ("digit" | "lowercase")[] = ["digit", "lowercase"];
    const policy = createPasswordPolicy({ name: "mine", kinds });
    kinds.pop();
    expect(policy.kinds).toEqual(["digit", "lowercase"]);
    expect(Object.isFrozen(policy) && Object.isFrozen(policy.kinds)).toBe(true);
  });

  it.each([
    [{ name: "" }, "name"],
    [{ minimumLength: 7 }, "minimumLength"],
    [{ minimumLength: 8.5 }, "minimumLength"],
    [{ minimumLength: 257 }, "minimumLength"],
    [{ maximumLength: 63 }, "maximumLength"],
    [{ maximumLength: 257 }, "maximumLength"],
    [{ minimumLength: 100, maximumLength: 99 }, "minimumLength must not exceed"],
    [{ kindsRequired: 5 }, "kindsRequired"],
    [{ kindsRequired: 0 }, "kindsRequired"],
    [{ kinds: ["digit", "digit"] as const }, "twice"],
    [{ specialCharacters: "" }, "specialCharacters"],
    [{ specialCharacters: "!!" }, "twice"],
    [{ specialCharacters: "!A" }, "specialCharacters"],
    [{ specialCharacters: "! " }, "specialCharacters"],
    [{ specialCharacters: "!\ud800" }, "specialCharacters"],
    [{ specialCharacters: "e\u0301" }, "specialCharacters"],
    [{ minimumBits: -1 }, "minimumBits"],
    [{ minimumBits: Number.NaN }, "minimumBits"],
    [{ minimumBits: 100_000 }, "minimumBits"],
  ])("refuses %j, naming %s", (wrong, named) => {
    const make = () => createPasswordPolicy({ name: "mine", ...wrong });
    expect(make).toThrow(TypeError);
    expect(make).toThrow(named);
  });

  it("refuses what JSON can express and the type cannot", () => {
    const parsed = JSON.parse('{ "name": "mine", "kinds": ["emoji"] }');
    expect(() => createPasswordPolicy(parsed)).toThrow("emoji");
    expect(() => createPasswordPolicy(JSON.parse('{ "name": "mine", "minLength": 9 }'))).toThrow("minLength");
    expect(() => createPasswordPolicy(JSON.parse('{ "name": 3 }'))).toThrow("name");
    expect(() => createPasswordPolicy(JSON.parse('{ "name": "mine", "specialCharacters": 3 }'))).toThrow(
      "specialCharacters",
    );
  });
});
