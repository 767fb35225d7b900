import type { MessageKey, Route } from "@educonnect-activation/core";

/** What is said of a route, by the keys of its texts. */
export interface MethodTexts {
  readonly name: MessageKey;
  /** What a person says for whom it is the right one. */
  readonly fits: MessageKey;
  readonly needs: readonly MessageKey[];
  readonly steps: readonly MessageKey[];
}

/** What is said of each route. */
export const methodTexts: Readonly<Record<Route, MethodTexts>> = {
  franceConnect: describe("franceConnect"),
  sms: describe("sms"),
  letter: describe("letter"),
  pupil: describe("pupil"),
};

function describe<Name extends Route>(route: Name): MethodTexts {
  return {
    name: `methods.${route}`,
    fits: `methods.${route}.fits`,
    needs: [`methods.${route}.need1`, `methods.${route}.need2`],
    steps: [`methods.${route}.step1`, `methods.${route}.step2`, `methods.${route}.step3`],
  };
}
