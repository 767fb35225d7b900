import type { Environment } from "../environment.ts";
import { ProblemError } from "../http/problem.ts";

/**
 * Counts an activation begun, or a person looked for, against the high ceiling of its address.
 *
 * @throws {ProblemError} `address_refused` with the seconds to wait.
 */
export async function countActivation(
  { activationCeiling, clock, logger }: Environment,
  clientAddress: string | null,
): Promise<void> {
  const until = await activationCeiling.count(clientAddress);
  if (until === null) return;
  logger.log("warn", "address_refused");
  throw new ProblemError("address_refused", { retryAfterSeconds: Math.max(1, until - clock.now()) });
}
