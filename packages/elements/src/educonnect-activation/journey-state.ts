import type { FlowView, Issue, ServicesResponse, SessionView } from "@educonnect-activation/core";

/**
 * Where the person is: `loading` nothing is known yet; `unreachable` the server can't be asked; `signIn` no flow, no session; `flow` an
 * activation is under way or just ended; `moved` it goes on in another browser; `services` signed in (`page` is null while it loads).
 */
export type Stage =
  | { readonly name: "loading" }
  | { readonly name: "unreachable" }
  | { readonly name: "signIn" }
  | { readonly name: "flow"; readonly view: FlowView }
  | { readonly name: "moved" }
  | {
      readonly name: "services";
      readonly session: SessionView | null;
      readonly page: ServicesResponse | null;
    };

/** Something to tell above the screen, by the code of its text; with `canRetry`, the last request can be sent again as it was. */
export interface Notice {
  readonly issue: Issue;
  readonly canRetry: boolean;
}

/** Everything the wizard shows. */
export interface JourneyState {
  readonly stage: Stage;
  /** What led to the stage: what the page found when it opened, the person here, or something elsewhere. */
  readonly origin: "start" | "here" | "elsewhere";
  readonly isBusy: boolean;
  /** What the screen shows at its fields and in its summary. */
  readonly issues: readonly Issue[];
  readonly notice: Notice | null;
  /** True while the person must choose between the activation under way in this browser and the one just asked for. */
  readonly asksToReplace: boolean;
  /** The address typed in this page, in full; only ever in memory. */
  readonly typedEmail: string | null;
}

/** What changes of it. */
export type JourneyChange = Partial<JourneyState>;

export const initialJourneyState: JourneyState = {
  stage: { name: "loading" },
  origin: "start",
  isBusy: false,
  issues: [],
  notice: null,
  asksToReplace: false,
  typedEmail: null,
};

/** What is shown when a screen could not be loaded: the one before, or nothing yet, and a way to try again. */
export function withLoadingFailure(shown: JourneyState): JourneyState {
  if (shown.stage.name === "loading") return { ...shown, stage: { name: "unreachable" }, isBusy: false };
  return { ...shown, isBusy: false, notice: { issue: { code: "network_failed" }, canRetry: true } };
}
