import type {
  Command,
  FlowView,
  Issue,
  ActivationMethod,
  ServicesResponse,
  SessionView,
} from "@educonnect-activation/core";

/**
 * Where the person is: `loading` nothing is known yet; `unreachable` the server can't be asked; `signIn` no flow, no session; `flow` an
 * activation is under way or just ended; `moved` it goes on in another browser; `late` FranceConnect's answer came to nothing, nobody
 * can tell whose; `services` signed in (`page` is null while it loads).
 */
export type Stage =
  | { readonly name: "loading" }
  | { readonly name: "unreachable" }
  | { readonly name: "signIn" }
  | { readonly name: "flow"; readonly view: FlowView }
  | { readonly name: "moved" }
  | { readonly name: "late" }
  | {
      readonly name: "services";
      readonly session: SessionView | null;
      readonly page: ServicesResponse | null;
    };

/** A notice above the screen, by the code of its message. With `canRetry`, the last request can be sent again unchanged. */
export interface Notice {
  readonly issue: Issue;
  readonly canRetry: boolean;
}

/** The names and number typed at « Je confirme mon identité ». */
export type TypedIdentity = Omit<Extract<Command, { readonly type: "identitySubmitted" }>, "type">;

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
  /** The methods that are offered here; none until the server said so. */
  readonly methods: readonly ActivationMethod[];
  /** The methods are compared, over whatever the stage is. */
  readonly comparesMethods: boolean;
  /** The address typed in this page, in full; only ever in memory. */
  readonly typedEmail: string | null;
  /** The names and the number typed in this page, for whoever comes back to them; only ever in memory. */
  readonly typedIdentity: TypedIdentity | null;
}

/** A change of the journey's state. */
export type JourneyChange = Partial<JourneyState>;

export const initialJourneyState: JourneyState = {
  stage: { name: "loading" },
  origin: "start",
  isBusy: false,
  issues: [],
  notice: null,
  asksToReplace: false,
  methods: [],
  comparesMethods: false,
  typedEmail: null,
  typedIdentity: null,
};

/** The state when a screen could not be loaded: the previous screen, or nothing yet, with a notice that allows another try. */
export function withLoadingFailure(shown: JourneyState): JourneyState {
  if (shown.stage.name === "loading") return { ...shown, stage: { name: "unreachable" }, isBusy: false };
  return { ...shown, isBusy: false, notice: { issue: { code: "network_failed" }, canRetry: true } };
}
