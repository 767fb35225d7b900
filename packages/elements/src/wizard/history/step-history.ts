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
  /** The back button was pressed: the wizard follows, or stays, or has nothing to go back to and lets the page be left. */
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
  /** How many screens deep the entry is that stands, or will stand once the move under way is over. */
  #depth = 0;
  /** A move that this object asked for is under way: browsers count a second one from where the first began. */
  #isMoving = false;
  #pushesLeft = 0;

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
    if (this.#isMoving) {
      this.#pushesLeft += 1;
      return;
    }
    const mark = readMark(history.state, this.#options.owner);
    // A host that replaced our entry begins anew; the screen before is the entry that stands now.
    this.#depth = mark?.depth ?? 0;
    if (mark === null) history.replaceState(this.#marked(0), "");
    this.#depth += 1;
    history.pushState(this.#marked(this.#depth), "");
  }

  /** An earlier screen is shown again because of a button in the page: the entry of the later one is left. */
  pop(): void {
    if (this.#isOnTop()) this.#moveTo(this.#depth - 1);
  }

  /** Leaves every entry of the wizard, so that one more press of the back button leaves the page. */
  rewind(): void {
    if (this.#isOnTop()) this.#moveTo(0);
  }

  /** Whether the page's router has put no entry of its own upon ours. */
  #isOnTop(): boolean {
    const mark = readMark(history.state, this.#options.owner);
    return this.#depth > 0 && (this.#isMoving || mark?.depth === this.#depth);
  }

  #marked(depth: number): State {
    const state: unknown = history.state;
    return { ...(isState(state) ? state : {}), [markKey]: { owner: this.#options.owner, depth } };
  }

  #moveTo(depth: number): void {
    const from = readMark(history.state, this.#options.owner)?.depth ?? depth;
    this.#depth = depth;
    if (this.#isMoving || from === depth) return;
    this.#isMoving = true;
    history.go(depth - from);
  }

  #arrive(depth: number): void {
    this.#isMoving = false;
    if (depth !== this.#depth) {
      this.#moveTo(this.#depth);
      return;
    }
    for (; this.#pushesLeft > 0; this.#pushesLeft -= 1) this.push();
  }

  readonly #onPopState = (event: PopStateEvent): void => {
    const mark = readMark(event.state, this.#options.owner);
    // Not an entry of ours: the page's router is at work.
    if (mark === null) return;
    if (this.#isMoving) {
      this.#arrive(mark.depth);
      return;
    }
    const before = this.#depth;
    if (mark.depth === before) return;
    this.#depth = mark.depth;
    if (mark.depth > before) {
      if (!this.#options.onForward()) this.#moveTo(before);
      return;
    }
    const outcome = this.#options.onBack();
    if (outcome === "stays") this.#moveTo(before);
    if (outcome === "leaves") this.rewind();
  };
}
