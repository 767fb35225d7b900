import type { Journey } from "../journey.ts";
import { isUnproven } from "../place-status.ts";
import type { JourneyState } from "../journey-state.ts";
import { StepHistory } from "./step-history.ts";
import { compareMethods, leave } from "../acts.ts";

/** How to tie a journey to the browser's history. */
export interface WizardHistoryOptions {
  readonly owner: string;
  readonly journey: Journey;
  /** The back button would give the flow up: the person is to be asked, or, once it went forward again, no longer. */
  readonly onLeave: (asks: boolean) => void;
}

/** Keeps the browser's history and the journey in step. */
export class WizardHistory {
  readonly #journey: Journey;
  readonly #history: StepHistory;
  /** Whether the move under way was asked for by the browser's own buttons. */
  #isFollowing = false;
  /** Whether the person is asked to leave, with the wizard's entries left already. */
  #isAsking = false;

  constructor({ owner, journey, onLeave }: WizardHistoryOptions) {
    this.#journey = journey;
    this.#history = new StepHistory({
      owner,
      onBack: () => {
        const { stage, isBusy, comparesMethods } = journey.state;
        if (isBusy) return "stays";
        if (comparesMethods) {
          this.#isFollowing = true;
          compareMethods(journey, false);
          this.#isFollowing = false;
          return "moved";
        }
        if (stage.name === "flow" && isUnproven(stage.view) && stage.view.back === "abandon") {
          // Nothing is lost by it.
          void leave(journey);
          return "leaves";
        }
        if (stage.name !== "flow" || stage.view.back === "none") return "leaves";
        if (stage.view.back === "abandon") {
          onLeave(true);
          this.#isAsking = true;
          // Its entries are left meanwhile, so that a second press leads out of the page.
          return "leaves";
        }
        this.#follow("backRequested");
        return "moved";
      },
      onForward: () => {
        const { stage, isBusy } = journey.state;
        if (this.#isAsking) {
          this.#isAsking = false;
          onLeave(false);
          return true;
        }
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

  /** Asked whether to give up, the person stays: the back button asks again. */
  stayed(): void {
    if (this.#isAsking) this.#history.push();
    this.#isAsking = false;
  }

  /** The person moved to another screen, here: `isBack` by « Précédent ». */
  moved({ stage, comparesMethods }: JourneyState, isBack: boolean): void {
    if (this.#isFollowing) return;
    this.#isAsking = false;
    const isUnderWay =
      stage.name === "flow" && ["awaiting", "refused", "closed"].includes(stage.view.condition);
    if (!isUnderWay && !comparesMethods) this.#history.rewind();
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
