import type { JourneyState } from "./journey-state.ts";
import type { Companions } from "./screen-groups.ts";
import { screenRequest, type ScreenContext, type ScreenRequest } from "./screen-request.ts";
import { wiredLinks, type ScreenLinks } from "./wired-links.ts";

/**
 * Says which element shows a state, with all that it takes; null where the wizard shows something of its own.
 *
 * @param companions what knows the screens after the sign-in; null while it is not loaded.
 */
export function requestOf(
  state: JourneyState,
  companions: Companions | null,
  context: ScreenContext,
): ScreenRequest | null {
  const links = wiredLinks(state.methods, context.audience, context.links);
  const own = firstRequestOf(state) ?? companions?.laterRequestOf(state, context, links) ?? null;
  return own && inContext(own, state, context, links);
}

/** Says which screen shows the sign-in; null for any other state. */
function firstRequestOf(state: JourneyState): ScreenRequest | null {
  const { stage, asksToReplace } = state;
  if (stage.name !== "signIn" || state.comparesMethods) return null;
  return screenRequest("educonnect-login", "first", "signIn", { replacing: asksToReplace });
}

/** Adds what every screen takes. */
function inContext(
  own: ScreenRequest,
  state: JourneyState,
  context: ScreenContext,
  links: ScreenLinks,
): ScreenRequest {
  const { isBusy: busy, messages, classes, audience, start, end } = context;
  return {
    ...own,
    properties: {
      dom: "light",
      messages,
      classes,
      links,
      start,
      end,
      busy,
      issues: state.issues,
      audience,
      ...own.properties,
    },
  };
}
