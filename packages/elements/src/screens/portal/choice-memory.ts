import type { PortalChoice } from "./portal-options.ts";

/** The key of the browser's local storage where a choice is kept, unless the host names another. */
export const defaultStorageKey = "educonnect-portal";

/** Of what is kept; another one is as good as nothing. */
const version = 1;

interface KeptChoice extends PortalChoice {
  readonly version: typeof version;
}

/**
 * Reads the choice that was kept in this browser.
 *
 * @returns null without one, when it is not in the form that `keepChoice` writes, and where the browser keeps nothing. Whether
 * the portal still offers it is for the caller to see.
 */
export function readKeptChoice(key: string): PortalChoice | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? "null");
    if (!isKeptChoice(kept)) return null;
    const { profile, level, mode } = kept;
    return { profile, level, mode };
  } catch {
    return null;
  }
}

/** Keeps a choice in this browser: three ids and a version, nothing about the person (docs/decisions/0048). Null forgets it. */
export function keepChoice(key: string, choice: PortalChoice | null): void {
  try {
    if (choice === null) localStorage.removeItem(key);
    else {
      const { profile, level, mode } = choice;
      localStorage.setItem(key, JSON.stringify({ version, profile, level, mode } satisfies KeptChoice));
    }
  } catch {
    // A browser that keeps nothing, or has no room left, asks again next time.
  }
}

function isKeptChoice(kept: unknown): kept is KeptChoice {
  return (
    typeof kept === "object" &&
    kept !== null &&
    "version" in kept &&
    kept.version === version &&
    "profile" in kept &&
    typeof kept.profile === "string" &&
    "level" in kept &&
    (kept.level === null || typeof kept.level === "string") &&
    "mode" in kept &&
    typeof kept.mode === "string"
  );
}
