import type { Audience } from "@educonnect-activation/core";
import type { PropertyDeclarations } from "lit";
import { browserTimers, type Timers } from "../client/timers.ts";
import type { HostLinks } from "./wired-links.ts";
import { PortalElement } from "./portal-element.ts";

/**
 * What a host may set on the wizard.
 *
 * @attr base-url - where the handler is mounted; default `/educonnect`
 * @attr dom - `shadow` (default) or `light`; set before the element is connected
 * @attr audience - whose letter it is before anybody signed in: `guardian` (default) or `pupil`
 * @attr services-url - where « Accéder à mes services » leads; without it the page of services shows here
 * @attr return-url - where FranceConnect leads back to; default this page
 * @attr no-services - never show the page of services here
 * @attr no-history - leave the browser's history alone
 * @attr update-title - put the screen's heading before the page's title
 */
export abstract class ActivationSettings extends PortalElement {
  static override properties: PropertyDeclarations = {
    audience: {},
    servicesUrl: { attribute: "services-url" },
    returnUrl: { attribute: "return-url" },
    noServices: { type: Boolean, attribute: "no-services" },
    noHistory: { type: Boolean, attribute: "no-history" },
    updateTitle: { type: Boolean, attribute: "update-title" },
    links: { attribute: false },
    timers: { attribute: false },
    navigate: { attribute: false },
  };

  /** Whose letter it is, before anybody signed in; `guardian` by default. */
  declare audience: Audience;
  /** Where « Accéder à mes services » leads; null, the default, shows the page of services here. */
  declare servicesUrl: string | null;
  /** Where FranceConnect leads back to: an address of the handler's origin or on its list. Null, the default, is this page. */
  declare returnUrl: string | null;
  /** Never show the page of services here. */
  declare noServices: boolean;
  /** Leave the browser's history alone. Set it before the element is connected. */
  declare noHistory: boolean;
  /** Put the screen's heading before the page's title. */
  declare updateTitle: boolean;
  /**
   * Where the links of the screens lead: an address, or true for a host that listens to `educonnect-navigate`. What is named here is the
   * host's; false hides it. The wizard itself deals with `methods` and, where the method is offered, with `no-account` and `franceconnect`.
   */
  declare links: HostLinks;
  /** Another clock than the browser's. Set it before the element is connected. */
  declare timers: Timers;
  /** How the page is left for another; by default the whole window goes. Set it before the element is connected. */
  declare navigate: (url: string) => void;

  constructor() {
    super();
    this.audience = "guardian";
    this.servicesUrl = null;
    this.returnUrl = null;
    this.noServices = false;
    this.noHistory = false;
    this.updateTitle = false;
    this.links = {};
    this.timers = browserTimers;
    this.navigate = (url) => location.assign(url);
  }
}
