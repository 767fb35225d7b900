import type { Audience, ActivationMethod } from "@educonnect-activation/core";
import type { NavigateTarget } from "../events/educonnect-events.ts";

/** What a host says of the links: an address, true for one it deals with itself, false for one that is not to be shown. */
export type HostLinks = Readonly<Partial<Record<NavigateTarget, string | boolean>>>;

/** What a screen is told of the links. */
export type ScreenLinks = Readonly<Partial<Record<NavigateTarget, string | true>>>;

/** Where the links of the screens lead: what the wizard deals with itself as far as its method is open, unless the host says otherwise. */
export function wiredLinks(
  methods: readonly ActivationMethod[],
  audience: Audience,
  host: HostLinks,
): ScreenLinks {
  const isOpen = (method: ActivationMethod) => audience === "guardian" && methods.includes(method);
  const links: HostLinks = {
    methods: methods.length > 0,
    "no-account": isOpen("sms"),
    franceconnect: isOpen("franceConnect"),
    ...host,
  };
  const shown = Object.entries(links).filter((link): link is [string, string | true] => link[1] !== false);
  return Object.fromEntries(shown);
}
