import type { Audience, Route } from "@educonnect-activation/core";
import type { HostLinks } from "./wired-links.ts";

/** The routes in the order that somebody who hesitates should try them. */
const inOrder = ["franceConnect", "sms", "letter", "pupil"] as const satisfies readonly Route[];

/** The routes that are offered here to an audience, but for those whose link the host hides. */
export function openRoutes(routes: readonly Route[], audience: Audience, host: HostLinks): readonly Route[] {
  return inOrder.filter((route) => {
    const isHidden =
      (route === "sms" && host["no-account"] === false) ||
      (route === "franceConnect" && host.franceconnect === false);
    return routes.includes(route) && !isHidden && (audience === "guardian" || route === "pupil");
  });
}
