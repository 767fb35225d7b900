import { SnapshotError } from "../errors.ts";
import type { ActivationState } from "./state.ts";

const conditions: ReadonlySet<unknown> = new Set([
  "awaiting",
  "refused",
  "closed",
  "activated",
  "finished",
  "abandoned",
  "expired",
]);

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isState(value: unknown): value is ActivationState {
  return (
    isRecord(value) &&
    conditions.has(value["condition"]) &&
    isRecord(value["plan"]) &&
    Array.isArray(value["plan"]["steps"]) &&
    Array.isArray(value["done"]) &&
    isRecord(value["failures"]) &&
    isRecord(value["sent"]) &&
    typeof value["expiresAt"] === "number"
  );
}

/** Writes a state as text to be stored; the text holds no secret. */
export function writeSnapshot(state: ActivationState): string {
  return JSON.stringify(state);
}

/**
 * Reads a state back from its text.
 *
 * The shape is checked as far as a truncated or foreign text goes; a store is trusted not to forge one.
 *
 * @throws {SnapshotError} `snapshot_malformed` when the text is no state, `snapshot_version_unknown` when a newer kit wrote it.
 */
export function readSnapshot(text: string): ActivationState {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new SnapshotError("snapshot_malformed", "The stored activation is not JSON.");
  }
  if (isRecord(value) && typeof value["version"] === "number" && value["version"] !== 1) {
    throw new SnapshotError(
      "snapshot_version_unknown",
      `The stored activation has version ${value["version"]}; this kit reads version 1. Upgrade it.`,
    );
  }
  if (!isState(value)) throw new SnapshotError("snapshot_malformed", "The stored text is not an activation.");
  return value;
}
