import type { ScreenGroup } from "./screen-request.ts";

/** The screens, by what loads together: the first one with the wizard, the others when they draw near. */
const loaders = {
  first: () => import("../define/first-group.ts"),
  flow: () => import("./companions.ts"),
  password: () => import("../define/password.ts"),
  services: () => import("../define/services-group.ts"),
} as const satisfies Readonly<Record<ScreenGroup, () => Promise<unknown>>>;

/** What follows the sign-in needs besides its screens: loads with the first of them. */
export type Companions = Awaited<ReturnType<(typeof loaders)["flow"]>>;

const groupOrder: readonly ScreenGroup[] = ["flow", "password", "services"];

/** Loads a group and what goes with every flow; null when that failed, after which it may be called again. */
export async function loadGroup(group: ScreenGroup): Promise<Companions | null> {
  try {
    const [companions] = await Promise.all([loaders.flow(), loaders[group]()]);
    return companions;
  } catch {
    return null;
  }
}

function whenIdle(callback: () => void): void {
  if (typeof requestIdleCallback === "function") requestIdleCallback(callback, { timeout: 3000 });
  else setTimeout(callback, 500);
}

/** The groups asked for ahead of time. */
const asked = new Set<ScreenGroup>();

/** Loads the group after this one, once, while the browser has nothing better to do; a failure is left for when it is needed. */
export function preloadAfter(group: ScreenGroup, onEnd: () => void): void {
  const next = groupOrder[groupOrder.indexOf(group) + 1];
  if (next === undefined || asked.has(next)) return;
  asked.add(next);
  whenIdle(() => void loadGroup(next).then(onEnd));
}
