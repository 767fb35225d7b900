import type { PropertyDeclarations } from "lit";
import { ActivationSettings } from "./activation-settings.ts";
import { initialJourneyState, type JourneyState } from "./journey-state.ts";

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

  constructor() {
    super();
    this.shown = initialJourneyState;
    this.isSlow = false;
    this.isLoadingGroup = false;
    this.isLeaving = false;
    this.isTakenOver = false;
    this.announcement = "";
  }
}
