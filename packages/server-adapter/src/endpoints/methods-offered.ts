import type { ActivationMethod } from "@educonnect-activation/core";
import type { Environment } from "../environment.ts";

const methods: readonly ActivationMethod[] = ["letter", "pupil", "sms", "franceConnect"];

/** The methods that can be taken here; what leads to another is not to be shown. */
export function methodsOffered({ plans }: Environment): readonly ActivationMethod[] {
  return methods.filter((method) => plans[method] !== undefined);
}
