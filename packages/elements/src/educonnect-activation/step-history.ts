/** What an entry of the browser's history remembers, beside whatever the page keeps there. */
interface Mark {
  readonly owner: string;
  readonly depth: number;
}

const markKey = "educonnectActivation";

type State = Readonly<Record<string, unknown>>;

const isState = (value: unknown): value is State => typeof value === "object" && value !== null;

function readMark(state: unknown, owner: string): Mark | null {
  const mark = isState(state) ? state[markKey] : undefined;
  if (!isState(mark) || mark["owner"] !== owner || typeof mark["depth"] !== "number") return null;
  return { owner, depth: mark["depth"] };
}

/** What the browser's buttons ask of the wizard. */
export interface StepHistoryOptions {
  /** Tells this wizard's entries from those of another on the page; the same after a reload. */
  readonly owner: string;
  /** The browser's back button was pressed. False when the wizard stays where it is: the entry is then put back. */
  readonly onBack: () => "moved" | "stays" | "leaves";
  /** The browser's forward button was pressed; true when the wizard follows. */
  readonly onForward: () => boolean;
}

/**
 * An entry of the browser's history for each screen, so that its back button is « Précédent ».
 *
 * Addresses never change, and what a host's router keeps in an entry is carried on, so that a router sees a move to where it already is.
 */
export class StepHistory {
  readonly #options: StepHistoryOptions;
  #depth = 0;
  /** Moves this object asked for itself, whose `popstate` is still to come. */
  #ownMoves = 0;

  constructor(options: StepHistoryOptions) {
    this.#options = options;
  }

  connect(): void {
    this.#depth = readMark(history.state, this.#options.owner)?.depth ?? 0;
    window.addEventListener("popstate", this.#onPopState);
  }

  disconnect(): void {
    window.removeEventListener("popstate", this.#onPopState);
  }

  /** A new screen is shown: the back button will lead to the one before. */
  push(): void {
    const mark = readMark(history.state, this.#options.owner);
    // A host that replaced our entry begins anew; the screen before is the entry that stands now.
    this.#depth = mark?.depth ?? 0;
    if (mark === null) history.replaceState(this.#marked(0), "");
    this.#depth += 1;
    history.pushState(this.#marked(this.#depth), "");
  }

  /** An earlier screen is shown again because of a button in the page: the entry of the later one is left. */
  pop(): void {
    if (this.#depth === 0 || readMark(history.state, this.#options.owner)?.depth !== this.#depth) return;
    this.#move(-1);
  }

  /** Leaves every entry of the wizard, so that one more press of the back button leaves the page. */
  rewind(): void {
    if (this.#depth > 0 && readMark(history.state, this.#options.owner) !== null) this.#move(-this.#depth);
  }

  #marked(depth: number): State {
    const state: unknown = history.state;
    return { ...(isState(state) ? state : {}), [markKey]: { owner: this.#options.owner, depth } };
  }

  #move(by: number): void {
    this.#ownMoves += 1;
    this.#depth += by;
    history.go(by);
  }

  readonly #onPopState = (event: PopStateEvent): void => {
    if (this.#ownMoves > 0) {
      this.#ownMoves -= 1;
      return;
    }
    const mark = readMark(event.state, this.#options.owner);
    // Not an entry of ours: the page's router is at work.
    if (mark === null || mark.depth === this.#depth) return;
    const by = mark.depth - this.#depth;
    this.#depth = mark.depth;
    if (by > 0) {
      if (!this.#options.onForward()) this.#move(-by);
      return;
    }
    const outcome = this.#options.onBack();
    if (outcome === "stays") this.#move(-by);
    if (outcome === "leaves") this.rewind();
  };
}
