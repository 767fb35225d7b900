import { SnapshotError } from "../errors.ts";
import { stepTraits } from "./step.ts";
import { purposes } from "./purposes.ts";
import type { ActivationState, Condition } from "./state.ts";

type IsPart = (value: unknown) => boolean;

/** What each condition remembers besides the progress. */
const partsOf: Readonly<Record<Condition, Readonly<Record<string, IsPart>>>> = {
  awaiting: {
    step: isStepName,
    asking: (value) => value === null || typeof value === "string",
    lock: (value) =>
      value === null || (isRecord(value) && isStepName(value["step"]) && isInstant(value["until"])),
    issues: (value) =>
      Array.isArray(value) && value.every((issue) => typeof field(issue, "code") === "string"),
  },
  refused: { reason: (value) => value === "allRefused" || value === "awaitingSchool" },
  closed: { step: isStepName },
  completed: {},
  finished: {},
  abandoned: {},
  expired: {},
};

const progressParts: Readonly<Record<string, IsPart>> = {
  version: (value) => value === 1,
  plan: isPlan,
  subject: (value) => value === null || typeof value === "string",
  isProven: (value) => typeof value === "boolean",
  done: (value) => Array.isArray(value) && value.every(isStepName),
  children: (value) =>
    value === null || ["confirmed", "refused", "unrecorded"].every((part) => isTexts(field(value, part))),
  email: (value) => value === "none" || value === "given" || value === "confirmed",
  emailGeneration: isCount,
  failures: (value) => isByStep(value, isCount),
  sent: (value) =>
    isByStep(
      value,
      (sent) =>
        isCount(field(sent, "count")) &&
        isInstant(field(sent, "lastAt")) &&
        typeof field(sent, "isCurrent") === "boolean",
    ),
  locks: (value) => isByStep(value, isInstant),
  startedAt: isInstant,
  expiresAt: isInstant,
};

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function field(value: unknown, name: string): unknown {
  return isRecord(value) ? value[name] : undefined;
}

function isInstant(value: unknown): boolean {
  return typeof value === "number" && Number.isFinite(value);
}

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every((text) => typeof text === "string");
}

function isStepName(value: unknown): boolean {
  return typeof value === "string" && Object.hasOwn(stepTraits, value);
}

function isPurpose(value: unknown): boolean {
  return typeof value === "string" && Object.hasOwn(purposes, value);
}

function isByStep(value: unknown, isPart: IsPart): boolean {
  return isRecord(value) && Object.entries(value).every(([step, part]) => isStepName(step) && isPart(part));
}

function isPlan(value: unknown): boolean {
  const steps = field(value, "steps");
  return (
    isPurpose(field(value, "purpose")) &&
    typeof field(value, "method") === "string" &&
    typeof field(value, "audience") === "string" &&
    Array.isArray(steps) &&
    steps.every((step) => isStepName(field(step, "name")) && typeof field(step, "optional") === "boolean")
  );
}

function hasParts(
  value: Readonly<Record<string, unknown>>,
  parts: Readonly<Record<string, IsPart>>,
): boolean {
  return Object.entries(parts).every(([name, isPart]) => isPart(value[name]));
}

function isCondition(value: unknown): value is Condition {
  return typeof value === "string" && Object.hasOwn(partsOf, value);
}

function isState(value: unknown): value is ActivationState {
  if (!isRecord(value)) return false;
  const condition = value["condition"];
  return isCondition(condition) && hasParts(value, progressParts) && hasParts(value, partsOf[condition]);
}

/** Writes a state as text to be stored; the text holds no secret. */
export function writeSnapshot(state: ActivationState): string {
  return JSON.stringify(state);
}

/**
 * Reads a state back from its text.
 *
 * Every part is checked for its kind, so that a truncated, foreign or older text is never taken for a flow; that the parts agree
 * with one another is left to the store, which is trusted not to forge one.
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
  const version = field(value, "version");
  if (typeof version === "number" && version !== 1) {
    throw new SnapshotError(
      "snapshot_version_unknown",
      `The stored activation has version ${version}; this kit reads version 1. Upgrade it.`,
    );
  }
  if (!isState(value)) throw new SnapshotError("snapshot_malformed", "The stored text is not an activation.");
  return value;
}
