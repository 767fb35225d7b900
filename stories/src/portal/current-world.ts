import { http, passthrough } from "msw";
import { setupWorker } from "msw/browser";
import { allowCookies, basePath, PortalWorld } from "./portal-world.ts";
import type { Scene } from "./scene.ts";

let world: PortalWorld | null = null;
let opened = "";
let isStarted: Promise<unknown> | null = null;

/** The page's requests to the handler go to the portal that is open; all others go their way. */
const worker = setupWorker(
  http.all(`*${basePath}/*`, async ({ request }) => {
    const asked = world;
    if (asked === null) return passthrough();
    const answer = await asked.answer(request);
    onAnswer();
    return answer;
  }),
);

let onAnswer: () => void = () => undefined;

/** Calls back after each answer, when something may have been delivered. */
export function followAnswers(listener: () => void): void {
  onAnswer = listener;
}

/** The portal of a story: the one that is open where nothing but requests' fate has changed, else a new one. */
export async function openWorld(story: string, scene: Scene): Promise<PortalWorld> {
  isStarted ??= worker.start({
    quiet: true,
    onUnhandledFrame: "bypass",
    serviceWorker: { url: "./mockServiceWorker.js" },
  });
  await isStarted;
  const wanted = `${story} ${scene.family} ${scene.method}`;
  if (world === null || wanted !== opened) {
    world = await PortalWorld.open(scene);
    opened = wanted;
  } else {
    world.change(scene);
  }
  onAnswer();
  return world;
}

/** Forgets the portal; the next story opens its own. */
export function closeWorld(): void {
  allowCookies(true);
  world = null;
}

/** The portal that is open. */
export const currentWorld = (): PortalWorld | null => world;
