import type { PropertyDeclarations } from "lit";
import { ActivationSettings } from "./activation-settings.ts";
import { initialJourneyState, type JourneyState } from "./journey-state.ts";

/** After so long the page that was left for another is still here: whoever stopped the browser can act again. */
const leavingMilliseconds = 30_000;

/** What the wizard draws itself from, besides what a host sets. */
export abstract class ActivationState extends ActivationSettings {
  static override properties: PropertyDeclarations = {
    shown: { state: true },
    isSlow: { state: true },
    isLoadingGroup: { state: true },
    isLeaving: { state: true },
    isTakenOver: { state: true },
    announcement: { state: true },
  };

  declare protected shown: JourneyState;
  declare protected isSlow: boolean;
  declare protected isLoadingGroup: boolean;
  /** The person is asked whether the activation is given up. */
  declare protected isLeaving: boolean;
  /** The host deals with the services. */
  declare protected isTakenOver: boolean;
  declare protected announcement: string;

  protected cancelLeaving: () => void = () => undefined;

  constructor() {
    super();
    this.shown = initialJourneyState;
    this.isSlow = false;
    this.isLoadingGroup = false;
    this.isLeaving = false;
    this.isTakenOver = false;
    this.announcement = "";
  }

  protected get hasServicesElsewhere(): boolean {
    return this.noServices || this.servicesUrl !== null || this.isTakenOver;
  }

  /** Leaves the page; `onStay` is called when that comes to nothing. */
  protected leaveFor(url: string, onStay: () => void): void {
    this.cancelLeaving = this.timers.schedule(onStay, leavingMilliseconds);
    this.navigate(url);
  }
}
