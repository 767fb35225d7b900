import { isFollowable } from "../controls/screen-link.ts";
import type { Journey } from "./journey.ts";
import type { JourneyState } from "./journey-state.ts";
import { announce } from "../events/educonnect-events.ts";

/** What `comeToServices` needs of the wizard element. */
export interface ServicesWizard extends HTMLElement {
  readonly servicesUrl: string | null;
  readonly navigate: (url: string) => void;
}

/** Where the services are shown, and who handles them. */
export interface ServicesPlace {
  /** Whether the services are shown outside the wizard. */
  readonly isElsewhere: () => boolean;
  /** Whether the host handles them from here on. */
  readonly onTakenOver: (isTakenOver: boolean) => void;
}

/**
 * Handles the journey's arrival at the services: tells the host, leaves for their address, or reads their page.
 *
 * @returns true if the browser is leaving the page for them.
 */
export function comeToServices(
  wizard: ServicesWizard,
  journey: Journey,
  before: JourneyState,
  place: ServicesPlace,
): boolean {
  const { stage, origin, issues } = journey.state;
  if (stage.name !== "services" || before.stage.name === "services" || issues.length > 0) return false;
  const isEntering = origin === "here";
  if (isEntering) announce(wizard, "educonnect-signed-in", null);
  const way = isEntering ? leadToServices(wizard) : "stays";
  if (way === "leaves") return true;
  place.onTakenOver(way === "takenOver");
  const isNameless = stage.session === null;
  queueMicrotask(() => {
    if (!place.isElsewhere()) void journey.readServices();
    // The name that belongs to a session just opened has to be read from the server.
    else if (isNameless) void journey.start();
  });
  return false;
}

/** Tells the host that the person enters the services, and goes there unless the host takes over. */
function leadToServices(wizard: ServicesWizard): "takenOver" | "leaves" | "stays" {
  const { servicesUrl: href } = wizard;
  if (!announce(wizard, "educonnect-enter-services", { href })) return "takenOver";
  if (href === null || !isFollowable(href)) return "stays";
  wizard.navigate(href);
  return "leaves";
}
