import type { createStrengthEstimator } from "@educonnect-activation/core/strength";

/** Gives the strength word of a password. */
export type EstimateStrength = ReturnType<typeof createStrengthEstimator>;

/** Loads the estimator and its dictionary, which weigh more than all the screens together. */
export async function loadStrength(): Promise<EstimateStrength> {
  const [{ createStrengthEstimator }, { createZxcvbnEstimator }] = await Promise.all([
    import("@educonnect-activation/core/strength"),
    import("../../strength/zxcvbn-estimator.ts"),
  ]);
  return createStrengthEstimator(createZxcvbnEstimator());
}
