import { ActivationError } from "@educonnect-activation/core";

/** What may be logged of an error: its code or its class, never its message, which may quote what was typed. */
export function nameError(error: unknown): string {
  if (error instanceof ActivationError) return error.code;
  return error instanceof Error ? error.name : typeof error;
}
