/** The screens, by what loads together: the first one with the wizard, the others when they draw near. */
const loaders = {
  first: () => import("../define/login.ts"),
  flow: () => import("../define/flow-group.ts"),
  password: () => import("../define/password-group.ts"),
  services: () => import("../define/services-group.ts"),
} as const;

/** Screens that load together. */
export type ScreenGroup = keyof typeof loaders;

const groupOrder: readonly ScreenGroup[] = ["flow", "password", "services"];

/** Loads a group; false when that failed, after which it may be called again. */
export async function loadGroup(group: ScreenGroup): Promise<boolean> {
  try {
    await loaders[group]();
    return true;
  } catch {
    return false;
  }
}

function whenIdle(callback: () => void): void {
  if (typeof requestIdleCallback === "function") requestIdleCallback(callback, { timeout: 3000 });
  else setTimeout(callback, 500);
}

/** Loads the group after this one while the browser has nothing better to do; a failure is left for when it is needed. */
export function preloadAfter(group: ScreenGroup): void {
  const next = groupOrder[groupOrder.indexOf(group) + 1];
  if (next === undefined) return;
  whenIdle(() => void loadGroup(next));
}
