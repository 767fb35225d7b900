import { isFollowable } from "../controls/screen-link.ts";
import type { Journey } from "./journey.ts";
import type { JourneyState } from "./journey-state.ts";
import { announce } from "../events/educonnect-events.ts";

/** The wizard, as far as its services go: where they are, and how the page is left for them. */
export interface ServicesWizard extends HTMLElement {
  readonly servicesUrl: string | null;
  readonly navigate: (url: string) => void;
}

/** What the wizard knows of where the services are. */
export interface ServicesPlace {
  /** Whether they show somewhere else than in the wizard. */
  readonly isElsewhere: () => boolean;
  /** Whether the host deals with them from here on. */
  readonly onTakenOver: (isTakenOver: boolean) => void;
}

/**
 * Deals with the services once the journey has come to them: tells the host, leads there, or reads their page.
 *
 * @returns true when the browser is leaving the page for them.
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
    // Nobody but the server knows the name that goes with a session just opened.
    else if (isNameless) void journey.start();
  });
  return false;
}

/** Tells the host that the person enters the services, and goes there unless it takes over. */
function leadToServices(wizard: ServicesWizard): "takenOver" | "leaves" | "stays" {
  const { servicesUrl: href } = wizard;
  if (!announce(wizard, "educonnect-enter-services", { href })) return "takenOver";
  if (href === null || !isFollowable(href)) return "stays";
  wizard.navigate(href);
  return "leaves";
}
