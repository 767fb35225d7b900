import { defaultActivationPolicy, type SendBudget } from "@educonnect-activation/core";
import { describe, expect, it } from "vitest";
import { createEnvironment } from "./create-environment.ts";
import type { EduconnectOptions } from "./options/educonnect-options.ts";
import { createTestPortal } from "../test/portal/test-portal.ts";

async function create(options: Partial<EduconnectOptions>) {
  const { store, vault, passwordHasher } = (await createTestPortal()).environment;
  const required = {
    publicOrigin: "https://ent.example",
    confirmationLink: { elementsModule: "/elements.js" },
  };
  return createEnvironment({ ...required, store, vault, passwordHasher, ...options });
}

const withTexts = (changes: Partial<SendBudget>) => {
  const { sends } = defaultActivationPolicy;
  return {
    policy: {
      ...defaultActivationPolicy,
      sends: { ...sends, smsCode: { ...sends.smsCode, ...changes } },
    },
  };
};

describe("a deployment's options", () => {
  it.each([
    ["no origin", { publicOrigin: "ent.example" }],
    ["an origin with a path", { publicOrigin: "https://ent.example/" }],
    ["an origin in capitals", { publicOrigin: "https://ENT.example" }],
    ["plain HTTP", { publicOrigin: "http://ent.example" }],
    ["plain HTTP on the loopback, unasked", { publicOrigin: "http://localhost:8080" }],
    ["plain HTTP elsewhere, asked for", { publicOrigin: "http://ent.example", allowInsecureOrigins: true }],
    [
      "a host that only begins like the loopback",
      { publicOrigin: "http://localhost.evil.example", allowInsecureOrigins: true },
    ],
    ["a base path without a slash", { basePath: "educonnect" }],
    ["a base path that ends in one", { basePath: "/educonnect/" }],
    ["the root as a base path", { basePath: "/" }],
    ["codes of five digits", withTexts({ codeLength: 5 })],
    ["codes of half a digit", withTexts({ codeLength: 7.5 })],
    ["codes that never count", withTexts({ validSeconds: 0 })],
  ])("ASVS 13.2.2 are refused with %s", async (_name, options) => {
    await expect(create(options)).rejects.toBeInstanceOf(TypeError);
  });

  it.each(["publicOrigin", "store", "vault", "passwordHasher"])(
    "are refused without %s, by its name",
    async (name) => {
      const { store, vault, passwordHasher } = (await createTestPortal()).environment;
      const options = { publicOrigin: "https://ent.example", store, vault, passwordHasher };
      for (const missing of [
        { ...options, [name]: undefined },
        { ...options, [name]: null },
      ]) {
        expect(() => Reflect.apply(createEnvironment, null, [missing])).toThrow(
          new TypeError(`The option ${name} is required.`),
        );
      }
    },
  );

  it.each(["store", "vault", "passwordHasher"])("are refused with a promise for %s", async (name) => {
    const { store, vault, passwordHasher } = (await createTestPortal()).environment;
    const options = { publicOrigin: "https://ent.example", store, vault, passwordHasher };
    const waiting = { ...options, [name]: Promise.resolve({}) };
    expect(() => Reflect.apply(createEnvironment, null, [waiting])).toThrow(`The option ${name} must be`);
  });

  it.each([undefined, null, "https://ent.example"])("are refused when there are none: %s", (options) => {
    expect(() => Reflect.apply(createEnvironment, null, [options])).toThrow("publicOrigin, store, vault and");
  });

  it("are refused without a page for the mail's link", async () => {
    const { store, vault, passwordHasher } = (await createTestPortal()).environment;
    expect(() =>
      createEnvironment({ publicOrigin: "https://ent.example", store, vault, passwordHasher }),
    ).toThrow("confirmationLink.url or confirmationLink.elementsModule");
  });

  it.each(["http://localhost:8080", "http://127.0.0.1:3000", "http://[::1]:3000"])(
    "let development on %s go without HTTPS, with cookies that say so",
    async (publicOrigin) => {
      const environment = await create({ publicOrigin, allowInsecureOrigins: true });
      expect(environment.cookies).toEqual({ flow: "educonnect-flow", session: "educonnect-session" });
    },
  );

  it("build links from the configured origin alone", async () => {
    expect((await create({})).confirmationLinkUrl).toBe("https://ent.example/educonnect/confirmation-link");
    expect((await create({ basePath: "/a/b" })).confirmationLinkUrl).toBe(
      "https://ent.example/a/b/confirmation-link",
    );
  });
});
