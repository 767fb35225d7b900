import type { MessageKey, ActivationMethod } from "@educonnect-activation/core";

/** What is said of a method, by the keys of its texts. */
export interface MethodTexts {
  readonly name: MessageKey;
  /** What a person says for whom it is the right one. */
  readonly fits: MessageKey;
  readonly needs: readonly MessageKey[];
  readonly steps: readonly MessageKey[];
}

/** What is said of each method. */
export const methodTexts: Readonly<Record<ActivationMethod, MethodTexts>> = {
  franceConnect: describe("franceConnect"),
  sms: describe("sms"),
  letter: describe("letter"),
  pupil: describe("pupil"),
};

function describe<Name extends ActivationMethod>(method: Name): MethodTexts {
  return {
    name: `methods.${method}`,
    fits: `methods.${method}.fits`,
    needs: [`methods.${method}.need1`, `methods.${method}.need2`],
    steps: [`methods.${method}.step1`, `methods.${method}.step2`, `methods.${method}.step3`],
  };
}
