import { isFollowable } from "../controls/screen-link.ts";
import { announceToHost } from "./wizard-events.ts";

/**
 * Tells the host that the person enters the services, and goes there unless it takes over.
 *
 * @param href where they are; null when the wizard shows them itself.
 */
export function leadToServices(
  target: EventTarget,
  href: string | null,
  navigate: (url: string) => void,
): "takenOver" | "leaves" | "stays" {
  if (!announceToHost(target, "educonnect-enter-services", { href })) return "takenOver";
  if (href === null || !isFollowable(href)) return "stays";
  navigate(href);
  return "leaves";
}
