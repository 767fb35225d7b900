import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isCommonPassword } from "./blocklist.generated.ts";
import { createPasswordPolicy } from "./create-password-policy.ts";
import { evaluatePassword, normalizePassword, type PasswordContext } from "./evaluate-password.ts";
import {
  createCnilPasswordPolicy,
  educonnectPasswordPolicy,
  educonnectSpecialCharacters,
  nistPasswordPolicy,
  threeOfFourPasswordPolicy,
} from "./policy.ts";

const nobody: PasswordContext = { personal: [] };
const presets = [
  educonnectPasswordPolicy,
  threeOfFourPasswordPolicy,
  nistPasswordPolicy,
  createCnilPasswordPolicy(),
  createCnilPasswordPolicy({ throttled: false }),
];

function codes(password: string, policy = educonnectPasswordPolicy, context = nobody) {
  return evaluatePassword(password, policy, context).issues.map((issue) => issue.code);
}

describe("the five rules of the deck", () => {
  it("lists each rule and whether it is met, for an empty password too", () => {
    const { rules, acceptable } = evaluatePassword("", educonnectPasswordPolicy, nobody);
    expect(rules.map(({ code, met }) => [code, met])).toEqual([
      ["uppercase", false],
      ["lowercase", false],
      ["digit", false],
      ["special_character", false],
      ["minimum_length", false],
    ]);
    expect(rules[3]?.params).toEqual({ characters: "!?@#$(){}[]_&=+-%°*<>£µ/.:;," });
    expect(rules[4]?.params).toEqual({ minimum: 8, actual: 0 });
    expect(acceptable).toBe(false);
  });

  it.each([
    ["zk7#wqpx", ["password_needs_uppercase"]],
    ["ZK7#WQPX", ["password_needs_lowercase"]],
    ["Zkt#wqpx", ["password_needs_digit"]],
    ["Zk7twqpx", ["password_needs_special_character"]],
    ["Zk7#wqp", ["password_too_short"]],
    ["Zk7#wqpx", []],
  ])("finds in %s the issues %j", (password, issues) => {
    expect(codes(password)).toEqual(issues);
  });

  it.each(Array.from(educonnectSpecialCharacters))("counts %s as special, and as nothing else", (sign) => {
    expect(codes(`ZK7${sign}WQPXT`)).toEqual(["password_needs_lowercase"]);
    expect(codes(`Zk7${sign}wqpx`)).toEqual([]);
  });

  it("has exactly the 28 special characters of the deck", () => {
    expect(new Set(educonnectSpecialCharacters).size).toBe(28);
  });

  it("accepts characters outside its lists without counting them as special", () => {
    expect(codes("Zk7 é漢€wq")).toEqual(["password_needs_special_character"]);
    expect(codes("Zk7#é漢€wq")).toEqual([]);
  });

  it("counts letters and digits of any script", () => {
    expect(codes("Ждвжшщ٣#")).toEqual([]);
  });
});

describe("length (NIST SP 800-63B-4 §3.1.1.2)", () => {
  it("counts code points after NFC", () => {
    const seven = "Zk7#e\u0301wq";
    expect(seven.length).toBe(8);
    expect(codes(seven)).toEqual(["password_too_short"]);
    expect(codes("Zk7#wq😀😀")).toEqual([]);
    expect(codes("Zk7#wq😀")).toEqual(["password_too_short"]);
  });

  it("accepts 256 and no more, and cuts nothing", () => {
    const word = "Zk7#wqpx".repeat(31) + "Tb4%hmvg";
    expect(codes(word)).toEqual([]);
    expect(evaluatePassword(`${word}a`, educonnectPasswordPolicy, nobody).issues).toEqual([
      { code: "password_too_long", params: { maximum: 256, actual: 257 } },
    ]);
  });

  it("handles a text of a million characters, marks included", () => {
    expect(codes("Zk7#wqpx".repeat(125_000))).toEqual(["password_too_long"]);
    expect(codes(`Zk7#wqpx${"\u0301\u0323".repeat(500_000)}`)).toEqual(["password_too_long"]);
  });
});

describe("three of the four kinds", () => {
  it("lists the kinds as optional and their number as the rule", () => {
    const { rules, acceptable } = evaluatePassword("zk7twqpx", threeOfFourPasswordPolicy, nobody);
    expect(rules.filter((rule) => rule.mandatory).map((rule) => rule.code)).toEqual([
      "character_kinds",
      "minimum_length",
    ]);
    expect(rules.find((rule) => rule.code === "character_kinds")?.params).toEqual({ required: 3, actual: 2 });
    expect(acceptable).toBe(false);
    expect(codes("zk7twqpx", threeOfFourPasswordPolicy)).toEqual(["password_needs_more_kinds"]);
    expect(codes("zk7#wqpx", threeOfFourPasswordPolicy)).toEqual([]);
    expect(codes("Zk7twqpx", threeOfFourPasswordPolicy)).toEqual([]);
  });
});

describe("the CNIL's bits (recommendation 2022-100)", () => {
  const throttled = createCnilPasswordPolicy();
  const unthrottled = createCnilPasswordPolicy({ throttled: false });

  it("requires the fewest characters that reach 50 and 80 bits", () => {
    expect(throttled).toMatchObject({ minimumBits: 50, minimumLength: 8 });
    expect(unthrottled).toMatchObject({ minimumBits: 80, minimumLength: 13 });
    expect(8 * Math.log2(90)).toBeGreaterThanOrEqual(50);
    expect(7 * Math.log2(90)).toBeLessThan(50);
    expect(13 * Math.log2(90)).toBeGreaterThanOrEqual(80);
    expect(12 * Math.log2(90)).toBeLessThan(80);
  });

  it("requires more characters of fewer kinds, as in the CNIL's examples of 16 digits and of 14 letters and digits", () => {
    expect(codes("8305172946173058", throttled)).toEqual([]);
    expect(codes("830517294617305", throttled)).toEqual(["password_needs_more_bits"]);
    expect(codes("zKq7vTw2xRb9Lm", unthrottled)).toEqual([]);
    expect(codes("zKq7vTw2xRb9L", unthrottled)).toEqual(["password_needs_more_bits"]);
  });

  it("says how many characters of the same kinds are missing", () => {
    const [rule] = evaluatePassword("8305172946", throttled, nobody).rules;
    expect(rule).toMatchObject({
      code: "minimum_bits",
      met: false,
      params: { required: 50, missingCharacters: 6 },
    });
  });
});

describe("NIST's policy", () => {
  it("requires 15 characters and no kinds", () => {
    expect(codes("cheval agrafe", nistPasswordPolicy)).toEqual(["password_too_short"]);
    expect(codes("cheval agrafe pile", nistPasswordPolicy)).toEqual([]);
  });
});

describe("what every policy refuses", () => {
  it.each([
    "Motdepasse1!",
    "Azerty1!",
    "M0tdep@sse1",
    "Soleil2024!",
    "DOUDOU#75",
    "Marseille13!",
    "LoulouLoulou1!",
    "P4ssw0rd!",
    "!!Azerty99",
  ])("%s is too common (ASVS 6.2.4)", (password) => {
    for (const policy of presets) {
      expect(codes(password, policy, { personal: [], isCommon: isCommonPassword })).toContain(
        "password_too_common",
      );
    }
  });

  it("one repeated character is too common without any list", () => {
    expect(codes("aaaaaaaaaaaaaaaa", nistPasswordPolicy)).toEqual(["password_too_common"]);
    expect(codes("                ", nistPasswordPolicy)).toEqual(["password_too_common"]);
  });

  it("common words inside a long passphrase are accepted", () => {
    expect(
      codes("Soleil-4821-Zebre", educonnectPasswordPolicy, { personal: [], isCommon: isCommonPassword }),
    ).toEqual([]);
  });

  it.each([
    ["Martin2015!", ["Martin"]],
    ["xxM4rt1n#75", ["MARTIN"]],
    ["#Helene2015", ["Hélène"]],
    ["Hélène#2015", ["HELENE"]],
    ["LeBihan!2015", ["Le Bihan"]],
    ["Jean-Marie75", ["Jean-Marie"]],
    ["Jean#Pierre9", ["Jean"]],
    ["P.Nom12!abc", ["P.NOM12"]],
    ["MonLuc#7512", ["Luc"]],
    ["LiWei2015!!", ["Li", "Wei"]],
    ["Sophie.d#99", ["sophie.durand@example.fr"]],
  ])("%s contains a word of %j (ASVS 6.2.11)", (password, personal) => {
    expect(codes(password, educonnectPasswordPolicy, { personal })).toContain("password_contains_name");
  });

  it.each([
    ["Luciole#2015", ["Luc"]],
    ["Tulipe#Lilas7", ["Li"]],
    ["Arrosoir!482", ["Rose"]],
    ["Mange-des-pommes7", ["Des Moulins"]],
    ["Zk7#wqpxtb", ["", "…", "王伟"]],
    ["Zk7#wqpxtb", []],
  ])("%s is accepted from somebody called %j", (password, personal) => {
    expect(codes(password, educonnectPasswordPolicy, { personal })).toEqual([]);
  });

  it("finds a name that folds to no Latin letter", () => {
    expect(codes("Жданов2015!", educonnectPasswordPolicy, { personal: ["Жданов"] })).toContain(
      "password_contains_name",
    );
  });

  it("the provisional password is refused, however it is typed", () => {
    const context = { personal: [], provisionalPassword: "7GMPGYF3" };
    expect(codes("7gmp gyf3", threeOfFourPasswordPolicy, context)).toContain("password_is_provisional");
    expect(codes("7GMPGYF3", threeOfFourPasswordPolicy, context)).toContain("password_is_provisional");
    expect(codes("7GMPGYF4", threeOfFourPasswordPolicy, context)).not.toContain("password_is_provisional");
  });

  it("lone surrogates are refused, because no encoding carries them", () => {
    expect(codes("Zk7#wqpx\ud800")).toEqual(["password_not_unicode"]);
    expect(codes("\udc00Zk7#wqpx")).toEqual(["password_not_unicode"]);
    expect(codes("Zk7#wqpx\u{1f600}")).toEqual([]);
  });
});

describe("for any text at all", () => {
  const text = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.string({ unit: "grapheme" }),
    fc.string({ maxLength: 300 }),
  );
  const context = fc.record({ personal: fc.array(fc.string({ unit: "grapheme" }), { maxLength: 3 }) });

  it("accepts a password exactly when nothing is wrong, and reports one issue for each broken rule", () => {
    fc.assert(
      fc.property(text, fc.constantFrom(...presets), context, (password, policy, known) => {
        const { rules, issues, acceptable } = evaluatePassword(password, policy, known);
        const broken = rules.filter((rule) => rule.mandatory && !rule.met).length;
        const blocks = issues.filter((issue) => Object.keys(issue.params).length === 0).length;
        return (
          acceptable === (issues.length === 0) &&
          issues.length >= broken &&
          issues.length <= broken + blocks &&
          new Set(issues.map((issue) => issue.code)).size === issues.length
        );
      }),
    );
  });

  it("says the same about every canonically equivalent spelling", () => {
    fc.assert(
      fc.property(text, fc.constantFrom(...presets), context, (password, policy, known) => {
        const composed = evaluatePassword(normalizePassword(password), policy, known);
        expect(evaluatePassword(password, policy, known)).toEqual(composed);
        expect(evaluatePassword(password.normalize("NFD"), policy, known)).toEqual(composed);
      }),
    );
  });

  it("works the same with a policy that went through JSON", () => {
    fc.assert(
      fc.property(text, fc.constantFrom(...presets), (password, policy) => {
        const copy = createPasswordPolicy(JSON.parse(JSON.stringify(policy)));
        expect(evaluatePassword(password, copy, nobody)).toEqual(evaluatePassword(password, policy, nobody));
      }),
    );
  });

  it("refuses a name of five letters or more anywhere in a password", () => {
    const letters = fc.string({
      unit: fc.constantFrom(..."abcdefghijklmnopqrstuvwxyz"),
      minLength: 5,
      maxLength: 12,
    });
    fc.assert(
      fc.property(letters, fc.string(), fc.string(), (name, before, after) => {
        return codes(`${before}${name}${after}`, nistPasswordPolicy, { personal: [name] }).includes(
          "password_contains_name",
        );
      }),
    );
  });
});
