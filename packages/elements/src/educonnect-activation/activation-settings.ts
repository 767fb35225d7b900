import type { Audience } from "@educonnect-activation/core";
import type { PropertyDeclarations } from "lit";
import { browserTimers, type Timers } from "../client/timers.ts";
import type { NavigateTarget } from "../events/educonnect-events.ts";
import { PortalElement } from "./portal-element.ts";

/**
 * What a host may set on the wizard.
 *
 * @attr base-url - where the handler is mounted; default `/educonnect`
 * @attr dom - `shadow` (default) or `light`; set before the element is connected
 * @attr audience - whose letter it is before anybody signed in: `guardian` (default) or `pupil`
 * @attr services-url - where « Accéder à mes services » leads; without it the page of services shows here
 * @attr no-services - never show the page of services here
 * @attr no-history - leave the browser's history alone
 * @attr update-title - put the screen's heading before the page's title
 */
export abstract class ActivationSettings extends PortalElement {
  static override properties: PropertyDeclarations = {
    audience: {},
    servicesUrl: { attribute: "services-url" },
    noServices: { type: Boolean, attribute: "no-services" },
    noHistory: { type: Boolean, attribute: "no-history" },
    updateTitle: { type: Boolean, attribute: "update-title" },
    links: { attribute: false },
    timers: { attribute: false },
  };

  /** Whose letter it is, before anybody signed in; `guardian` by default. */
  declare audience: Audience;
  /** Where « Accéder à mes services » leads; null, the default, shows the page of services here. */
  declare servicesUrl: string | null;
  /** Never show the page of services here. */
  declare noServices: boolean;
  /** Leave the browser's history alone. Set it before the element is connected. */
  declare noHistory: boolean;
  /** Put the screen's heading before the page's title. */
  declare updateTitle: boolean;
  /** Where the links of the screens lead: an address, or true for a host that listens to `educonnect-navigate`. */
  declare links: Readonly<Partial<Record<NavigateTarget, string | true>>>;
  /** Another clock than the browser's. Set it before the element is connected. */
  declare timers: Timers;

  constructor() {
    super();
    this.audience = "guardian";
    this.servicesUrl = null;
    this.noServices = false;
    this.noHistory = false;
    this.updateTitle = false;
    this.links = {};
    this.timers = browserTimers;
  }
}
