import type { EstimateStrength } from "../../strength/create-strength-word.ts";

/** Loads the estimator and its dictionary, which weigh more than all the screens together. */
export async function loadStrength(): Promise<EstimateStrength> {
  const { createStrengthWord } = await import("../../strength/create-strength-word.ts");
  return createStrengthWord();
}
