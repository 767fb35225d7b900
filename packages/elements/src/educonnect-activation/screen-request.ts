import type { Audience } from "@educonnect-activation/core";
import type { MessageOverrides } from "../i18n/translate.ts";
import type { ClassNames } from "../theme/mirror-parts.ts";
import type { JourneyState } from "./journey-state.ts";
import type { HostLinks } from "./wired-links.ts";
import type { ScreenGroup } from "./screen-groups.ts";
import type { ShownStep } from "./wizard-events.ts";

type Tags = HTMLElementTagNameMap;

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
