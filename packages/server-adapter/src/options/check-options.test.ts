import { defaultActivationPolicy, defaultPlans, educonnectPasswordPolicy } from "@educonnect-activation/core";
import { describe, expect, it } from "vitest";
import { checkOptions } from "./check-options.ts";
import { educonnectSchema } from "./educonnect-schema.ts";
import { createEnvironment } from "../create-environment.ts";
import { createTestPortal } from "../../test/portal/test-portal.ts";

const { environment } = await createTestPortal();
const { publicOrigin, store, vault, passwordHasher } = environment;
const right = {
  publicOrigin,
  store,
  vault,
  passwordHasher,
  confirmationLink: { elementsModule: "/elements.js" },
};
const check = (options: object) => () => checkOptions(educonnectSchema, { ...right, ...options });

const { failures, sends } = defaultActivationPolicy;
const none = { now: undefined };

/** What is wrong, by the name that the error has to say. */
const wrong: readonly (readonly [string, object])[] = [
  ["rateLimits.activationsPerAddress", { rateLimits: { activationsPerAddress: Number.NaN } }],
  ["rateLimits.activationsPerAddress", { rateLimits: { activationsPerAddress: Number.POSITIVE_INFINITY } }],
  ["rateLimits.activationsPerAddress", { rateLimits: { activationsPerAddress: 0 } }],
  ["rateLimits.failuresPerAddress", { rateLimits: { failuresPerAddress: "a lot" } }],
  ["rateLimits.failuresPerAddress", { rateLimits: { failuresPerAddress: "20" } }],
  ["rateLimits.failuresPerAddress", { rateLimits: { failuresPerAddress: 2.5 } }],
  ["sessions.ttlSeconds", { sessions: { ttlSeconds: "1h" } }],
  ["sessions.ttlSeconds", { sessions: { ttlSeconds: -1 } }],
  ["sessions.ttlSeconds", { sessions: { ttlSeconds: 1e12 } }],
  [
    "sessions has ceilingSeconds (3600) below ttlSeconds (7200)",
    { sessions: { ttlSeconds: 7_200, ceilingSeconds: 3_600 } },
  ],
  ["sessions has ceilingSeconds (1800) below ttlSeconds (3600)", { sessions: { ceilingSeconds: 1_800 } }],
  [
    "sessions has ceilingSeconds (86400) below ttlSeconds (90000)",
    { sessions: { ttlSeconds: 90_000, ceilingSeconds: undefined } },
  ],
  [
    "policy has unprovenCeilingSeconds (1799) below unprovenTtlSeconds (1800)",
    { policy: { ...defaultActivationPolicy, unprovenCeilingSeconds: 1_799 } },
  ],
  ["methods.franceConnect.client", { methods: { franceConnect: {} } }],
  ["methods.franceConnect.client", { methods: { franceConnect: { client: { begin() {} } } } }],
  ["methods.franceConnect", { methods: { franceConnect: null } }],
  [
    "methods.franceConnect.returnUrls",
    { methods: { franceConnect: { client: franceConnect(), returnUrls: "/" } } },
  ],
  ["methods.sms", { methods: { sms: null } }],
  ["methods.sms.gateway", { methods: { sms: { gateway: "x" } } }],
  ["methods.sms.gateway.parseReceipts", { methods: { sms: { gateway: { send() {}, parseReceipts: 3 } } } }],
  ["methods.sms.defaultRegion", { methods: { sms: { defaultRegion: "fr" } } }],
  [
    "rateLimits.sms.perHour is not an option; did you mean rateLimits.sms.perNumberAnHour?",
    { rateLimits: { sms: { perHour: 3 } } },
  ],
  [
    "methods.plans.smss is not an option; did you mean methods.plans.sms?",
    { methods: { plans: { smss: defaultPlans.sms } } },
  ],
  ["methods.plans.letter.method", { methods: { plans: { letter: defaultPlans.pupil } } }],
  [
    "methods.plans.letter.steps",
    { methods: { plans: { letter: { method: "letter", audience: "guardian" } } } },
  ],
  ["Store is not an option; did you mean store?", { Store: store }],
  [
    "sessions.ttlSecond is not an option; did you mean sessions.ttlSeconds?",
    { sessions: { ttlSecond: 3_600 } },
  ],
  ["sessionTtlSeconds is not an option; did you mean sessions.ttlSeconds?", { sessionTtlSeconds: 3_600 }],
  [
    "failuresPerAddress is not an option; did you mean rateLimits.failuresPerAddress?",
    { failuresPerAddress: 20 },
  ],
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
  ["messages.helpUrl", { messages: { helpUrl: "javascript:alert(1)" } }],
  ["messages.helpUrl", { messages: { helpUrl: "/aide" } }],
  ["messages.serviceName", { messages: { serviceName: null } }],
  ["confirmationLink.url", { confirmationLink: { url: "ftp://ent.example/" } }],
  ["confirmationLink.url", { confirmationLink: { url: "https://user:password@ent.example/" } }],
  ["confirmationLink.url", { confirmationLink: { url: "https://ent.example/#here" } }],
  ["confirmationLink.elementsModule", { confirmationLink: { elementsModule: 3 } }],
  ["confirmationLink.elementsModule", { confirmationLink: { elementsModule: "data:text/javascript,0" } }],
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
    "rateLimits.sms.%s is a whole positive number",
    (name) => {
      for (const most of [0, -1, 1.5, "5", null, Number.NaN, Number.POSITIVE_INFINITY]) {
        expect(check({ rateLimits: { sms: { [name]: most } } }), String(most)).toThrow(
          `rateLimits.sms.${name}`,
        );
      }
    },
  );

  it("never has its value repeated, which may be a secret", () => {
    const secret = "hunter2";
    const wrong = [
      ...Object.keys(educonnectSchema.shape).map((name) => ({ [name]: secret })),
      { confirmationLink: { url: `ftp://${secret}` } },
      { messages: { helpUrl: `ftp://${secret}` } },
      { methods: { plans: { letter: { ...defaultPlans.letter, method: secret } } } },
      { sessions: { ttlSeconds: secret } },
      { vualt: secret },
    ];
    for (const options of wrong) {
      expect(check(options)).toThrow(TypeError);
      expect(check(options)).not.toThrow(secret);
    }
  });

  it("has a sentence of its own for each that is wrong", () => {
    expect(check({ sesions: {}, basePath: "educonnect", store: undefined })).toThrow(
      new TypeError(
        [
          "The option store is required.",
          'The option basePath must be a path such as "/educonnect".',
          "sesions is not an option; did you mean sessions?",
        ].join("\n"),
      ),
    );
  });

  it("is its default where it is undefined", () => {
    const { texts, sessionTtlSeconds, policy } = Reflect.apply(createEnvironment, null, [
      {
        ...right,
        sessions: { ttlSeconds: undefined },
        rateLimits: { sms: undefined },
        policy: undefined,
        methods: {
          sms: { defaultRegion: undefined, gateway: undefined },
          plans: { letter: undefined },
          franceConnect: undefined,
        },
        messages: { serviceName: undefined, helpUrl: undefined },
      },
    ]);
    expect(texts).toEqual({ serviceName: "ÉduConnect", helpUrl: null });
    expect(sessionTtlSeconds).toBe(3_600);
    expect(policy).toBe(defaultActivationPolicy);
  });

  it.each([
    { methods: { franceConnect: { client: franceConnect() }, plans: defaultPlans, sms: {} } },
    { messages: { helpUrl: null } },
    {
      messages: { helpUrl: "https://ent.example/aide" },
      confirmationLink: { url: "http://localhost:8080/confirmer" },
    },
    { confirmationLink: { elementsModule: "https://cdn.example/elements.js" } },
    { policy: defaultActivationPolicy, passwordPolicy: educonnectPasswordPolicy },
    { directory: environment.directory, accounts: environment.accounts, reports: environment.reports },
    { clock: environment.clock, random: environment.random, logger: environment.logger },
    { rateLimits: { failuresPerAddress: 1, activationsPerAddress: 1_000_000_000 } },
    { sessions: { ttlSeconds: 1 } },
  ])("may be right: %j", (options) => {
    expect(check(options)).not.toThrow();
  });
});
