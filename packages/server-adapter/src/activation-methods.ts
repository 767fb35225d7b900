import {
  createPlan,
  defaultPlans,
  type Plan,
  type PlanDescription,
  type ActivationMethod,
} from "@educonnect-activation/core";
import type { Environment } from "./environment.ts";
import type { FranceConnect } from "./ports/france-connect.ts";
import { createReturnUrls } from "./http/return-url.ts";
import type { SmsGateway } from "./ports/sms-gateway.ts";
import { readMobile } from "./directory/read-mobile.ts";
import type { SmsLimitOptions } from "./security/sms-limits.ts";

/** What activating by SMS takes. */
export interface SmsOptions {
  /** How many texts strangers may make us send; documented defaults. */
  readonly limits?: SmsLimitOptions;
  /** Where a number typed without a calling code is from (ISO 3166-1); `FR` by default, which all of the French plan's ten digits are. */
  readonly defaultRegion?: string;
  /** The gateway that the dispatcher sends through, when it tells by itself what became of its texts. */
  readonly gateway?: SmsGateway;
}

/** What activating by FranceConnect takes. */
export interface FranceConnectMethodOptions {
  /** Made with `createFranceConnect`. */
  readonly client: FranceConnect;
  /** Pages of other origins, over https, that may host the wizard and be come back to: `https://portail.example/connexion`. */
  readonly returnUrls?: readonly string[];
  /** The page to come back to unless another was asked for, of `publicOrigin` or one of `returnUrls`; `/` by default. */
  readonly defaultReturnUrl?: string;
}

/** The methods that a deployment offers: the letter's and the pupil's always, the other two as soon as they are wired. */
export interface ActivationMethodOptions {
  readonly sms?: SmsOptions;
  readonly franceConnect?: FranceConnectMethodOptions;
  /** The plans of the methods; the deck's by default. */
  readonly plans?: Readonly<Partial<Record<ActivationMethod, PlanDescription>>>;
  readonly outbox?: { readonly sendsSms?: boolean };
}

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
  options: ActivationMethodOptions,
  publicOrigin: string,
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
      throw new TypeError(`plans.${method} needs the option ${method}.`);
    }
    if (isWired[method]) offered[method] = createPlan(plans[method] ?? defaultPlans[method]);
  }
  const texting = methods.find((method) => offered[method]?.steps.some(({ name }) => name === "smsCode"));
  if (texting !== undefined && sms === undefined) {
    throw new TypeError(`The plan of ${texting} sends a code by SMS: the option sms is needed.`);
  }
  if (sms !== undefined && options.outbox?.sendsSms === false) {
    throw new TypeError("The option sms needs an outbox dispatcher with an smsGateway.");
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
