import { defaultActivationPolicy, type ActivationPolicy } from "@educonnect-activation/core";
import type { SmsLimitOptions } from "@educonnect-activation/server-adapter";

/** More texts to one number than a deployment allows (3 an hour, 5 a day), so that one person can be tried again and again. */
export const demoSmsLimits = { perNumberAnHour: 30, perNumberADay: 100 } satisfies SmsLimitOptions;

/** The kit's policy, but for the time between two confirmation mails or two codes. @param cooldownSeconds null for the kit's own */
export function createDemoPolicy(cooldownSeconds: number | null): ActivationPolicy {
  if (cooldownSeconds === null) return defaultActivationPolicy;
  const { smsCode, emailSent } = defaultActivationPolicy.sends;
  return {
    ...defaultActivationPolicy,
    sends: {
      smsCode: { ...smsCode, cooldownSeconds },
      emailSent: { ...emailSent, cooldownSeconds },
    },
  };
}
