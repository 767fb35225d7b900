import { createStrengthEstimator } from "@educonnect-activation/core/strength";
import { createZxcvbnEstimator } from "./zxcvbn-estimator.ts";

/** Gives the strength word of a password. */
export type EstimateStrength = ReturnType<typeof createStrengthEstimator>;

/** Makes what a screen loads to say how strong a password is: the rules of the word and the estimator with its dictionary. */
export function createStrengthWord(): EstimateStrength {
  return createStrengthEstimator(createZxcvbnEstimator());
}
