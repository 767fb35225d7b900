import { createPlan, defaultPlans, type Plan, type ActivationMethod } from "@educonnect-activation/core";
import type { Environment } from "./environment.ts";
import { createReturnUrls } from "./http/return-url.ts";
import { readMobile } from "./directory/read-mobile.ts";
import type { FranceConnectMethodOptions, MethodOptions } from "./options/educonnect-options.ts";

function franceConnectSetting(
  options: FranceConnectMethodOptions | undefined,
  publicOrigin: string,
): Environment["franceConnect"] {
  if (options === undefined) return null;
  const { client, returnUrls = [], defaultReturnUrl = "/" } = options;
  return { client, returnUrls: createReturnUrls(publicOrigin, returnUrls, defaultReturnUrl) };
}

/**
 * Works out which methods are offered and how, of options that are each right by themselves (`checkOptions`).
 *
 * @throws {TypeError} when a plan needs what is not wired, naming it.
 * @throws {InvalidPlanError} when a plan breaks an invariant.
 */
export function activationMethods(
  options: MethodOptions,
  publicOrigin: string,
  sendsSms: boolean,
): Pick<Environment, "plans" | "franceConnect" | "smsDefaultRegion" | "smsReceipts"> {
  const { sms, franceConnect, plans = {} } = options;
  const isWired: Readonly<Record<ActivationMethod, boolean>> = {
    letter: true,
    pupil: true,
    sms: sms !== undefined,
    franceConnect: franceConnect !== undefined,
  };
  const methods = ["letter", "pupil", "sms", "franceConnect"] as const;
  const offered: Partial<Record<ActivationMethod, Plan>> = {};
  for (const method of methods) {
    if (plans[method] !== undefined && !isWired[method]) {
      throw new TypeError(`The option methods.plans.${method} needs the option methods.${method}.`);
    }
    if (isWired[method]) offered[method] = createPlan(plans[method] ?? defaultPlans[method]);
  }
  const texting = methods.find((method) => offered[method]?.steps.some(({ name }) => name === "smsCode"));
  if (texting !== undefined && sms === undefined) {
    throw new TypeError(`The plan of ${texting} sends a code by SMS: the option methods.sms is needed.`);
  }
  if (sms !== undefined && !sendsSms) {
    throw new TypeError("The option methods.sms needs an outbox dispatcher with an smsGateway.");
  }
  const smsDefaultRegion = sms?.defaultRegion ?? "FR";
  // Throws for a region that there is not.
  readMobile("", smsDefaultRegion);
  const gateway = sms?.gateway;
  return {
    plans: offered,
    smsDefaultRegion,
    smsReceipts: gateway?.parseReceipts
      ? (request) => gateway.parseReceipts?.(request) ?? Promise.resolve([])
      : null,
    franceConnect: franceConnectSetting(franceConnect, publicOrigin),
  };
}
