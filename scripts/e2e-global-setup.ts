import { ensureElementsBundle } from "./elements-bundle.ts";

/** Bundles the elements once, before the test files start their servers side by side. */
export async function setup(): Promise<void> {
  await ensureElementsBundle();
}
