import type { Audience, ActivationMethod } from "@educonnect-activation/core";
import type { MessageOverrides } from "../i18n/translate.ts";
import type { ClassNames } from "../theme/styling.ts";
import type { JourneyState } from "./journey-state.ts";
import type { ShownStep, NavigateTarget } from "../events/educonnect-events.ts";

type Tags = HTMLElementTagNameMap;

/** Screens that load together. */
export type ScreenGroup = "first" | "flow" | "password" | "services";

/** What knows the screens after the sign-in. */
export interface LaterScreens {
  laterRequestOf(
    state: JourneyState,
    wizard: Pick<ScreenContext, "audience" | "links">,
    links: ScreenLinks,
  ): ScreenRequest | null;
}

/** Which element shows a state, and the properties it takes. */
export interface ScreenRequest {
  readonly tag: keyof Tags;
  readonly group: ScreenGroup;
  readonly step: ShownStep;
  readonly properties: object;
}

/** What every screen takes from the wizard. */
export interface ScreenContext {
  readonly isBusy: boolean;
  readonly messages: MessageOverrides;
  readonly classes: ClassNames | null;
  readonly links: HostLinks;
  /** Whose letter it is, before a flow says so. */
  readonly audience: Audience;
  readonly start: unknown;
  readonly end: unknown;
}

/** A screen's element with the properties it has of its own, checked against its class. */
export function screenRequest<Tag extends keyof Tags>(
  tag: Tag,
  group: ScreenGroup,
  step: ShownStep,
  properties: Partial<Tags[Tag]>,
): ScreenRequest {
  return { tag, group, step, properties };
}

/** Names what a state shows; null while nothing is known. */
export function shownStepOf({ stage, comparesMethods }: JourneyState): ShownStep | null {
  if (comparesMethods) return "methods";
  if (stage.name === "loading") return null;
  if (stage.name === "late") return "franceConnect";
  if (stage.name !== "flow") return stage.name;
  const { name } = stage.view.step;
  return name === "finished" ? "services" : name;
}

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

/**
 * Says which element shows a state, with all that it takes; null where the wizard shows something of its own.
 *
 * @param later what knows the screens after the sign-in; null while it is not loaded.
 */
export function requestOf(
  state: JourneyState,
  later: LaterScreens | null,
  context: ScreenContext,
): ScreenRequest | null {
  const links = wiredLinks(state.methods, context.audience, context.links);
  const own = firstRequestOf(state) ?? later?.laterRequestOf(state, context, links) ?? null;
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
