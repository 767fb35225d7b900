import type { Audience, Route } from "@educonnect-activation/core";
import type { NavigateTarget } from "../events/educonnect-events.ts";

/** What a host says of the links: an address, true for one it deals with itself, false for one that is not to be shown. */
export type HostLinks = Readonly<Partial<Record<NavigateTarget, string | boolean>>>;

/** What a screen is told of the links. */
export type ScreenLinks = Readonly<Partial<Record<NavigateTarget, string | true>>>;

/** The routes in the order that somebody who hesitates should try them. */
const inOrder = ["franceConnect", "sms", "letter", "pupil"] as const satisfies readonly Route[];

const targets: Readonly<Partial<Record<Route, NavigateTarget>>> = {
  franceConnect: "franceconnect",
  sms: "no-account",
};

/** The routes that are offered here to an audience, but for those whose link the host hides. */
export function openRoutes(routes: readonly Route[], audience: Audience, host: HostLinks): readonly Route[] {
  return inOrder.filter((route) => {
    const target = targets[route];
    const isFor = audience === "guardian" || route === "pupil";
    return isFor && routes.includes(route) && (target === undefined || host[target] !== false);
  });
}

/** Where the links of the screens lead: what the wizard deals with itself as far as its route is open, unless the host says otherwise. */
export function wiredLinks(routes: readonly Route[], host: HostLinks): ScreenLinks {
  const own: Partial<Record<NavigateTarget, true>> = {};
  if (routes.length > 0) own.methods = true;
  for (const route of routes) {
    const target = targets[route];
    if (target !== undefined) own[target] = true;
  }
  const shown = Object.entries({ ...own, ...host }).filter(
    (link): link is [string, string | true] => link[1] !== false,
  );
  return Object.fromEntries(shown);
}
