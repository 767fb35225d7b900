import { defaultActivationPolicy, defaultPlans, educonnectPasswordPolicy } from "@educonnect-activation/core";
import { describe, expect, it } from "vitest";
import { checkOptions } from "./check-options.ts";
import { createEnvironment } from "./create-environment.ts";
import { createTestPortal } from "../test/portal/test-portal.ts";

const { environment } = await createTestPortal();
const { publicOrigin, store, vault, passwordHasher } = environment;
const right = { publicOrigin, store, vault, passwordHasher, elementsModule: "/elements.js" };
const check = (options: object) => () => checkOptions({ ...right, ...options });

const { failures, sends } = defaultActivationPolicy;
const none = { now: undefined };

/** What is wrong, by the name that the error has to say. */
const wrong: readonly (readonly [string, object])[] = [
  ["activationsPerAddress", { activationsPerAddress: Number.NaN }],
  ["activationsPerAddress", { activationsPerAddress: Number.POSITIVE_INFINITY }],
  ["activationsPerAddress", { activationsPerAddress: 0 }],
  ["failuresPerAddress", { failuresPerAddress: "a lot" }],
  ["failuresPerAddress", { failuresPerAddress: "20" }],
  ["failuresPerAddress", { failuresPerAddress: 2.5 }],
  ["sessionTtlSeconds", { sessionTtlSeconds: "1h" }],
  ["sessionTtlSeconds", { sessionTtlSeconds: -1 }],
  ["sessionTtlSeconds", { sessionTtlSeconds: 1e12 }],
  [
    "sessionCeilingSeconds (3600) must not be less than sessionTtlSeconds (7200).",
    { sessionTtlSeconds: 7_200, sessionCeilingSeconds: 3_600 },
  ],
  [
    "sessionCeilingSeconds (1800) must not be less than sessionTtlSeconds (3600).",
    { sessionCeilingSeconds: 1_800 },
  ],
  [
    "sessionCeilingSeconds (86400) must not be less than sessionTtlSeconds (90000).",
    { sessionTtlSeconds: 90_000, sessionCeilingSeconds: undefined },
  ],
  [
    "policy.unprovenCeilingSeconds (1799) must not be less than policy.unprovenTtlSeconds (1800).",
    { policy: { ...defaultActivationPolicy, unprovenCeilingSeconds: 1_799 } },
  ],
  ["franceConnect.client", { franceConnect: {} }],
  ["franceConnect.client", { franceConnect: { client: { begin() {} } } }],
  ["franceConnect", { franceConnect: null }],
  ["franceConnect.returnUrls", { franceConnect: { client: franceConnect(), returnUrls: "/" } }],
  ["sms", { sms: null }],
  ["sms.gateway", { sms: { gateway: "x" } }],
  ["sms.gateway.parseReceipts", { sms: { gateway: { send() {}, parseReceipts: 3 } } }],
  ["sms.defaultRegion", { sms: { defaultRegion: "fr" } }],
  ["sms.limits.perHour; the nearest is sms.limits.perNumberAnHour.", { sms: { limits: { perHour: 3 } } }],
  ["plans.smss; the nearest is plans.sms.", { plans: { smss: defaultPlans.sms } }],
  ["plans.letter.method", { plans: { letter: defaultPlans.pupil } }],
  ["plans.letter.steps", { plans: { letter: { method: "letter", audience: "guardian" } } }],
  ["Store; the nearest is store.", { Store: store }],
  ["sessionTtl; the nearest is sessionTtlSeconds.", { sessionTtl: 3_600 }],
  ["policy.failures", { policy: {} }],
  ["policy.sends", { policy: { ...defaultActivationPolicy, sends: undefined } }],
  [
    "policy.failures.smsCode",
    { policy: { ...defaultActivationPolicy, failures: { login: failures.login } } },
  ],
  ["policy.provenTtlSeconds", { policy: { ...defaultActivationPolicy, provenTtlSeconds: null } }],
  ["passwordPolicy.minimumLength", { passwordPolicy: { ...educonnectPasswordPolicy, minimumLength: 4 } }],
  ["passwordPolicy", { passwordPolicy: { ...educonnectPasswordPolicy, kinds: ["runes"] } }],
  ["passwordPolicy.maximumLength", { passwordPolicy: { name: "x", minimumLength: 12 } }],
  ["texts.helpUrl", { texts: { helpUrl: "javascript:alert(1)" } }],
  ["texts.helpUrl", { texts: { helpUrl: "/aide" } }],
  ["texts.serviceName", { texts: { serviceName: null } }],
  ["confirmationLinkUrl", { confirmationLinkUrl: "ftp://ent.example/" }],
  ["confirmationLinkUrl", { confirmationLinkUrl: "https://user:password@ent.example/" }],
  ["confirmationLinkUrl", { confirmationLinkUrl: "https://ent.example/#here" }],
  ["elementsModule", { elementsModule: 3 }],
  ["elementsModule", { elementsModule: "data:text/javascript,0" }],
  ["basePath", { basePath: null }],
  ["outbox", { outbox: {} }],
  ["outbox.sendsSms", { outbox: { wake() {}, sendsSms: "yes" } }],
  ["allowInsecureOrigins", { allowInsecureOrigins: "no" }],
  ["directory", { directory: {} }],
  ["directory", { directory: Promise.resolve(environment.directory) }],
  ["accounts", { accounts: {} }],
  ["reports", { reports: {} }],
  ["services", { services: {} }],
  ["clock", { clock: {} }],
  ["clock", { clock: none }],
  ["random", { random: {} }],
  ["logger", { logger: {} }],
  ["wait", { wait: 5 }],
];

function franceConnect() {
  const never = () => Promise.reject(new Error("nobody asks"));
  return { begin: never, complete: never, logoutLocation: never };
}

describe("each option", () => {
  it.each(wrong)("ASVS 13.2.2 is refused by its name: %s", (name, options) => {
    expect(check(options)).toThrow(TypeError);
    expect(check(options)).toThrow(name);
  });

  it.each(
    Object.entries({ failures, sends }).flatMap(([kind, budgets]) =>
      Object.entries<object>(budgets).flatMap(([step, budget]) =>
        Object.keys(budget).map((number) => [kind, step, number] as const),
      ),
    ),
  )("policy.%s.%s.%s is a whole positive number", (kind, step, number) => {
    for (const value of [0, -1, 1.5, "5", null, undefined, Number.NaN, Number.POSITIVE_INFINITY]) {
      const budgets: Record<string, object> = kind === "failures" ? { ...failures } : { ...sends };
      budgets[step] = { ...budgets[step], [number]: value };
      const policy = { ...defaultActivationPolicy, [kind]: budgets };
      expect(check({ policy }), String(value)).toThrow(`policy.${kind}.${step}.${number}`);
    }
  });

  it.each(["perNumberAnHour", "perNumberADay", "inAllAnHour"])(
    "sms.limits.%s is a whole positive number",
    (name) => {
      for (const most of [0, -1, 1.5, "5", null, Number.NaN, Number.POSITIVE_INFINITY]) {
        expect(check({ sms: { limits: { [name]: most } } }), String(most)).toThrow(`sms.limits.${name}`);
      }
    },
  );

  it("never has its value repeated, which may be a secret", () => {
    expect(check({ confirmationLinkUrl: "ftp://hunter2" })).not.toThrow("hunter2");
  });

  it("is its default where it is undefined", () => {
    const { texts, sessionTtlSeconds, policy } = Reflect.apply(createEnvironment, null, [
      {
        ...right,
        sessionTtlSeconds: undefined,
        policy: undefined,
        sms: { limits: undefined, gateway: undefined },
        plans: { letter: undefined },
        franceConnect: undefined,
        texts: { serviceName: undefined, helpUrl: undefined },
      },
    ]);
    expect(texts).toEqual({ serviceName: "ÉduConnect", helpUrl: null });
    expect(sessionTtlSeconds).toBe(3_600);
    expect(policy).toBe(defaultActivationPolicy);
  });

  it.each([
    { franceConnect: { client: franceConnect() }, plans: defaultPlans, sms: {} },
    { texts: { helpUrl: null } },
    {
      texts: { helpUrl: "https://ent.example/aide" },
      confirmationLinkUrl: "http://localhost:8080/confirmer",
    },
    { elementsModule: "https://cdn.example/elements.js" },
    { policy: defaultActivationPolicy, passwordPolicy: educonnectPasswordPolicy },
    { directory: environment.directory, accounts: environment.accounts, reports: environment.reports },
    { clock: environment.clock, random: environment.random, logger: environment.logger },
    { failuresPerAddress: 1, activationsPerAddress: 1_000_000_000, sessionTtlSeconds: 1 },
  ])("may be right: %j", (options) => {
    expect(check(options)).not.toThrow();
  });
});
