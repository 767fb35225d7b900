import type { Journey } from "./journey.ts";
import type { JourneyState } from "./journey-state.ts";
import { StepHistory } from "./step-history.ts";

/** How to tie a journey to the browser's history. */
export interface WizardHistoryOptions {
  readonly owner: string;
  readonly journey: Journey;
  /** « Précédent » would give the flow up: the person is to be asked. */
  readonly onLeave: () => void;
}

/** Keeps the browser's history and the journey in step. */
export class WizardHistory {
  readonly #journey: Journey;
  readonly #history: StepHistory;
  /** Whether the move under way was asked for by the browser's own buttons. */
  #isFollowing = false;

  constructor({ owner, journey, onLeave }: WizardHistoryOptions) {
    this.#journey = journey;
    this.#history = new StepHistory({
      owner,
      onBack: () => {
        const { stage, isBusy } = journey.state;
        if (isBusy) return "stays";
        if (stage.name !== "flow" || stage.view.back === "none") return "leaves";
        if (stage.view.back === "abandon") {
          onLeave();
          return "stays";
        }
        this.#follow("backRequested");
        return "moved";
      },
      onForward: () => {
        const { stage, isBusy } = journey.state;
        if (isBusy || stage.name !== "flow" || !stage.view.accepts.includes("continueRequested"))
          return false;
        this.#follow("continueRequested");
        return true;
      },
    });
  }

  connect(): void {
    this.#history.connect();
  }

  disconnect(): void {
    this.#history.disconnect();
  }

  /** The person moved to another screen, here: `isBack` by « Précédent ». */
  moved({ stage }: JourneyState, isBack: boolean): void {
    if (this.#isFollowing) return;
    const isUnderWay =
      stage.name === "flow" && ["awaiting", "refused", "closed"].includes(stage.view.condition);
    if (!isUnderWay) this.#history.rewind();
    else if (isBack) this.#history.pop();
    else this.#history.push();
  }

  #follow(type: "backRequested" | "continueRequested"): void {
    this.#isFollowing = true;
    void this.#journey.send({ type }).finally(() => {
      this.#isFollowing = false;
    });
  }
}
