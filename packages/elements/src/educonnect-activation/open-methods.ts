import type { Audience, ActivationMethod } from "@educonnect-activation/core";
import type { HostLinks } from "./wired-links.ts";

/** The methods in the order that somebody who hesitates should try them. */
const inOrder = ["franceConnect", "sms", "letter", "pupil"] as const satisfies readonly ActivationMethod[];

/** The methods that are offered here to an audience, but for those whose link the host hides. */
export function openMethods(
  methods: readonly ActivationMethod[],
  audience: Audience,
  host: HostLinks,
): readonly ActivationMethod[] {
  return inOrder.filter((method) => {
    const isHidden =
      (method === "sms" && host["no-account"] === false) ||
      (method === "franceConnect" && host.franceconnect === false);
    return methods.includes(method) && !isHidden && (audience === "guardian" || method === "pupil");
  });
}
